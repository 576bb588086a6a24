import { fullDay } from '#locales/dates.ts';
import { type Advice, adviceName } from '#summaries/summaries.ts';
import type { MarkView } from './composer-state.ts';
import type { BrokenLink } from './link-checks.ts';
import { counted } from './words.ts';

type Of<K extends Advice['kind']> = Extract<Advice, { kind: K }>;

/** Each kind of advice in words: what was noticed, and what could be done. */
const rows: {
  [K in Advice['kind']]: { words: (advice: Of<K>) => string; todo: (advice: Of<K>) => string };
} = {
  'one-origin': {
    words: ({ origin, outlets }) =>
      outlets > 1
        ? `Everything here rests on ${origin}, carried by ${counted(outlets, 'outlet')}: one voice.`
        : `Everything here rests on ${origin} alone.`,
    todo: () => 'Find another voice, or let the text say whose word it is.',
  },
  repeated: {
    words: ({ before, day }) => `Readers had this on ${fullDay(day, 'en')}: “${shortened(before)}”`,
    todo: () => 'Say what is new, or take it out.',
  },
  contradicts: {
    words: ({ figure, value, other, day }) =>
      day === null
        ? `${other} ${figure} above, ${value} here.`
        : `${value} ${figure} here; the summary of ${fullDay(day, 'en')} said ${other}.`,
    todo: () => 'Say that counts differ, or which of them holds.',
  },
  acronym: {
    words: ({ found }) => `Nothing says what ${found} stands for.`,
    todo: () => 'Write it out at its first mention.',
  },
  spelling: {
    words: ({ found, write }) => `This publication writes ‘${write}’, not ‘${found}’.`,
    todo: () => 'Write it so everywhere but in quotations.',
  },
  undescribed: {
    words: ({ found, descriptor }) => `Readers are told of ${found}: “${descriptor}”.`,
    todo: () => 'Say it at the first mention.',
  },
};

export function viewAdvice(advice: Advice): MarkView {
  // The row of a kind takes that kind's advice.
  const row = rows[advice.kind] as { words: (advice: Advice) => string; todo: (advice: Advice) => string };
  return {
    at: advice.at,
    kind: advice.kind,
    name: adviceName(advice),
    found: 'found' in advice ? advice.found : null,
    words: row.words(advice),
    todo: row.todo(advice),
  };
}

const brokenWords: Record<BrokenLink['why'], (href: string) => string> = {
  gone: (href) => `Nothing stands at ${href} any more.`,
  unreached: (href) => `${href} could not be reached just now.`,
  'not-public': (href) => `${href} is no public address.`,
};

export function viewBrokenLink({ at, href, why }: BrokenLink & { at: string }): MarkView {
  const words = brokenWords[why](shortened(href));
  return { at, kind: 'broken-link', name: `advice:broken-link:${href}`, found: null, words, todo: 'Mend the link.' };
}

function shortened(text: string): string {
  const letters = Array.from(text);
  return letters.length > 90 ? `${letters.slice(0, 89).join('')}…` : text;
}
