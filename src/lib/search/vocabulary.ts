import { editDistance, typosIn } from './edit-distance.ts';

/** A word that stands somewhere: folded, its stem, and as it was written where it was met first. */
export interface KnownWord {
  form: string;
  stem: string;
  written: string;
}

/** The words that there are, to be asked which of them somebody may have meant. */
export interface Vocabulary {
  size: number;
  /** Words within the typos that a word of its length is allowed, the nearest first. */
  near(form: string, most: number): (KnownWord & { distance: number })[];
}

/** One bit for each letter, by its code: two words whose bits differ in more than 2n places are more than n letters apart. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) % 32);
  return bits;
}

function bitsSet(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function createVocabulary(words: Iterable<KnownWord>): Vocabulary {
  const byLength = new Map<number, { word: KnownWord; letters: number }[]>();
  let size = 0;
  for (const word of words) {
    size += 1;
    const same = byLength.get(word.form.length) ?? [];
    same.push({ word, letters: lettersOf(word.form) });
    byLength.set(word.form.length, same);
  }
  return {
    size,
    near(form, most) {
      const allowed = typosIn(form);
      const letters = lettersOf(form);
      const found: (KnownWord & { distance: number })[] = [];
      if (allowed === 0) return found;
      for (let length = form.length - allowed; length <= form.length + allowed; length += 1)
        for (const { word, letters: others } of byLength.get(length) ?? []) {
          if (bitsSet(letters ^ others) > 2 * allowed) continue;
          const distance = editDistance(form, word.form, allowed);
          if (distance > 0 && distance <= allowed) found.push({ ...word, distance });
        }
      // The first letter is seldom the wrong one.
      const rank = (each: KnownWord & { distance: number }) => each.distance * 2 + Number(each.form[0] !== form[0]);
      return found.sort((a, b) => rank(a) - rank(b) || (a.form < b.form ? -1 : 1)).slice(0, most);
    },
  };
}
