import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { escapeHtml } from '#lib/html/entities.ts';
import { htmlToText } from '#lib/html/html-to-text.ts';
import { limitNesting } from '#lib/html/limit-nesting.ts';
import { sanitiseHtml, type TrustedHtml } from '#lib/html/sanitise.ts';
import { detectLanguage } from '#lib/text/detect-language.ts';
import { resolveUrl } from '#lib/xml/xml-element.ts';
import { readAuthorNames } from './author-names.ts';
import { readPageMetadata } from './page-metadata.ts';
import { slimPage } from './slim-page.ts';
import { pruneArticle } from './prune-article.ts';

/** A page reduced to its report. */
export interface ExtractedArticle {
  /** Where it came from: as given, else the address that the page names as its own, or null. */
  url: string | null;
  /** Plain text, '' when the page has none. */
  title: string;
  /** The authors in the page's order, without roles. */
  authors: string[];
  /** The authors in one line, or null. */
  byline: string | null;
  /** UTC instant as ISO text; of a day alone its midnight in UTC. */
  publishedAt: string | null;
  /** The day as the page writes it, in its own zone: YYYY-MM-DD. */
  publishedOn: string | null;
  /** How much of the date the page told. */
  datePrecision: 'day' | 'minute' | null;
  /** The declared language, else that of the text, or null. */
  lang: string | null;
  image: string | null;
  /** Paragraphs joined by a blank line; '' when no report was found. */
  text: string;
  html: TrustedHtml;
}

/** Fewer characters are a teaser or a notice, not a report. */
const shortestArticle = 140;

/** A text as long as this is not taken for a part of the report. */
const longestPart = 2_000;

/** What pages call the element around their report's text. */
const markedBody =
  '[itemprop~="articleBody"], .entry-content, .post-body, .post-content, .article-body, .article__body, .article-content, .article-text, .story-body';

/**
 * Finds the report in a page: text by Readability, else from JSON-LD, else the page's own article element or paragraphs;
 * title, authors, date and picture from what the page tells machines and readers (page-metadata.ts).
 * Never run on foreign pages in the main thread: it is a task of the sandbox.
 * @param given where the page came from, http or https; null for what the page itself says of it
 */
export function extractArticle(html: string, given: string | null): ExtractedArticle {
  const { document } = parseHTML(withBody(slimPage(html)));
  const url = given ?? ownAddress(document);
  const metadata = readPageMetadata(document, url, html);
  const marked = document.querySelectorAll(markedBody);
  const markedLength = marked.length === 1 ? (marked[0]?.textContent ?? '').replace(/\s+/g, ' ').length : 0;
  const read = new Readability<Element>(document, {
    charThreshold: 250,
    serializer: (node) => node as Element,
  }).parse();
  if (read?.content) pruneArticle(read.content, metadata.titles);
  const base = url === null ? {} : { baseUrl: url };
  const cleaned = sanitiseHtml(read?.content?.innerHTML ?? '', base);
  const found = htmlToText(cleaned).length;
  const isPart = found < longestPart && markedLength > found * 2;
  const result =
    (isPart ? longEnough(fromMarkedBody(html, base, metadata.titles)) : null) ??
    longEnough(cleaned) ??
    longEnough(fromJsonLd(metadata.articleBody)) ??
    longEnough(fromParagraphs(html, base)) ??
    cleaned;
  const text = htmlToText(result);
  const authors = metadata.authors.length > 0 ? metadata.authors : readAuthorNames(read?.byline ?? '');
  const { date } = metadata;
  return {
    url,
    title: metadata.title,
    authors,
    byline: authors.length > 0 ? authors.join(', ') : null,
    publishedAt: date?.instant ?? null,
    publishedOn: date?.day ?? null,
    datePrecision: date === null ? null : date.precision === 'minute' ? 'minute' : 'day',
    lang: metadata.lang ?? languageOf(text),
    image: metadata.image,
    text,
    html: result,
  };
}

/** The address that a page names as its own: its canonical link, else OpenGraph's. */
function ownAddress(document: Document): string | null {
  const named = [
    document.querySelector('link[rel="canonical"]')?.getAttribute('href'),
    document.querySelector('meta[property="og:url"]')?.getAttribute('content'),
  ];
  return named.map((address) => resolveUrl(address ?? '', null)).find((address) => address !== null) ?? null;
}

function languageOf(text: string): string | null {
  const found = text.length < shortestArticle ? 'und' : detectLanguage(text, null);
  return found === 'und' ? null : found;
}

/** linkedom leaves a fragment without html and body. */
function withBody(html: string): string {
  return /<body[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
}

function longEnough(html: TrustedHtml): TrustedHtml | null {
  return htmlToText(html).length >= shortestArticle ? html : null;
}

function fromJsonLd(articleBody: string | null): TrustedHtml {
  if (articleBody === null) return sanitiseHtml('');
  if (/<p[\s>]/i.test(articleBody)) return sanitiseHtml(articleBody);
  const paragraphs = articleBody.split(/\n+/).map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`);
  return sanitiseHtml(paragraphs.join(''));
}

/** The element that the page marks as its report's body, where Readability took only a part of it. */
function fromMarkedBody(html: string, base: { baseUrl?: string }, titles: readonly string[]): TrustedHtml {
  const { document } = parseHTML(withBody(slimPage(html)));
  const body = document.querySelector(markedBody);
  if (body) pruneArticle(body, titles);
  return sanitiseHtml(body?.innerHTML ?? '', base);
}

/** The last resort, on a page that Readability has not touched: its article element, or every paragraph longer than a menu's. */
function fromParagraphs(html: string, base: { baseUrl?: string }): TrustedHtml {
  const { document } = parseHTML(withBody(limitNesting(html)));
  const holder = document.querySelector('article, [itemprop="articleBody"], main');
  const paragraphs = [...(holder ?? document).querySelectorAll('p')]
    .filter((paragraph) => (paragraph.textContent ?? '').trim().length > 60)
    .map((paragraph) => paragraph.outerHTML);
  return sanitiseHtml(paragraphs.join(''), base);
}
