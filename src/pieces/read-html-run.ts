import { directionOf, type Lang } from '#platform/language.ts';
import { detectLanguage } from '#lib/text/detect-language.ts';
import { splitSentences } from '#lib/text/sentences.ts';
import type { Mark, Sentence } from './document.ts';

/** A stretch of running text set differently, as the source has it: of a link its address in full and as it was written. */
export type Style = { type: 'strong' | 'em' } | { type: 'link'; href: string; written: string };

/** Blanks, line breaks and controls that are more or other than one space. */
const blank = /[\s\u0000-\u001f\u007f-\u009f]{2,}|[^\S ]|[\u0000-\u001f\u007f-\u009f]/gu;
/** Soft hyphens, joiners, marks of direction, byte order marks. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
/** Scripts in which joiners and marks of direction mean something. */
const joining =
  /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Khmr}\p{sc=Mong}]/u;

/**
 * Text as it is kept: well-formed, blanks folded to one space, no zero-width characters but the joiners and marks of
 * direction of the scripts that need them and the joiners of emoji.
 */
export function foldText(text: string): string {
  const whole = invisible.test(text) ? withoutInvisible(text) : text;
  return whole.toWellFormed().replace(blank, ' ');
}

function withoutInvisible(text: string): string {
  const plain = text.replace(/[\u00ad\u200b\u2060-\u2064\ufeff]/gu, '');
  if (joining.test(plain)) return plain;
  return plain.replace(/(?<!\p{Emoji}\ufe0f?)\u200d|[\u200c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');
}

/** Running text being collected: one paragraph, item, cell or heading, with its marks. */
export class Run {
  private text = '';
  private marks: { style: Style; start: number; end: number }[] = [];
  private readonly open: { style: Style; start: number }[] = [];

  /** Text as the source has it; blanks are folded across calls. */
  write(raw: string): void {
    const folded = foldText(raw);
    this.text += folded.startsWith(' ') && (this.text === '' || this.text.endsWith(' ')) ? folded.slice(1) : folded;
  }

  begin(style: Style): void {
    this.open.push({ style, start: this.text.length });
  }

  end(): void {
    const ended = this.open.pop();
    if (ended) this.marks.push({ ...ended, end: this.text.length });
  }

  get empty(): boolean {
    return this.text.trim() === '';
  }

  /** The text collected, and nothing of it left; what is open goes on in the next. */
  take(): RunText {
    const taken = {
      text: this.text.trimEnd(),
      marks: [...this.marks, ...this.open.map((style) => ({ ...style, end: this.text.length }))],
    };
    this.text = '';
    this.marks = [];
    for (const style of this.open) style.start = 0;
    return taken;
  }
}

/** One run of folded text with the styles over it, properly nested. */
export interface RunText {
  text: string;
  marks: { style: Style; start: number; end: number }[];
}

/** A run cut into sentences; joined by one space they are its text again. */
export function sentencesOfRun(run: RunText, options: { lang: Lang; ids: (prefix: string) => string }): Sentence[] {
  return splitSentences(run.text).map(({ start, end }) => {
    const text = run.text.slice(start, end);
    const cut = cutMarks(run, start, end);
    const marks = cut.map(({ mark }) => mark);
    const links = cut.flatMap(({ mark, written }) => {
      if (mark.type !== 'link' || mark.href.startsWith('mailto:')) return [];
      const words = text.slice(mark.start, mark.end);
      return [{ href: mark.href, text: words, ...(written === mark.href ? {} : { originalHref: written }) }];
    });
    const lang = foreignLanguage(text, options.lang);
    return {
      id: options.ids('s'),
      text,
      ...(marks.length > 0 ? { marks } : {}),
      ...(lang === null ? {} : { lang }),
      basis: links.length > 0 ? { kind: 'linked' as const, links } : { kind: 'uncited' as const },
    };
  });
}

/** The marks over a stretch, relative to it, without the blanks at their ends, in reading order and the outer first. */
function cutMarks(run: RunText, from: number, to: number): { mark: Mark; written: string }[] {
  const cut: { mark: Mark; written: string }[] = [];
  for (const { style, start, end } of run.marks) {
    let first = Math.max(start, from);
    let last = Math.min(end, to);
    while (first < last && run.text.charAt(first) === ' ') first += 1;
    while (last > first && run.text.charAt(last - 1) === ' ') last -= 1;
    if (first >= last) continue;
    const place = { start: first - from, end: last - from };
    cut.push(
      style.type === 'link'
        ? { mark: { type: 'link', ...place, href: style.href }, written: style.written }
        : { mark: { type: style.type, ...place }, written: '' },
    );
  }
  cut.sort((a, b) => a.mark.start - b.mark.start || b.mark.end - a.mark.end);
  return cut;
}

/** The language of a sentence that is written the other way round than the piece's language is; null for all others. */
function foreignLanguage(text: string, lang: Lang): Lang | null {
  const rightToLeft = text.match(/[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}]/gu)?.length ?? 0;
  if (rightToLeft === 0 && directionOf(lang) === 'ltr') return null;
  const others = (text.match(/\p{L}/gu)?.length ?? 0) - rightToLeft;
  if (rightToLeft > others === (directionOf(lang) === 'rtl')) return null;
  const found = detectLanguage(text);
  return found === 'und' || directionOf(found) === directionOf(lang) ? null : found;
}
