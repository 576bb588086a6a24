/** One child of an export's channel (an item, an author, a term) as it is written, and where it begins (both from 1). */
export interface XmlRecord {
  name: string;
  raw: string;
  line: number;
  column: number;
}

/** A record that cannot be taken out whole, and what is the matter. */
export interface BrokenRecord extends Omit<XmlRecord, 'raw'> {
  problem: string;
}

/** The text declares a document type or entities; the message names the line. */
export class DoctypeRefused extends Error {
  override name = 'DoctypeRefused';
}

/** Longest record in characters. */
export const longestRecord = 16 * 1024 * 1024;
const longestTag = 64 * 1024;
const sectionStarts = ['<![CDATA[', '<!--'];

/** What shows that a section was not closed: the next item stands inside it. */
const damage = /<\/item>\s*<(?=item[\s>]|\/channel)/u;

/**
 * Cuts an RSS document, as it streams in, into the children of its channel. At most one record is held. What is damaged is
 * told and left at the next `<item>`: items before and after it are whole. A document that ends early is told, too.
 * @throws DoctypeRefused
 */
export async function* splitRecords(chunks: AsyncIterable<string>): AsyncGenerator<XmlRecord | BrokenRecord> {
  const splitter = new Splitter();
  for await (const chunk of chunks) {
    splitter.add(chunk);
    for (let found = splitter.next(); found; found = splitter.next()) yield found;
  }
  splitter.ended = true;
  for (let found = splitter.next(); found; found = splitter.next()) yield found;
}

type Mode = 'text' | 'cdata' | 'comment';

class Splitter {
  ended = false;
  private buffer = '';
  /** Read so far, as an index of the buffer. */
  private at = 0;
  private mode: Mode = 'text';
  /** Where the open section or comment begins. */
  private modeFrom = 0;
  /** The record that is open; `from` is an index of the buffer, -1 when its text was too long to be held. */
  private open: { name: string; from: number; line: number; column: number } | null = null;
  private insideChannel = false;
  private closed = false;
  private told = false;
  private line = 1;
  private lineFrom = 0;
  private countedTo = 0;

  add(chunk: string): void {
    const keep = this.open && this.open.from >= 0 ? this.open.from : this.at;
    if (keep > 0) {
      this.countLines(keep);
      this.buffer = this.buffer.slice(keep);
      this.at -= keep;
      this.modeFrom = Math.max(0, this.modeFrom - keep);
      this.lineFrom -= keep;
      this.countedTo -= keep;
      if (this.open && this.open.from >= 0) this.open.from -= keep;
    }
    this.buffer += chunk;
  }

  /** The next record, or null when more text is needed or none is left. */
  next(): XmlRecord | BrokenRecord | null {
    for (;;) {
      const found = this.mode === 'text' ? this.readMarkup() : this.readSection(this.mode === 'cdata' ? ']]>' : '-->');
      if (found === 'more') return this.ended ? this.atEnd() : this.heldTooLong();
      if (found !== 'on') return found;
    }
  }

  private readSection(end: string): XmlRecord | BrokenRecord | 'more' | 'on' {
    const close = this.buffer.indexOf(end, this.at);
    if (close === -1) {
      this.at = Math.max(this.at, this.buffer.length - end.length + 1);
      return 'more';
    }
    const broken = this.mode === 'cdata' ? this.damaged(close) : null;
    this.mode = 'text';
    if (broken) return broken;
    this.at = close + end.length;
    return 'on';
  }

  /** Looks for an item that begins inside the open section; if there is one, reading goes on there. */
  private damaged(to: number): BrokenRecord | null {
    const found = this.open ? damage.exec(this.buffer.slice(this.modeFrom, to)) : null;
    if (!found) return null;
    this.mode = 'text';
    this.at = this.modeFrom + found.index + found[0].length - 1;
    return this.breakOff('a text in it is never closed (“]]>” is missing)');
  }

  private readMarkup(): XmlRecord | BrokenRecord | 'more' | 'on' {
    const start = this.buffer.indexOf('<', this.at);
    if (start === -1) {
      this.at = this.buffer.length;
      return 'more';
    }
    this.at = start;
    const head = this.buffer.slice(start, start + 9);
    if (!this.ended && sectionStarts.some((mark) => mark.length > head.length && mark.startsWith(head))) return 'more';
    if (head === '<![CDATA[' || head.startsWith('<!--')) {
      this.mode = head === '<![CDATA[' ? 'cdata' : 'comment';
      this.modeFrom = start;
      this.at = start + (this.mode === 'cdata' ? 9 : 4);
      return 'on';
    }
    if (head.startsWith('<!')) {
      if (!this.open) throw new DoctypeRefused(`line ${this.place(start).line}`);
      this.at = start + 2;
      return 'on';
    }
    const end = this.buffer.indexOf('>', start);
    if (end === -1 && !this.ended && this.buffer.length - start < longestTag) return 'more';
    if (end === -1 || end - start > longestTag) {
      this.at = start + 1;
      return 'on';
    }
    this.at = end + 1;
    return this.readTag(start, this.buffer.slice(start + 1, end));
  }

  private readTag(start: number, tag: string): XmlRecord | BrokenRecord | 'on' {
    const [, slash, name] = /^(\/?)([\p{L}_][\p{L}\p{N}_.:-]*)/u.exec(tag) ?? [];
    if (name === undefined) return 'on';
    if (!this.open) {
      if (name === 'channel') {
        this.insideChannel = slash === '';
        this.closed = slash !== '';
      } else if (this.insideChannel && slash === '') {
        this.open = { name, from: start, ...this.place(start) };
        if (tag.endsWith('/')) return this.close();
      }
      return 'on';
    }
    if (slash === '' && name === 'item') {
      const broken = this.breakOff('it is not closed where the next one begins');
      this.at = start;
      return broken;
    }
    if (slash !== '' && name === 'channel') {
      this.at = start;
      return this.breakOff('it is not closed where the list of items ends');
    }
    return slash !== '' && name === this.open.name ? this.close() : 'on';
  }

  private close(): XmlRecord | BrokenRecord | 'on' {
    const { open } = this;
    if (!open) return 'on';
    if (open.from === -1 || this.at - open.from > longestRecord) return this.breakOff(tooLong);
    this.open = null;
    const { name, line, column } = open;
    return { name, line, column, raw: this.buffer.slice(open.from, this.at) };
  }

  private breakOff(problem: string): BrokenRecord {
    const { name, line, column, from } = this.open ?? { name: 'item', line: this.line, column: 1, from: 0 };
    this.open = null;
    return { name, line, column, problem: from === -1 ? tooLong : problem };
  }

  /** Lets go of the text of a record that is too long; it is told where it ends. */
  private heldTooLong(): BrokenRecord | null {
    if (!this.open || this.open.from === -1 || this.buffer.length - this.open.from <= longestRecord) return null;
    const broken = this.mode === 'cdata' ? this.damaged(this.buffer.length) : null;
    if (broken) return broken;
    this.open.from = -1;
    return null;
  }

  private atEnd(): BrokenRecord | null {
    if (this.open) {
      const broken = this.mode === 'cdata' ? this.damaged(this.buffer.length) : null;
      if (broken) return broken;
      this.mode = 'text';
      this.at = this.buffer.length;
      this.told = true;
      return this.breakOff('the file ends inside it');
    }
    if (this.told || this.closed || !this.insideChannel) return null;
    this.told = true;
    return { name: 'end', ...this.place(this.buffer.length), problem: 'the file ends before its list of items does' };
  }

  private place(index: number): { line: number; column: number } {
    this.countLines(index);
    return { line: this.line, column: index - this.lineFrom + 1 };
  }

  private countLines(to: number): void {
    for (let at = this.buffer.indexOf('\n', this.countedTo); at !== -1 && at < to;) {
      this.line += 1;
      this.lineFrom = at + 1;
      at = this.buffer.indexOf('\n', at + 1);
    }
    this.countedTo = Math.max(this.countedTo, to);
  }
}

const tooLong = `it is longer than ${longestRecord / 1024 / 1024} MB`;
