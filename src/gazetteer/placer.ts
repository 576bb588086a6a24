import { formsOf } from '#lib/text/spellings.ts';
import { eachWord, foldWord, isArabic } from '#lib/text/words.ts';
import type { Place } from './place.ts';

/** A place that a text names, once for each place, in the order of their first mention. */
export type NamedPlaces = (text: string) => Place[];

/** A place with the names that it is looked for by; `cued`: only after a word such as "town". */
export interface SpelledPlace {
  place: Place;
  spellings: readonly { name: string; cued: boolean }[];
}

interface Candidate {
  place: Place;
  cued: boolean;
  /** What has to follow the first word, folded. */
  rest: string[];
}

/** One spelling of a word, looked at once: most words come again. */
interface SeenWord {
  folded: string;
  /** A word such as "town". */
  isCue: boolean;
  candidates: readonly Candidate[];
}

const none: readonly Candidate[] = [];
const mostSeen = 100_000;
/** Only the beginning of a text is looked through. */
const mostRead = 3_000;
/** After one of these an Arabic word is a place's name: city, town, village, province, countryside, district, camp, near. */
const cues = new Set(
  'مدينة المدينة بلدة البلدة قرية قريتي بلدتي مدينتي محافظة محافظتي ولاية ريف ريفي قضاء ناحية منطقة إقليم مخيم ضاحية حي قرب مطار ميناء معبر'
    .split(' ')
    .map(foldWord),
);

/**
 * Looks for places by their names in texts, the longest name where several begin at one word. Case, diacritics, Arabic
 * letter forms and what Arabic writes onto a word do not count; where there are capitals, a name has one.
 */
export function createPlacer(places: Iterable<SpelledPlace>): NamedPlaces {
  const byFirst = new Map<string, Candidate[]>();
  for (const { place, spellings } of places)
    for (const { name, cued } of spellings) {
      const { length, at: part } = partsOf(name);
      const [first, ...rest] = Array.from({ length }, (_, n) => foldWord(part(n)));
      if (first === undefined) continue;
      const others = byFirst.get(first);
      if (others) others.push({ place, cued, rest });
      else byFirst.set(first, [{ place, cued, rest }]);
    }
  for (const candidates of byFirst.values()) candidates.sort((a, b) => b.rest.length - a.rest.length);
  const seen = new Map<string, SeenWord>();

  function look(raw: string): SeenWord {
    const known = seen.get(raw);
    if (known) return known;
    const folded = foldWord(raw);
    const forms = isArabic(raw) || /^\p{Lu}/u.test(raw) ? formsOf(folded) : [];
    const found = forms.flatMap((form) => byFirst.get(form) ?? []);
    if (forms.length > 1) found.sort((a, b) => b.rest.length - a.rest.length);
    const isCue = isArabic(raw) && formsOf(folded).some((form) => cues.has(form));
    const word = { folded, isCue, candidates: found.length > 0 ? found : none };
    if (seen.size >= mostSeen) seen.clear();
    seen.set(raw, word);
    return word;
  }

  return (text) => {
    const said = partsOf(text.slice(0, mostRead));
    const found = new Map<string, Place>();
    for (let at = 0; at < said.length; at += 1) {
      // Most words of a script with capitals have none, and are not even looked at.
      if (!said.mayBegin(at)) continue;
      const { candidates } = look(said.at(at));
      const here = candidates.find(
        ({ rest, cued }) =>
          rest.every((part, n) => at + 1 + n < said.length && look(said.at(at + 1 + n)).folded === part) &&
          (!cued || (at > 0 && look(said.at(at - 1)).isCue)),
      );
      if (!here) continue;
      if (!found.has(here.place.id)) found.set(here.place.id, here.place);
      at += here.rest.length;
    }
    return [...found.values()];
  };
}

interface Parts {
  length: number;
  at(part: number): string;
  /** Whether a name can begin there: no small Latin letter, no digit. */
  mayBegin(part: number): boolean;
}

/** The words of a text; "Dar-Mizan" and "al-Hadid" are two each. */
function partsOf(text: string): Parts {
  const starts: number[] = [];
  const ends: number[] = [];
  eachWord(text, (start, end) => {
    let from = start;
    for (let dash = text.indexOf('-', start); dash !== -1 && dash < end; dash = text.indexOf('-', dash + 1)) {
      if (dash > from) {
        starts.push(from);
        ends.push(dash);
      }
      from = dash + 1;
    }
    if (from >= end) return;
    starts.push(from);
    ends.push(end);
  });
  return {
    length: starts.length,
    at: (part) => text.slice(starts[part] ?? 0, ends[part] ?? 0),
    mayBegin: (part) => {
      const unit = text.charCodeAt(starts[part] ?? 0);
      return unit > 0x7a || (unit >= 0x41 && unit <= 0x5a);
    },
  };
}
