import { words } from '#lib/text/words.ts';
import { foldForQuoting } from '#lib/text/quotations.ts';
import { type Citation, type PieceContent, type Sentence, sentencesOf } from './document.ts';
import type { CitedSource } from './gate.ts';
import { picturesOf } from './gate-missing.ts';

/** A piece uses a report as its terms do not allow, told at the first sentence that does. An editor may say why it stands. */
export type TermsMark =
  | { kind: 'terms'; at: string; what: 'words'; outlet: string; words: number; most: number }
  | { kind: 'terms'; at: string; what: 'credit'; outlet: string; credit: string }
  | { kind: 'terms'; at: string; what: 'place'; outlet: string; places: string[] };

type SpanOf = Pick<Citation, 'evidence' | 'start' | 'end'>;

/**
 * What a piece does against the terms of the reports that it cites, by sentence. Words are counted as readers get them: those
 * of the cited spans, each place once. A required credit stands anywhere in the piece.
 */
export function findTermsMarks(
  content: PieceContent,
  sources: Map<string, CitedSource>,
  spansOf: (sentence: Sentence) => SpanOf[],
): Map<string, TermsMark[]> {
  const found = new Map<string, TermsMark[]>();
  if (![...sources.values()].some(({ terms }) => terms)) return found;
  const told = new Set<string>();
  const shown = new Map<string, SpanOf[]>();
  let written: string | null = null;
  for (const sentence of sentencesOf(content.blocks)) {
    const tell = (key: string, mark: TermsMark) => {
      if (told.has(key)) return;
      told.add(key);
      found.set(sentence.id, [...(found.get(sentence.id) ?? []), mark]);
    };
    for (const span of spansOf(sentence)) {
      const source = sources.get(span.evidence);
      if (!source?.terms) continue;
      const { outlet, terms, report = span.evidence } = source;
      const [at, kind] = [sentence.id, 'terms' as const];
      const spans = [...(shown.get(report) ?? []), span];
      shown.set(report, spans);
      const { mostWords: most, credit, notIn: places } = terms;
      const count = most === null ? 0 : countWords(spans, sources);
      if (most !== null && count > most)
        tell(`words:${report}`, { kind, at, what: 'words', outlet, words: count, most });
      if (credit !== null) {
        written ??= foldForQuoting(textOf(content));
        if (!written.includes(foldForQuoting(credit)))
          tell(`credit:${credit}`, { kind, at, what: 'credit', outlet, credit });
      }
      if (places.length > 0) tell(`place:${report}`, { kind, at, what: 'place', outlet, places });
    }
  }
  return found;
}

function countWords(spans: SpanOf[], sources: Map<string, CitedSource>): number {
  let count = 0;
  for (const [evidence, of] of Map.groupBy(spans, (span) => span.evidence)) {
    const body = sources.get(evidence)?.body ?? '';
    let end = 0;
    for (const span of of.toSorted((a, b) => a.start - b.start)) {
      count += words(body.slice(Math.max(span.start, end), Math.max(span.end, end))).length;
      end = Math.max(end, span.end);
    }
  }
  return count;
}

/** Every text of ours that readers get with the piece. */
function textOf(content: PieceContent): string {
  const pictures = picturesOf(content).flatMap(({ image }) => [image.caption, image.credit]);
  return [content.title, content.lede, ...sentencesOf(content.blocks).map(({ text }) => text), ...pictures].join('\n');
}
