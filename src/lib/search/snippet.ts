import { analyse } from './analyse.ts';

/** Runs of a text, each found or not; together they are the text. */
export interface MarkedRun {
  text: string;
  found: boolean;
}

/** A text with the words that were looked for marked. */
export function markWords(text: string, lang: string, stems: ReadonlySet<string>): MarkedRun[] {
  return markedRuns(
    text,
    analyse(text, lang).filter(({ stem }) => stems.has(stem)),
  );
}

const window = 220;
const lead = 60;

/**
 * The stretch of some paragraphs that holds the most of the words that were looked for, about 220 units long, cut at
 * words, with an ellipsis where something was left out. Empty where none of them stands anywhere.
 */
export function snippetOf(paragraphs: readonly string[], lang: string, stems: ReadonlySet<string>): MarkedRun[] {
  let best: { text: string; start: number; end: number; words: number } | null = null;
  for (const text of paragraphs) {
    const tokens = analyse(text, lang);
    const hits = tokens.filter(({ stem }) => stems.has(stem));
    for (const [index, first] of hits.entries()) {
      const start = text.length <= window + lead ? 0 : Math.max(0, first.start - lead);
      const stop = start === 0 && text.length <= window + lead ? text.length : start + window;
      const within = hits.slice(index).filter(({ end }) => end <= stop);
      const words = new Set(within.map(({ stem }) => stem)).size;
      if (words > (best?.words ?? 0)) {
        const opening = tokens.find((token) => token.start >= start)?.start ?? 0;
        const closing = tokens.findLast(({ end }) => end <= stop)?.end ?? first.end;
        best = { text, start: start === 0 ? 0 : opening, end: Math.max(closing, first.end), words };
      }
    }
    if (best?.words === stems.size) break;
  }
  if (!best) return [];
  // What ends a sentence after the last word stays with it.
  const tail = /^[\p{P}]*/u.exec(best.text.slice(best.end))?.[0].length ?? 0;
  const end = best.text.length - best.end <= 3 ? best.text.length : best.end + (tail <= 2 ? tail : 0);
  const text = best.text.slice(best.start, end);
  const runs = markedRuns(
    text,
    analyse(text, lang).filter(({ stem }) => stems.has(stem)),
  );
  if (best.start > 0) runs.unshift({ text: '… ', found: false });
  if (end < best.text.length) runs.push({ text: ' …', found: false });
  return runs;
}

function markedRuns(text: string, hits: { start: number; end: number }[]): MarkedRun[] {
  const runs: MarkedRun[] = [];
  let at = 0;
  for (const { start, end } of hits) {
    if (start > at) runs.push({ text: text.slice(at, start), found: false });
    runs.push({ text: text.slice(start, end), found: true });
    at = end;
  }
  if (at < text.length) runs.push({ text: text.slice(at), found: false });
  return runs;
}
