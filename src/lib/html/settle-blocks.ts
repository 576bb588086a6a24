import { decodeEntities, escapeHtml } from './entities.ts';
import { htmlTokens, rawAttributes } from './html-tokens.ts';

/** Blocks that hold running text. */
const leaves = new Set('p h2 h3 h4 li figcaption caption td th'.split(' '));
/** Blocks that hold blocks. */
const holders = new Set('ul ol blockquote figure table thead tbody tfoot tr'.split(' '));
/** Of these, text outside a leaf is not made a paragraph. */
const strict = new Set('ul ol table thead tbody tfoot tr'.split(' '));
/** Blocks that only end the paragraph before them. */
const breaks = new Set(['div']);

/**
 * Puts already clean, well-formed HTML in the one shape that a second cleaning leaves alone: running text always inside a
 * block, `div` gone, emphasis and links inside the block they mark, no empty paragraph or mark, pictures as their alt text.
 */
export function settleBlocks(clean: string): string {
  const out: string[] = [];
  /** Blocks written and not closed. */
  const blocks: string[] = [];
  /** Inline elements that the source has open, and how many of them are written in the present block. */
  const inlines: { name: string; raw: string }[] = [];
  let written = 0;
  /** A paragraph or heading is written with its first text. */
  let pending: { name: string; raw: string } | null = null;
  /** What stands between the last text and the next in one block: nothing, a space, a line break. */
  let owed = '';
  /** Nothing is written in the innermost block yet. */
  let fresh = true;

  const openBlock = (block: { name: string; raw: string }) => {
    blocks.push(block.name);
    out.push(block.raw);
    owed = '';
    fresh = true;
  };
  const endInlines = () => {
    for (; written > 0; written -= 1) if (inlines[written - 1]?.raw) out.push(`</${inlines[written - 1]?.name}>`);
  };
  const closeBlock = () => {
    endInlines();
    out.push(`</${blocks.pop()}>`);
    owed = '';
    fresh = false;
  };
  /** Ends an open paragraph, where a block may not stand inside running text. */
  const endRun = () => {
    pending = null;
    endInlines();
    const top = blocks.at(-1);
    if (top === 'p' || top === 'h2' || top === 'h3' || top === 'h4') closeBlock();
  };
  const write = (markup: string) => {
    const top = blocks.at(-1) ?? '';
    if (pending || !(leaves.has(top) || strict.has(top))) {
      openBlock(pending ?? { name: 'p', raw: '<p>' });
      pending = null;
    } else if (!fresh) out.push(owed);
    owed = '';
    fresh = false;
    for (; written < inlines.length; written += 1) out.push(inlines[written]?.raw ?? '');
    out.push(markup);
  };
  const writeText = (text: string) => {
    const folded = text.replace(/[\t\n\f\r ]+/g, ' ');
    if (folded.trim() === '') {
      if (folded !== '') owed ||= ' ';
      return;
    }
    if (folded.startsWith(' ')) owed ||= ' ';
    write(folded.replace(/^ | $/g, ''));
    if (folded.endsWith(' ')) owed = ' ';
  };

  for (const token of htmlTokens(clean)) {
    if (token.kind === 'hidden') continue;
    if (token.kind === 'text') writeText(token.raw);
    else if (token.name === 'img') writeText(escapeHtml(decodeEntities(rawAttributes(token.raw).get('alt') ?? '')));
    else if (token.name === 'br') {
      if (!pending && !fresh && leaves.has(blocks.at(-1) ?? '')) {
        owed = '';
        write('<br />');
      }
    } else if (breaks.has(token.name)) endRun();
    else if (token.kind === 'open' && (leaves.has(token.name) || holders.has(token.name))) {
      endRun();
      if (token.name === 'p' || /^h[2-4]$/.test(token.name)) {
        const inLeaf = leaves.has(blocks.at(-1) ?? '');
        if (!inLeaf) pending = { name: token.name, raw: token.raw };
        else owed = '<br />';
      } else openBlock(token);
    } else if (token.kind === 'open') {
      // A link that lost its address is only text.
      inlines.push({ name: token.name, raw: token.raw === '<a>' ? '' : token.raw });
    }
    else if (leaves.has(token.name) || holders.has(token.name)) {
      endRun();
      const from = blocks.lastIndexOf(token.name);
      if (from !== -1 && holders.has(token.name)) while (blocks.length > from) closeBlock();
      else if (from !== -1 && from === blocks.length - 1) closeBlock();
    } else {
      const from = inlines.findLastIndex((inline) => inline.name === token.name);
      if (from === -1) continue;
      if (written > from) endInlines();
      inlines.splice(from, 1);
    }
  }
  endRun();
  while (blocks.length > 0) closeBlock();
  return out.join('');
}
