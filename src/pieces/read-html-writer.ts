import type { Lang } from '#platform/language.ts';
import type { Block, Picture, Quote, Sentence } from './document.ts';
import { plainEmails } from './read-html-address.ts';
import { Run, type RunText, sentencesOfRun, type Style } from './read-html-run.ts';

/** Where running text goes: blocks of its own, or the text of an item, a cell, a caption, a heading. */
type Place = 'blocks' | 'quote' | 'text';

/** Blocks being written from running text: where it ends, what of it is a paragraph, and what follows it. */
export class BlockWriter {
  readonly blocks: Block[] = [];
  private readonly options: { lang: Lang; ids: (prefix: string) => string };
  private run = new Run();
  private place: Place = 'blocks';
  /** Pictures and embeds found where no block can stand: they follow the block that is being read. */
  private after: Block[] = [];
  /** The last thing written was a `<br>`. */
  private broken = false;

  constructor(options: { lang: Lang; ids: (prefix: string) => string }) {
    this.options = options;
  }

  /** What is read is a part of a text: no block can begin. */
  get inText(): boolean {
    return this.place === 'text';
  }

  id(prefix: string): string {
    return this.options.ids(prefix);
  }

  write(raw: string): void {
    if (raw === '') return;
    if (this.broken && raw.trim() !== '') this.broken = false;
    this.run.write(plainEmails(raw));
  }

  /** One is a space, two in a row end the paragraph. */
  lineBreak(): void {
    if (this.broken) this.endParagraph();
    else this.run.write(' ');
    this.broken = true;
  }

  styled(style: Style, read: () => void): void {
    this.run.begin(style);
    read();
    this.run.end();
  }

  endParagraph(): void {
    if (this.inText) {
      this.run.write(' ');
      return;
    }
    this.broken = false;
    const sentences = this.sentences(this.run.take());
    if (sentences.length > 0) {
      this.blocks.push(
        this.place === 'quote'
          ? { type: 'quote', id: this.id('q'), sentences }
          : { type: 'paragraph', id: this.id('p'), sentences },
      );
    }
    this.endBlock();
  }

  /** After a block that was written whole: what was found in it and is no part of it. */
  endBlock(): void {
    if (this.inText) return;
    this.blocks.push(...this.after);
    this.after = [];
  }

  /** Blocks that stand for themselves: here, or after the text that they interrupt. */
  push(...blocks: Block[]): void {
    if (this.inText) {
      this.after.push(...blocks);
      return;
    }
    this.endParagraph();
    this.blocks.push(...blocks);
  }

  /** A picture that a page repeats for readers without scripts is one. */
  pushPicture(picture: Picture): void {
    const before = this.after.at(-1) ?? this.blocks.at(-1);
    if (picture.src !== undefined && before?.type === 'figure' && before.image.src === picture.src) {
      const filled = Object.entries(before.image).filter(([, value]) => value !== '');
      before.image = { ...picture, ...Object.fromEntries(filled) };
      return;
    }
    const figure: Block = { type: 'figure', id: this.id('f'), image: picture };
    if (this.run.empty) this.push(figure);
    else this.after.push(figure);
  }

  /** What is read is one text; what cannot be text follows later. */
  asText(read: () => void): RunText {
    const { run, place, broken } = this;
    this.run = new Run();
    this.place = 'text';
    read();
    const text = this.run.take();
    this.run = run;
    this.place = place;
    this.broken = broken;
    return text;
  }

  /** As `asText`; what cannot be text is left out. */
  asTextAlone(read: () => void): RunText {
    const { after } = this;
    this.after = [];
    const text = this.asText(read);
    this.after = after;
    return text;
  }

  /** The paragraphs that are read are quotations; the last of them. */
  asQuote(read: () => void): Quote | undefined {
    this.endParagraph();
    const from = this.blocks.length;
    const outer = this.place;
    this.place = 'quote';
    read();
    this.endParagraph();
    this.place = outer;
    return this.blocks.slice(from).findLast((block) => block.type === 'quote');
  }

  sentences(run: RunText): Sentence[] {
    return sentencesOfRun(run, this.options);
  }
}
