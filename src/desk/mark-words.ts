import { dayAndTime, fullDay } from '#locales/dates.ts';
import { type GateMark, longestUnquotedRun } from '#pieces/pieces.ts';
import { listed } from './words.ts';

type Kind = GateMark['kind'];
type Of<K extends Kind> = Extract<GateMark, { kind: K }>;
/** Where a mark stands: a sentence rests on its own spans; these rest on what is below or around them. */
export type MarkPlace = 'sentence' | 'heading' | 'lede' | 'caption';

const around: Record<Exclude<MarkPlace, 'sentence'>, string> = {
  heading: 'in this section’s sentences or what they cite',
  lede: 'anywhere in the summary below',
  caption: 'anywhere in the summary',
};
const spanOr = (place: MarkPlace): string => (place === 'sentence' ? 'in the cited span' : around[place]);
const missing: Record<Of<'missing'>['what'], { words: string; todo: string }> = {
  title: { words: 'It has no title.', todo: 'Write one.' },
  caption: { words: 'The picture needs a caption.', todo: 'Say what it shows, where and when.' },
  credit: { words: 'The picture needs a credit.', todo: 'Name who made it.' },
  alt: {
    words: 'The picture needs a description for those who cannot see it.',
    todo: 'Say what is seen in it, in a sentence.',
  },
  rights: {
    words: 'The rights to this picture have ended.',
    todo: 'Take another picture, or write down the new rights in the library.',
  },
};

/** Each kind of mark in words: what is amiss, and what to do. A new kind of the gate is a new row here, and nothing else. */
const marks: { [K in Kind]: { words: (mark: Of<K>, place: MarkPlace) => string; todo: (mark: Of<K>) => string } } = {
  uncited: { words: () => 'This sentence has no source.', todo: () => 'Cite a report, or vouch for it.' },
  changed: {
    words: () => 'This sentence was changed since it was cited.',
    todo: () => 'Check it against its source again.',
  },
  number: {
    words: ({ found }, place) => `‘${found}’ is not ${spanOr(place)}.`,
    todo: () => 'Mend the number, or cite the words that carry it.',
  },
  name: {
    words: ({ found }, place) => `The name ‘${found}’ is not ${spanOr(place)}.`,
    todo: () => 'Mend the name, or cite the words that carry it.',
  },
  quotation: {
    words: ({ found }, place) =>
      place === 'sentence'
        ? `The quotation ‘${found}’ does not stand in the cited span to the letter.`
        : `The quotation ‘${found}’ is not ${around[place]}.`,
    todo: () => 'Quote to the letter, or take the marks away.',
  },
  translated: {
    words: ({ found }) => `The quotation ‘${found}’ is translated, not checked: its source is in another script.`,
    todo: () => 'Let it stand with a reason once somebody has compared them.',
  },
  copied: {
    words: ({ found, words }) => `${words} words in a row are the source’s own (‘${found}’).`,
    todo: () => `Quote them or rewrite: more than ${longestUnquotedRun} unquoted is copying.`,
  },
  held: {
    words: ({ hold, outlet }) =>
      hold.why === 'embargoed'
        ? `The report of ${outlet} that this rests on is embargoed until ${instantWords(hold.until)}.`
        : hold.why === 'withheld'
          ? `The report of ${outlet} that this rests on is withheld by its sender.`
          : hold.why === 'internal'
            ? `The report of ${outlet} that this rests on is for the desk alone: its terms do not allow to cite it.`
            : hold.why === 'ended'
              ? `The terms of the report of ${outlet} that this rests on ended on ${instantWords(hold.at)}.`
              : `The report of ${outlet} that this rests on was taken back by its sender.`,
    todo: ({ hold }) =>
      hold.why === 'internal'
        ? 'Rest it on another report. This cannot be let stand; whoever runs the wire can change its terms.'
        : hold.why === 'killed' || hold.why === 'ended'
          ? 'Rest it on another report, take it out, or say why it stands.'
          : 'Rest it on another report, or wait: this cannot be let stand.',
  },
  terms: {
    words: (mark) => {
      switch (mark.what) {
        case 'words':
          return `${mark.words} words of a report of ${mark.outlet} are cited; its terms allow ${mark.most}.`;
        case 'credit':
          return `${mark.outlet} has to be credited as “${mark.credit}”, and the piece does not say that.`;
        case 'place':
          return `By its terms this report of ${mark.outlet} may not be shown in ${listed(mark.places)}; this is read everywhere.`;
      }
    },
    todo: ({ what }) =>
      what === 'words'
        ? 'Cite shorter spans, or say why it stands.'
        : what === 'credit'
          ? 'Write the credit in a sentence, or say why it stands without.'
          : 'Rest it on another report, or say why it stands.',
  },
  missing: {
    words: ({ what, endedOn }) =>
      endedOn === undefined ? missing[what].words : `The rights to this picture ended on ${fullDay(endedOn, 'en')}.`,
    todo: ({ what }) => missing[what].todo,
  },
};

/** An instant that nobody can misread: whoever reads the mark may be in any zone. */
function instantWords(instant: string): string {
  return `${dayAndTime(instant, 'en', 'UTC')} UTC`;
}

/** A mark's words and what to do about it. */
export function markTexts(mark: GateMark, place: MarkPlace): { words: string; todo: string } {
  // The row of a kind takes that kind's marks.
  const row = marks[mark.kind] as {
    words: (mark: GateMark, place: MarkPlace) => string;
    todo: (mark: GateMark) => string;
  };
  return { words: row.words(mark, place), todo: row.todo(mark) };
}

/** A mark in one line: what is amiss and what to do. The command line says the same. */
export function describeMark(mark: GateMark): string {
  const place = mark.at === 'lede' ? 'lede' : mark.at === 'top-image' ? 'caption' : 'sentence';
  const { words, todo } = markTexts(mark, place);
  return `${words} ${todo}`;
}

/** Said wherever marks are shown: what was looked for, and what nobody looked at. */
export const whatIsChecked =
  'Names, numbers and quotations were looked for in the cited span. In Arabic text, names are looked for by the spellings that this publication knows, and after titles and words of speaking. Nobody checked who did what.';
