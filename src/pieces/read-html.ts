import { parseHTML } from 'linkedom';
import { limitNesting, usualNesting } from '#lib/html/limit-nesting.ts';
import type { Lang } from '#platform/language.ts';
import type { Block, Sentence } from './document.ts';
import { decodeEmail, fullAddress, protectedEmail } from './read-html-address.ts';
import { bareAddress, containers, dropped, embedded, emphasis, isCell, isHidden } from './read-html-elements.ts';
import { noteOfElement, noteOfPost } from './read-html-embed.ts';
import { emojiOf, isCaptioned, readPictures } from './read-html-figure.ts';
import { pictureOf } from './read-html-picture.ts';
import { BlockWriter } from './read-html-writer.ts';

export { fullAddress } from './read-html-address.ts';
export { foldText } from './read-html-run.ts';

export interface HtmlReading {
  /** Relative links and pictures are completed with it; null: they lose their address. */
  baseUrl: string | null;
  lang: Lang;
  ids: (prefix: string) => string;
  /** Asked of each element before the ordinary rules: leave it out, or what it stands for. null: ordinary. */
  special?: (element: Element) => 'drop' | Block[] | null;
}

/**
 * Foreign HTML (a string, or an element of a linkedom document) as blocks of our document. Never in the main thread.
 * Text is kept to the word, blanks folded; what is hidden, a form, a script or a counting pixel is left out. Every link to
 * http or https is one of basis `linked` on each sentence that it touches; other schemes keep their words alone.
 * Deeper than 250 elements only the text is read.
 */
export function blocksFromHtml(html: string | Element, reading: HtmlReading): Block[] {
  const reader = new HtmlReader(reading);
  if (typeof html === 'string') {
    const { document } = parseHTML(`<html><body>${limitNesting(html)}</body></html>`);
    reader.readInside(document.body, 0);
  } else if (containers.has(html.localName) && !/^(?:figure|table)$/u.test(html.localName)) reader.readInside(html, 0);
  else reader.readElement(html, 0);
  return reader.end();
}

class HtmlReader {
  private readonly reading: HtmlReading;
  private readonly writer: BlockWriter;
  /** Lists within an item: they follow it. */
  private readonly readLater = new Set<Element>();

  constructor(reading: HtmlReading) {
    this.reading = reading;
    this.writer = new BlockWriter(reading);
  }

  end(): Block[] {
    this.writer.endParagraph();
    return this.writer.blocks;
  }

  readInside(element: Element, depth: number, but: Element | null = null): void {
    for (let node = element.firstChild; node !== null; node = node.nextSibling) {
      if (node === but) continue;
      if (node.nodeType === 3 || node.nodeType === 4) this.writer.write(node.nodeValue ?? '');
      else if (node.nodeType === 1) this.readElement(node as Element, depth + 1);
    }
  }

  readElement(element: Element, depth: number): void {
    const name = element.localName;
    const { writer } = this;
    if (dropped.has(name) || isHidden(element)) return;
    if (this.readLater.has(element)) writer.write(' ');
    else if (depth > usualNesting) writer.write(element.textContent ?? '');
    else if (this.isSpecial(element)) return;
    else if (name === 'br') writer.lineBreak();
    else if (name === 'img') this.readImage(element);
    else if (embedded.has(name)) this.readEmbed(element);
    else if (name === 'noscript') this.readNoscript(element);
    else if (name === 'a') this.readLink(element, depth);
    else if (name in emphasis) {
      writer.styled({ type: emphasis[name] ?? 'em' }, () => this.readInside(element, depth));
    } else if (/^h[1-6]$/u.test(name)) this.readHeading(element, depth);
    else if (name === 'ul' || name === 'ol' || name === 'menu') this.readList(element, depth);
    else if (name === 'blockquote') this.readQuote(element, depth);
    else if (name === 'figure' || isCaptioned(element)) this.readFigure(element, depth);
    else if (name === 'table') this.readTable(element, depth);
    else if (name === 'pre') this.readPreformatted(element);
    else if (name === 'form') this.readForm(element, depth);
    else if (name === 'q') this.readInlineQuote(element, depth);
    else if (name === 'hr') writer.endParagraph();
    else if (element.hasAttribute('data-cfemail')) this.readEmail(element, depth);
    else if (containers.has(name) || name === 'li') this.readContainer(element, depth);
    else this.readInside(element, depth);
  }

  private isSpecial(element: Element): boolean {
    const special = this.reading.special?.(element) ?? null;
    if (special !== null && special !== 'drop') this.writer.push(...special);
    return special !== null;
  }

  private readContainer(element: Element, depth: number): void {
    if (this.readPost(element, depth)) return;
    this.writer.endParagraph();
    this.readInside(element, depth);
    this.writer.endParagraph();
  }

  /** A post of a network: what it said, and where. */
  private readPost(element: Element, depth: number): boolean {
    const post = noteOfPost(element, this.reading.baseUrl);
    if (post === null) return false;
    const { text } = this.writer.asTextAlone(() => this.readInside(element, depth));
    const note = text === '' ? post.note : `${post.note}: ${text.slice(0, 1_000)}`;
    this.writer.push({ type: 'embed', id: this.writer.id('e'), href: post.href, note });
    return true;
  }

  private readLink(element: Element, depth: number): void {
    const written = element.getAttribute('href');
    const email = decodeEmail(element.getAttribute('data-cfemail') ?? '') ?? protectedEmail(written ?? '');
    if (email !== null) {
      this.readProtectedLink(email, element, depth);
      return;
    }
    // A place in the same page is no source, and an address that cannot be decoded leads nowhere.
    const nowhere = written === null || /^\s*#|\/cdn-cgi\/l\/email-protection/u.test(written);
    const href = nowhere ? null : fullAddress(written, this.reading.baseUrl);
    if (written === null || href === null) this.readInside(element, depth);
    else this.writer.styled({ type: 'link', href, written }, () => this.readInside(element, depth));
  }

  /** Its words are "[email protected]" or its own. */
  private readProtectedLink(email: string, element: Element, depth: number): void {
    const href = `mailto:${email}`;
    this.writer.styled({ type: 'link', href, written: href }, () => {
      if (/\[email\s+protected\]/iu.test(element.textContent ?? '')) this.writer.write(email);
      else this.readInside(element, depth);
    });
  }

  private readEmail(element: Element, depth: number): void {
    const email = decodeEmail(element.getAttribute('data-cfemail') ?? '');
    if (email === null) this.readInside(element, depth);
    else this.writer.write(email);
  }

  private readInlineQuote(element: Element, depth: number): void {
    this.writer.write('“');
    this.readInside(element, depth);
    this.writer.write('”');
  }

  private readHeading(element: Element, depth: number): void {
    const { writer } = this;
    const { text } = writer.asTextAlone(() => this.readInside(element, depth));
    if (writer.inText || text === '' || bareAddress.test(text)) {
      this.readContainer(element, depth);
      return;
    }
    const given = Number(element.localName.charAt(1));
    writer.endParagraph();
    writer.blocks.push({ type: 'heading', id: writer.id('h'), level: given <= 2 ? 2 : given === 3 ? 3 : 4, text });
    // Again, for the pictures in it.
    if (element.querySelector('img, iframe, video, audio')) writer.asText(() => this.readInside(element, depth));
    writer.endBlock();
  }

  /** The items of lists within follow the item that holds them. */
  private readList(element: Element, depth: number): void {
    const { writer } = this;
    if (writer.inText) {
      this.readContainer(element, depth);
      return;
    }
    writer.endParagraph();
    const items: Sentence[][] = [];
    this.readItems(element, depth, items);
    if (items.length > 0) {
      writer.blocks.push({ type: 'list', id: writer.id('l'), ordered: element.localName === 'ol', items });
    }
    writer.endBlock();
  }

  private readItems(list: Element, depth: number, items: Sentence[][]): void {
    const { writer } = this;
    for (const child of list.children) {
      if (isHidden(child)) continue;
      const nested = [...child.children].filter(({ localName }) => localName === 'ul' || localName === 'ol');
      if (child.localName === 'ul' || child.localName === 'ol') {
        if (depth < usualNesting) this.readItems(child, depth + 1, items);
        continue;
      }
      for (const each of nested) this.readLater.add(each);
      const own = writer.sentences(
        writer.asText(() => {
          if (!this.isSpecial(child)) this.readInside(child, depth + 1);
        }),
      );
      if (own.length > 0) items.push(own);
      if (depth < usualNesting) for (const each of nested) this.readItems(each, depth + 2, items);
    }
  }

  /** A quotation of several paragraphs is one block each; who said it stands on the last. */
  private readQuote(element: Element, depth: number): void {
    const { writer } = this;
    if (this.readPost(element, depth)) return;
    if (writer.inText) {
      this.readContainer(element, depth);
      return;
    }
    const end = element.lastElementChild;
    const source = end?.localName === 'footer' || end?.localName === 'cite' ? end : null;
    const last = writer.asQuote(() => this.readInside(element, depth, source));
    if (source === null) return;
    const attribution = writer.asText(() => this.readInside(source, depth)).text.replace(/^[—–-]\s*/u, '');
    if (last && attribution !== '') last.attribution = attribution;
    else this.readContainer(source, depth + 1);
  }

  private readImage(element: Element): void {
    const emoji = emojiOf(element);
    const picture = emoji === null ? pictureOf(element, this.reading.baseUrl) : null;
    if (emoji !== null) this.writer.write(emoji);
    if (picture) this.writer.pushPicture(picture);
  }

  private readFigure(element: Element, depth: number): void {
    const readInside = (part: Element): void => {
      this.readInside(part, depth);
    };
    if (!readPictures(element, this.writer, { baseUrl: this.reading.baseUrl, readInside })) {
      this.readContainer(element, depth);
    }
  }

  private readEmbed(element: Element): void {
    const note = noteOfElement(element, this.reading.baseUrl);
    if (note) this.writer.push({ type: 'embed', id: this.writer.id('e'), ...note });
  }

  private readNoscript(element: Element): void {
    for (const image of element.querySelectorAll('img')) this.readImage(image);
    for (const frame of element.querySelectorAll('iframe')) this.readEmbed(frame);
  }

  private readPreformatted(element: Element): void {
    this.writer.endParagraph();
    for (const line of (element.textContent ?? '').split('\n')) {
      if (line.trim() === '') this.writer.endParagraph();
      else this.writer.write(`${line} `);
    }
    this.writer.endParagraph();
  }

  /** Some pages stand in one form as a whole; the others ask for something. */
  private readForm(element: Element, depth: number): void {
    if (element.querySelector('article, main') !== null || element.querySelectorAll('p').length > 3) {
      this.readContainer(element, depth);
    }
  }

  private readTable(element: Element, depth: number): void {
    const { writer } = this;
    const rows = [...element.querySelectorAll('tr')].map((row) => [...row.children].filter(isCell));
    const isData = rows.some((cells) => cells.length > 1) && element.querySelector('table') === null;
    if (writer.inText || !isData) {
      this.readContainer(element, depth);
      return;
    }
    writer.endParagraph();
    const caption = element.querySelector('caption');
    if (caption) this.readContainer(caption, depth + 1);
    const read = rows
      .map((cells) => cells.map((cell) => writer.sentences(writer.asText(() => this.readInside(cell, depth + 3)))))
      .filter((cells) => cells.some((cell) => cell.length > 0));
    const header = rows[0]?.every(({ localName }) => localName === 'th') ?? false;
    if (read.length > 0) writer.blocks.push({ type: 'table', id: writer.id('t'), header, rows: read });
    writer.endBlock();
  }
}
