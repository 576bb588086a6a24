import { splitSentences } from '#lib/text/sentences.ts';

const opens = /[“«]/u;
const closes = /[”»]/u;

/** Where sentences begin in a text, its first word aside. Not within an open quotation: its sentences are the source's. */
export function sentenceCuts(text: string): number[] {
  const starts = splitSentences(text).slice(1);
  const cuts: number[] = [];
  let depth = 0;
  let straight = false;
  let at = 0;
  for (const { start } of starts) {
    for (; at < start; at += 1) {
      const letter = text.charAt(at);
      if (opens.test(letter)) depth += 1;
      else if (closes.test(letter)) depth = Math.max(0, depth - 1);
      else if (letter === '"') straight = !straight;
    }
    if (depth === 0 && !straight) cuts.push(start);
  }
  return cuts;
}

/** Whether a text ends as a sentence does. */
export function endsSentence(text: string): boolean {
  return /[.!?؟…۔]["”’»')\]\u200f]*\s*$/u.test(text);
}
