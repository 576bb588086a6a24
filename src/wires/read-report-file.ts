import PostalMime from 'postal-mime';
import { extractText, getDocumentProxy } from 'unpdf';
import { htmlToText } from '#lib/html/html-to-text.ts';
import { decodeText } from '#lib/text/decode-text.ts';
import { extractArticle } from './extract-article.ts';

/** What a file says that an editor brings as a report: its text, and what it says of itself. */
export interface ReportFile {
  title: string;
  body: string;
  /** Who sent or published it, as the file says. */
  outlet: string;
  url: string;
  /** When it was sent or published; null where it does not say. */
  publishedAt: string | null;
}

const none: ReportFile = { title: '', body: '', outlet: '', url: '', publishedAt: null };

/** Reads a PDF, an e-mail, a page or a text. For parsing threads only. Throws where the file is none of them. */
export async function readReportFile({ bytes, name }: { bytes: Uint8Array; name: string }): Promise<ReportFile> {
  const file = await readByKind(bytes, name);
  return { ...file, title: file.title.replace(/\s+/gu, ' ').trim(), body: tidied(file.body) };
}

async function readByKind(bytes: Uint8Array, name: string): Promise<ReportFile> {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (head.includes('%PDF-')) return readPdf(bytes);
  if (/\.eml$/iu.test(name)) return readMail(bytes);
  if (bytes.includes(0)) throw new Error('it is no PDF, e-mail, page or text');
  const { text } = decodeText(bytes, null);
  if (/\.html?$/iu.test(name) || /^\s*(?:<!doctype html|<html)/iu.test(text)) {
    const { title, text: body, byline, publishedAt } = extractArticle(text, null);
    return { ...none, title, body, outlet: byline ?? '', publishedAt };
  }
  return { ...none, title: text.trimStart().split('\n', 1)[0]?.slice(0, 200) ?? '', body: text };
}

async function readPdf(bytes: Uint8Array): Promise<ReportFile> {
  const document = await getDocumentProxy(bytes);
  const { text } = await extractText(document, { mergePages: false });
  const { info } = (await document.getMetadata()) as { info?: { Title?: unknown; Author?: unknown } };
  const said = (value: unknown): string => (typeof value === 'string' ? value : '');
  const body = text.join('\n\n');
  if (body.trim() === '') throw new Error('the PDF holds pictures of text, and no text');
  return {
    ...none,
    title: said(info?.Title) || (body.trim().split('\n', 1)[0]?.slice(0, 200) ?? ''),
    body,
    outlet: said(info?.Author),
  };
}

async function readMail(bytes: Uint8Array): Promise<ReportFile> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 50 });
  const body = mail.text?.trim() ? mail.text : htmlToText(mail.html ?? '');
  const date = mail.date === undefined ? null : new Date(mail.date);
  const publishedAt = date === null || Number.isNaN(date.getTime()) ? null : date.toISOString();
  return { ...none, title: mail.subject ?? '', body, outlet: mail.from?.name ?? '', publishedAt };
}

/** Lines end in LF, as from any wire; no more than one is empty. */
function tidied(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/gu, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, ' ')
    .replace(/[ \t]+\n/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}
