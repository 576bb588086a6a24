import type { CitedBody } from '#evidence/evidence.ts';
import type { Redactor } from '#withdrawals/withdrawals.ts';
import type { MoveCitation } from './redact-content.ts';

/**
 * Finds citations again in bodies that a withdrawal rewrites, so that `quote` is still `body.slice(start, end)`: a span is
 * moved with its body, and one that cut a name takes the whole tombstone. A citation that was moved by a withdrawal that
 * was killed afterwards is left as it is.
 */
export function moveCitations(bodies: Map<string, CitedBody>, redactor: Redactor): MoveCitation {
  return ({ evidence, quote, start, end }) => {
    const body = bodies.get(evidence);
    if (!body) return null;
    const { before, after } = body;
    if (before.slice(start, end) === quote) {
      const [from, to] = [after.move(start, 'start'), after.move(end, 'end')];
      return { quote: after.text.slice(from, to), start: from, end: to };
    }
    if (after.text.slice(start, end) === quote) return { quote, start, end };
    const words = redactor.text(quote);
    const found = nearest(after.text, words, start);
    return found < 0 ? { quote: words, start, end } : { quote: words, start: found, end: found + words.length };
  };
}

/** The place of some words that is nearest to another; -1 when they are not there. */
function nearest(text: string, words: string, to: number): number {
  let best = -1;
  for (let at = text.indexOf(words); words !== '' && at >= 0; at = text.indexOf(words, at + 1)) {
    if (best < 0 || Math.abs(at - to) < Math.abs(best - to)) best = at;
  }
  return best;
}
