import { ordinaryWords } from './ordinary-words.ts';

/** How words stand in texts: in small letters, or with a capital where no sentence begins. */
export interface WordCase {
  /** Whether a capitalised word is more likely an ordinary one than a name's, with the words before and behind it. */
  isOrdinary(word: string, before: string, behind: string): boolean;
  /** Whether it has a capital wherever it stands. */
  isName(word: string, before: string, behind: string): boolean;
}

const small =
  /^(?:a|an|the|and|but|or|nor|for|of|in|on|at|to|by|from|with|as|is|are|be|his|her|its|their|over|after|amid|against|before|into|than|that|under|up|out|off|not|no|new|more|this|these|it|he|she|they|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands)$/u;

/** Reads how words stand in some English texts. */
export function readCase(texts: Iterable<string>): WordCase {
  // A page's text often begins with its headline, in capitals: it says nothing of how words stand.
  const all = [...texts].map((text) =>
    text
      .split('\n')
      .filter((line) => !isTitled(line.split(' ')))
      .join('\n'),
  );
  const seenSmall = ordinaryWords(all);
  const counts = new Map<string, { small: number; capital: number }>();
  const pairs = new Set<string>();
  const openers = new Set<string>();
  for (const text of all) {
    for (const [word] of text.matchAll(/(?<![\p{L}\p{N}’'-])\p{Lu}[\p{L}-]*/gu)) openers.add(word);
    for (const match of text.matchAll(/(?<=[\p{L}\p{N},;’'–—-]\s)(\p{L}[\p{L}’'-]*)(?=(?:\s(\p{Lu}[\p{L}’'-]*))?)/gu)) {
      const [, word = '', next] = match;
      const count = counts.get(word.toLowerCase()) ?? { small: 0, capital: 0 };
      const isCapital = /^\p{Lu}/u.test(word);
      counts.set(word.toLowerCase(), count);
      if (isCapital) count.capital += 1;
      else count.small += 1;
      if (isCapital && next !== undefined) pairs.add(pairOf(word, next));
    }
  }
  const isPair = (word: string, before: string, behind: string) =>
    pairs.has(pairOf(before, word)) || pairs.has(pairOf(word, behind));
  return {
    isOrdinary(word, before, behind) {
      const lower = word.toLowerCase();
      if (small.test(lower)) return true;
      if (isPair(word, before, behind)) return false;
      const count = counts.get(lower);
      return count && count.small !== count.capital ? count.small > count.capital : seenSmall(lower);
    },
    isName(word, before, behind) {
      const lower = word.toLowerCase();
      if (small.test(lower)) return false;
      const count = counts.get(lower);
      if (isPair(word, before, behind) || all.length === 0) return true;
      return count ? count.capital >= count.small : openers.has(word);
    },
  };
}

/** Whether most words of a line have a capital. */
function isTitled(words: string[]): boolean {
  const long = words.filter((word) => /^\P{L}*\p{L}{4,}/u.test(word));
  return long.length > 1 && long.filter((word) => /^\P{L}*\p{Lu}/u.test(word)).length > 0.7 * long.length;
}

function pairOf(one: string, other: string): string {
  return `${one} ${other}`.toLowerCase().replace(/['’]s\b/gu, '');
}

/** An English headline as it stands within a sentence: ordinary words in small letters, the first one too; no full stop. */
export function withinSentence(headline: string, known: WordCase): string {
  const text = headline.trim().replace(/(?<!\b\p{L})[.!]+$/u, '');
  const words = text.split(' ');
  const titled = isTitled(words);
  return words
    .map((word, at) => {
      const bare = /^\P{L}*(\p{Lu}\p{Ll}*)(?![\p{L}\p{N}.]|-\p{Lu})/u.exec(word)?.[1];
      if (bare === undefined || (at > 0 && !titled && !/^says?$/u.test(words[at - 1] ?? ''))) return word;
      const plain = (other: string | undefined) => (other ?? '').replace(/[^\p{L}’'-]/gu, '');
      const near = [plain(words[at - 1]), plain(words[at + 1])] as const;
      // Of a headline in capitals every word could be anybody's: what has none elsewhere is ordinary.
      const isSmall = titled ? !known.isName(bare, ...near) : known.isOrdinary(bare, ...near);
      return isSmall ? word.replace(bare, bare.toLowerCase()) : word;
    })
    .join(' ');
}
