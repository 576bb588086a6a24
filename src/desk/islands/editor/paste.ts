import { decodeEntities } from '#lib/html/entities.ts';
import { htmlTokens, rawAttributes, voidElements } from '#lib/html/html-tokens.ts';
import { isWebAddress } from '#lib/json/read-json.ts';

/** A run of pasted text and how it is set. */
export interface PastedRun {
  text: string;
  strong: boolean;
  em: boolean;
  href: string | null;
}

/** A block of what was pasted. */
export interface PastedBlock {
  kind: 'paragraph' | 'heading' | 'bullet' | 'number' | 'quote';
  level: 2 | 3 | 4;
  runs: PastedRun[];
}

const breaksLine = new Set(
  'address article aside blockquote br center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const unseen = new Set(
  'head title script style svg math object audio video canvas select textarea button noscript'.split(' '),
);

interface Open {
  name: string;
  kind?: PastedBlock['kind'];
  level?: 2 | 3 | 4;
  strong?: boolean;
  em?: boolean;
  href?: string | null;
  unseen?: boolean;
}

/**
 * What foreign HTML says, read as tokens: no element is ever made of it, so nothing in it can run, load or lay out. Word's
 * and Google Docs' own ways (lists that are paragraphs, bold that is a style) are known; all else is text.
 */
export function readPastedHtml(html: string): PastedBlock[] {
  const blocks: PastedBlock[] = [];
  const open: Open[] = [];
  let block: PastedBlock | null = null;
  const end = () => {
    if (block) blocks.push(block);
    block = null;
  };
  const inherited = <K extends keyof Open>(key: K): Open[K] | undefined =>
    open.findLast((each) => each[key] !== undefined)?.[key];
  for (const token of htmlTokens(clipboardBody(html))) {
    if (token.kind === 'open') {
      if (breaksLine.has(token.name)) end();
      if (!voidElements.has(token.name) && !token.selfClosing && open.length < 500)
        open.push(opened(token.name, token.raw, open));
    } else if (token.kind === 'close') {
      if (breaksLine.has(token.name)) end();
      const at = open.findLastIndex(({ name }) => name === token.name);
      if (at >= 0) open.splice(at);
    } else if (token.kind === 'text' && inherited('unseen') !== true) {
      const text = decodeEntities(token.raw).replace(/[\s\u00a0]+/gu, ' ');
      if (block === null && text.trim() === '') continue;
      block ??= { kind: inherited('kind') ?? 'paragraph', level: inherited('level') ?? 2, runs: [] };
      const run = {
        text,
        strong: inherited('strong') ?? false,
        em: inherited('em') ?? false,
        href: inherited('href') ?? null,
      };
      block.runs.push(block.kind === 'heading' ? { ...run, strong: false, em: false, href: null } : run);
    }
  }
  end();
  return blocks.map(tidied).filter(({ runs }) => runs.length > 0);
}

/** Windows puts what was copied between two comments, with its surroundings around. */
function clipboardBody(html: string): string {
  const fragment = /<!--\s*StartFragment\s*-->([\s\S]*?)<!--\s*EndFragment\s*-->/u.exec(html);
  return fragment?.[1] ?? html;
}

function opened(name: string, raw: string, open: Open[]): Open {
  const attributes = rawAttributes(raw);
  const style = decodeEntities(attributes.get('style') ?? '').toLowerCase();
  const element: Open = { name };
  if (unseen.has(name) || /display:\s*none|mso-list:\s*ignore/u.test(style)) element.unseen = true;
  const heading = /^h([1-6])$/u.exec(name);
  if (heading) {
    element.kind = 'heading';
    element.level = Math.min(4, Math.max(2, Number(heading[1]))) as 2 | 3 | 4;
  } else if (name === 'li')
    element.kind =
      open.findLast((each) => each.name === 'ol' || each.name === 'ul')?.name === 'ol' ? 'number' : 'bullet';
  else if (name === 'blockquote') element.kind = 'quote';
  // Word writes its lists as paragraphs.
  else if (name === 'p' && /MsoListParagraph/u.test(attributes.get('class') ?? '')) element.kind = 'bullet';
  if (/^(?:b|strong)$/u.test(name)) element.strong = true;
  if (/^(?:i|em)$/u.test(name)) element.em = true;
  const weight = /font-weight:\s*(\w+)/u.exec(style)?.[1];
  if (weight !== undefined) element.strong = weight === 'bold' || Number(weight) >= 600;
  const slant = /font-style:\s*(\w+)/u.exec(style)?.[1];
  if (slant !== undefined) element.em = slant === 'italic' || slant === 'oblique';
  if (name === 'a') {
    const href = decodeEntities(attributes.get('href') ?? '').trim();
    element.href = isWebAddress(href) || /^mailto:[^\s@]+@[^\s@]+$/iu.test(href) ? href : null;
  }
  return element;
}

/** Plain text: a line is a paragraph, as it is in a mail or a message. */
export function readPastedText(text: string): PastedBlock[] {
  return text
    .split(/[\r\n\u2028\u2029]+/u)
    .map((line): PastedBlock => ({
      kind: 'paragraph',
      level: 2,
      runs: [{ text: line, strong: false, em: false, href: null }],
    }))
    .map(tidied)
    .filter(({ runs }) => runs.length > 0);
}

/** White space at the ends and doubled is left out, and characters that are none. */
function tidied(block: PastedBlock): PastedBlock {
  const runs: PastedRun[] = [];
  let before = ' ';
  for (const run of block.runs) {
    let text = run.text
      .toWellFormed()
      .replace(/[\u0000-\u001f\u007f\ufeff\u00ad]/gu, ' ')
      .replace(/[ \u00a0]+/gu, ' ');
    if (before.endsWith(' ')) text = text.trimStart();
    if (text === '') continue;
    before = text;
    runs.push({ ...run, text });
  }
  const last = runs.at(-1);
  if (last) last.text = last.text.trimEnd();
  return { ...block, runs: runs.filter(({ text }) => text !== '') };
}
