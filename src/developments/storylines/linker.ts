import { createInvertedIndex } from '#lib/similarity/inverted-index.ts';
import { cosine, type SparseVector, sparseVector } from '#lib/similarity/sparse-vector.ts';
import type { Subject } from './subject.ts';

/** A development as the linker knows it. */
export interface LinkInput {
  id: string;
  /** When its first report came, epoch milliseconds. */
  at: number;
  subject: Subject;
}

/** The earlier development that one goes on from, and how sure that is: from 0 to 1. */
export interface Link {
  storyline: string;
  to: string;
  score: number;
}

export interface Linker {
  /** Finds what a development goes on from, in what came before it alone; null: it begins a storyline. Nothing is remembered of it. */
  find(development: LinkInput): Link | null;
  /** Remembers a development as part of a storyline. */
  remember(development: LinkInput, storyline: string): void;
  /** How many developments are remembered. */
  readonly size: number;
}

export interface LinkOptions {
  /** What is older than the latest by this much is forgotten: nothing goes on from it by itself. */
  windowDays: number;
  /** Developments taken as read before the first, so that one early development does not decide what is common. */
  prior: number;
  candidates: number;
  weights: { constant: number; nearest: number; whole: number; days: number };
  /** The developments of a storyline, the latest, that make what it is about as a whole. */
  wholeOf: number;
  least: number;
}

export const linkDefaults: LinkOptions = {
  windowDays: 120,
  prior: 40,
  candidates: 12,
  weights: { constant: -2.5, nearest: 8, whole: 10, days: -0.5 },
  wholeOf: 8,
  least: 0.5,
};

interface Known extends LinkInput {
  storyline: string;
}

const DAY_MS = 86_400_000;

/**
 * Links developments to storylines as they arrive: one pass, no look-ahead, no clock. What it decides follows from the
 * developments of the window alone, so that one put back from a database decides as one that ran on.
 */
export function createLinker(options: Partial<LinkOptions> = {}): Linker {
  const settings = { ...linkDefaults, ...options };
  const index = createInvertedIndex();
  const known = new Map<number, Known>();
  const storylines = new Map<string, number[]>();
  const frequency = new Map<number, number>();
  let next = 0;
  let oldest = 0;
  let latestAt = Number.NEGATIVE_INFINITY;

  function forgetOld(at: number): void {
    latestAt = Math.max(latestAt, at);
    for (;;) {
      const first = known.get(oldest);
      if (first === undefined || first.at >= latestAt - settings.windowDays * DAY_MS) break;
      known.delete(oldest);
      for (const term of first.subject.terms) frequency.set(term, (frequency.get(term) ?? 1) - 1);
      const rest = (storylines.get(first.storyline) ?? []).filter((document) => document !== oldest);
      if (rest.length > 0) storylines.set(first.storyline, rest);
      else storylines.delete(first.storyline);
      oldest++;
    }
    index.forgetBelow(oldest);
  }

  /** How rare a term is among what is remembered. */
  const rarity = (term: number): number =>
    Math.log((known.size + settings.prior + 1) / ((frequency.get(term) ?? 0) + 1)) + 0.05;

  const weigh = ({ terms, times }: Subject, power = 1): SparseVector =>
    sparseVector(
      terms,
      terms.map((term, place) => Math.log(1 + (times[place] ?? 0)) * rarity(term) ** power),
    );

  /** What a storyline is about: its latest developments together. */
  function wholeOf(storyline: string): SparseVector {
    const together = new Map<number, number>();
    for (const document of (storylines.get(storyline) ?? []).slice(-settings.wholeOf)) {
      const vector = weigh(known.get(document)?.subject ?? { terms: [], times: [] });
      for (const [place, term] of vector.ids.entries())
        together.set(term, (together.get(term) ?? 0) + (vector.weights[place] ?? 0) / (vector.norm || 1));
    }
    const terms = [...together.keys()].sort((a, b) => a - b);
    return sparseVector(
      terms,
      terms.map((term) => together.get(term) ?? 0),
    );
  }

  return {
    find(development) {
      forgetOld(development.at);
      const own = weigh(development.subject);
      const best = new Map<string, { to: Known; score: number }>();
      const wholes = new Map<string, number>();
      // Plain counts are indexed, and rarity stands twice in what is asked: so what is found does not depend on when it was indexed.
      for (const { document } of index.nearest(weigh(development.subject, 2), settings.candidates)) {
        const other = known.get(document);
        if (other === undefined || other.id === development.id) continue;
        let whole = wholes.get(other.storyline);
        if (whole === undefined) {
          whole = cosine(own, wholeOf(other.storyline));
          wholes.set(other.storyline, whole);
        }
        const { weights } = settings;
        const days = Math.log(1 + Math.abs(development.at - other.at) / DAY_MS);
        const odds =
          weights.constant +
          weights.nearest * cosine(own, weigh(other.subject)) +
          weights.whole * whole +
          weights.days * days;
        const score = 1 / (1 + Math.exp(-odds));
        const before = best.get(other.storyline);
        if (before === undefined || score > before.score || (score === before.score && other.id < before.to.id))
          best.set(other.storyline, { to: other, score });
      }
      let chosen: Link | null = null;
      for (const [storyline, { to, score }] of best) {
        if (score < settings.least) continue;
        if (chosen === null || score > chosen.score || (score === chosen.score && to.id < chosen.to))
          chosen = { storyline, to: to.id, score };
      }
      return chosen;
    },
    remember(development, storyline) {
      forgetOld(development.at);
      const { terms, times } = development.subject;
      index.add(
        next,
        sparseVector(
          terms,
          times.map((each) => Math.log(1 + each)),
        ),
      );
      for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
      known.set(next, { ...development, storyline });
      storylines.set(storyline, [...(storylines.get(storyline) ?? []), next]);
      next++;
    },
    get size() {
      return known.size;
    },
  };
}
