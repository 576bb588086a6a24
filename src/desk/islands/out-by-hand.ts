import { escapeHtml } from '#lib/html/entities.ts';
import { isWebAddress } from '#lib/json/read-json.ts';
import type { Block, Mark, PieceContent, Sentence } from '#pieces/pieces.ts';
import { languageOf } from './dom.ts';

/** What the copies need to know beside the text. */
export interface OutByHand {
  content: PieceContent;
  /** Where readers find it; null while it is not live. */
  address: string | null;
  /** The outlet and the address of a citation's report, by evidence id. */
  evidence: ReadonlyMap<string, { outlet: string; url: string | null }>;
}

const serif = "font-family:Georgia,'Times New Roman',serif;color:#1c1b18;";
const small = 'font-family:Arial,Helvetica,sans-serif;font-size:13px;line-height:1.5;color:#56524a;';

/** The summary as HTML that mail programs show: tables, styles in place, no script, no class, no picture from elsewhere. */
export function mailHtml(out: OutByHand): string {
  const { content, address } = out;
  const { lang, dir } = languageOf(content.lang);
  const start = dir === 'rtl' ? 'right' : 'left';
  const reads = content.recommendedReads
    .filter(({ url }) => isWebAddress(url))
    .map(
      ({ publisher, title, url }) =>
        `<p style="${small}margin:0 0 6px">${escapeHtml(publisher)}: ${link(url, title)}</p>`,
    );
  const parts = [
    `<h1 style="${serif}font-size:26px;line-height:1.2;margin:0 0 12px">${escapeHtml(content.title)}</h1>`,
    `<p style="${serif}font-size:19px;line-height:1.45;margin:0 0 20px">${escapeHtml(content.lede)}</p>`,
    ...content.blocks.map((block) => blockHtml(out, block, start)),
    ...(reads.length > 0 ? ['<hr style="border:0;border-top:1px solid #d6d1c4;margin:20px 0 12px">', ...reads] : []),
    ...(address === null ? [] : [`<p style="${small}margin:16px 0 0">${link(address, address)}</p>`]),
  ];
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" lang="${lang}" dir="${dir}"><tr><td align="center"><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;width:100%"><tr><td align="${start}" dir="${dir}" style="padding:16px;text-align:${start}">${parts.join('')}</td></tr></table></td></tr></table>`;
}

function blockHtml(out: OutByHand, block: Block, start: 'left' | 'right'): string {
  const paragraph = `${serif}font-size:17px;line-height:1.55;margin:0 0 14px;`;
  const said = (sentences: Sentence[]) => sentences.map((each) => sentenceHtml(out, each)).join(' ');
  switch (block.type) {
    case 'heading':
      return `<h2 style="${serif}font-size:20px;line-height:1.3;margin:26px 0 8px">${escapeHtml(block.text)}</h2>`;
    case 'paragraph':
      return `<p style="${paragraph}">${said(block.sentences)}</p>`;
    case 'quote':
      return `<blockquote style="${paragraph}padding-${start}:16px;border-${start}:2px solid #d6d1c4;margin-${start}:0">${said(block.sentences)}${block.attribution ? `<br>— ${escapeHtml(block.attribution)}` : ''}</blockquote>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag} style="${paragraph}">${block.items.map((item) => `<li>${said(item)}</li>`).join('')}</${tag}>`;
    }
    case 'table':
      return `<table cellpadding="4" cellspacing="0" border="1" style="${paragraph}border-collapse:collapse">${block.rows.map((row) => `<tr>${row.map((cell) => `<td>${said(cell)}</td>`).join('')}</tr>`).join('')}</table>`;
    case 'embed':
      return `<p style="${small}">${link(block.href, block.note)}</p>`;
    case 'figure':
      return `<p style="${small}">[${escapeHtml([block.image.caption, block.image.credit].filter(Boolean).join(' ')) || escapeHtml(block.image.alt)}]</p>`;
  }
}

/** A sentence with its emphasis and links, and after it the outlets that it cites, linked. */
function sentenceHtml({ evidence }: OutByHand, { text, marks = [], basis, lang }: Sentence): string {
  const said = markedHtml(text, marks);
  const inside = lang === undefined ? said : `<span lang="${lang}" dir="${languageOf(lang).dir}">${said}</span>`;
  if (basis.kind !== 'cited') return inside;
  const sources = new Map(
    basis.citations.flatMap((citation) => {
      const known = evidence.get(citation.evidence);
      return known ? [[known.outlet, known.url]] : [];
    }),
  );
  const named = [...sources].map(([outlet, url]) => (url === null ? escapeHtml(outlet) : link(url, outlet)));
  return named.length === 0 ? inside : `${inside} <span style="${small}font-size:12px">(${named.join(', ')})</span>`;
}

function markedHtml(text: string, marks: Mark[]): string {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(1).reduce((html, end, index) => {
    const start = cuts[index] ?? 0;
    const over = marks.filter((mark) => mark.start <= start && end <= mark.end);
    const words = escapeHtml(text.slice(start, end));
    return (
      html +
      over.reduce(
        (inner, mark) => (mark.type === 'link' ? linkHtml(mark.href, inner) : `<${mark.type}>${inner}</${mark.type}>`),
        words,
      )
    );
  }, '');
}

function link(href: string, words: string): string {
  return linkHtml(href, escapeHtml(words));
}

function linkHtml(href: string, html: string): string {
  return isWebAddress(href) || href.startsWith('mailto:')
    ? `<a href="${escapeHtml(href)}" style="color:#1d4373">${html}</a>`
    : html;
}

/** The summary for a messaging app: headings between asterisks, which such apps set bold; sources by name. */
export function messageText(out: OutByHand): string {
  return written(out, (text) => `*${text}*`, true);
}

/** The summary as text and nothing else. */
export function plainText(out: OutByHand): string {
  return written(out, (text) => text, false);
}

function written(
  { content, address, evidence }: OutByHand,
  strong: (text: string) => string,
  message: boolean,
): string {
  const said = (sentences: Sentence[]) => sentences.map(({ text }) => text).join(' ');
  const sources = (sentences: Sentence[]) => {
    const names = new Set(
      sentences.flatMap(({ basis }) =>
        basis.kind === 'cited' ? basis.citations.map((each) => evidence.get(each.evidence)?.outlet) : [],
      ),
    );
    const known = [...names].filter((name) => name !== undefined);
    return known.length > 0 ? ` (${known.join(', ')})` : '';
  };
  const lines = content.blocks.map((block) => {
    switch (block.type) {
      case 'heading':
        return strong(block.text);
      case 'paragraph':
        return said(block.sentences) + sources(block.sentences);
      case 'quote':
        return `${said(block.sentences)}${block.attribution ? ` — ${block.attribution}` : ''}${sources(block.sentences)}`;
      case 'list':
        return block.items
          .map((item, index) => `${block.ordered ? `${index + 1}.` : '•'} ${said(item)}${sources(item)}`)
          .join('\n');
      case 'table':
        return block.rows.map((row) => row.map(said).join(' | ')).join('\n');
      case 'embed':
        return `${block.note} ${block.href}`;
      case 'figure':
        return '';
    }
  });
  const reads = content.recommendedReads.map(({ publisher, title, url }) =>
    message ? `• ${publisher}: ${title}\n${url}` : `${publisher}: ${title} ${url}`,
  );
  return [strong(content.title), content.lede, ...lines, ...(reads.length > 0 ? [reads.join('\n')] : []), address ?? '']
    .filter((part) => part.trim() !== '')
    .join('\n\n');
}
