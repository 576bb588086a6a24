import { decodeEntities, escapeHtml } from './entities.ts';
import { htmlTokens, rawAttributes } from './html-tokens.ts';

/** Blocks that hold running text, and are written with their first text. */
const runs = new Set('p h2 h3 h4'.split(' '));
/** Blocks that hold running text and blocks. */
const leaves = new Set('li figcaption caption td th'.split(' '));
/** Blocks that hold only certain blocks; text that strays into them stays bare. */
const strict = new Set('ul ol table thead tbody tfoot tr'.split(' '));
/** Blocks that may stand where blocks may stand. */
const free = new Set('ul ol blockquote figure table'.split(' '));

/** The parents without which a block is dropped, its content kept. */
const parents: Record<string, readonly string[]> = {
  li: ['ul', 'ol'],
  figcaption: ['figure'],
  caption: ['table'],
  thead: ['table'],
  tbody: ['table'],
  tfoot: ['table'],
  tr: ['table', 'thead', 'tbody', 'tfoot'],
  td: ['tr'],
  th: ['tr'],
};

interface Element {
  name: string;
  raw: string;
}

/**
 * Puts already clean, well-formed HTML in the one shape that a second cleaning leaves alone: running text always inside a
 * block, `div` gone, lists and tables with their parts in place, emphasis and links inside the block they mark, no empty
 * paragraph or mark, pictures as their alt text.
 */
export function settleBlocks(clean: string): string {
  const output = new SettledHtml();
  /** Blocks that the source has open, and whether they were written. */
  const source: { name: string; written: boolean }[] = [];
  for (const token of htmlTokens(clean)) {
    if (token.kind === 'hidden') continue;
    if (token.kind === 'text') output.text(token.raw);
    else if (token.name === 'img') output.text(escapeText(decodeEntities(rawAttributes(token.raw).get('alt') ?? '')));
    else if (token.name === 'br') output.lineBreak();
    else if (token.name === 'div') output.endRun();
    else if (runs.has(token.name)) {
      output.endRun();
      if (token.kind === 'open') output.startRun(token);
    } else if (free.has(token.name) || token.name in parents) {
      output.endRun();
      if (token.kind === 'open') source.push({ name: token.name, written: output.openBlock(token) });
      else if (source.pop()?.written) output.closeBlock();
    } else if (token.kind === 'open') output.openInline(token);
    else output.closeInline(token.name);
  }
  return output.end();
}

/** As the cleaner writes text, so that a second cleaning changes nothing: quotes stay as they are. */
function escapeText(text: string): string {
  return escapeHtml(text).replaceAll('&quot;', '"');
}

class SettledHtml {
  private readonly out: string[] = [];
  /** Blocks written and not closed. */
  private readonly blocks: string[] = [];
  /** Inline elements that the source has open; the first `written` of them stand in the present block. */
  private readonly inlines: Element[] = [];
  private written = 0;
  private pending: Element | null = null;
  /** What stands between the last text and the next in one block: nothing, a space, a line break. */
  private owed = '';
  /** Nothing is written in the innermost block yet. */
  private fresh = true;

  private get top(): string {
    return this.blocks.at(-1) ?? '';
  }

  private inText(): boolean {
    return !this.pending && (runs.has(this.top) || leaves.has(this.top));
  }

  text(raw: string): void {
    const folded = raw.replace(/[\t\n\f\r ]+/g, ' ');
    if (folded.startsWith(' ')) this.owed ||= ' ';
    if (folded.trim() === '') return;
    this.write(folded.replace(/^ | $/g, ''));
    if (folded.endsWith(' ')) this.owed = ' ';
  }

  lineBreak(): void {
    if (!this.inText() || this.fresh) return;
    this.owed = '';
    this.write('<br />');
  }

  /** Ends the open paragraph or heading; a block may not stand inside running text. */
  endRun(): void {
    this.pending = null;
    this.endInlines();
    if (runs.has(this.top)) this.closeBlock();
    else if (!this.fresh && leaves.has(this.top)) this.owed = '<br />';
  }

  startRun(element: Element): void {
    if (!leaves.has(this.top) && !strict.has(this.top)) this.pending = element;
  }

  /** False when the block has no place here. */
  openBlock(element: Element): boolean {
    const fits = parents[element.name]?.includes(this.top) ?? !strict.has(this.top);
    if (fits) this.push(element);
    return fits;
  }

  closeBlock(): void {
    this.endInlines();
    this.out.push(`</${this.blocks.pop()}>`);
    this.owed = '';
    this.fresh = false;
  }

  openInline({ name, raw }: Element): void {
    // A link that lost its address is only text.
    this.inlines.push({ name, raw: raw === '<a>' ? '' : raw });
  }

  closeInline(name: string): void {
    const from = this.inlines.findLastIndex((inline) => inline.name === name);
    if (from === -1) return;
    if (this.written > from) this.endInlines();
    this.inlines.splice(from, 1);
  }

  end(): string {
    this.endRun();
    while (this.blocks.length > 0) this.closeBlock();
    return this.out.join('');
  }

  private push({ name, raw }: Element): void {
    this.blocks.push(name);
    this.out.push(raw);
    this.owed = '';
    this.fresh = true;
  }

  private write(markup: string): void {
    if (this.pending || !(this.inText() || strict.has(this.top))) {
      this.push(this.pending ?? { name: 'p', raw: '<p>' });
      this.pending = null;
    } else if (!this.fresh) this.out.push(this.owed);
    this.owed = '';
    this.fresh = false;
    for (; this.written < this.inlines.length; this.written += 1) this.out.push(this.inlines[this.written]?.raw ?? '');
    this.out.push(markup);
  }

  private endInlines(): void {
    for (; this.written > 0; this.written -= 1) {
      const inline = this.inlines[this.written - 1];
      if (inline?.raw) this.out.push(`</${inline.name}>`);
    }
  }
}
