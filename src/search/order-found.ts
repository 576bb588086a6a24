import type { Found } from './search-words-store.ts';

interface Facts {
  pieceId: string;
  dated: string | null;
  titleStems: string[];
}

const titleCounts = 1.2;
const freshCounts = 0.15;
/** After so many days a piece's freshness has halved. */
const halfLifeDays = 365;
const msPerDay = 86_400_000;

/**
 * The order in which readers get what an engine found. The engines' scores are put on one scale (the best is 1); to it
 * comes how well the title says what was asked, and how new a piece is among those that were found. What an engine's own
 * formula does to the middle of the list is its own; the top is the same on both.
 */
export function orderFound(found: Found[], facts: ReadonlyMap<number, Facts>, words: string[][]): string[] {
  const best = Math.max(...found.map(({ score }) => score), Number.MIN_VALUE);
  const newest = [...facts.values()].reduce((latest, { dated }) => (dated && dated > latest ? dated : latest), '');
  const wanted = words.map((stems) => new Set(stems));
  return found
    .flatMap(({ number, score }) => {
      const fact = facts.get(number);
      if (!fact) return [];
      const value =
        score / best + titleCounts * titleMatch(fact.titleStems, wanted) + freshCounts * freshness(fact.dated, newest);
      return [{ number, value, pieceId: fact.pieceId }];
    })
    .sort((a, b) => b.value - a.value || b.number - a.number)
    .map(({ pieceId }) => pieceId);
}

/** 1 when the title says all that was asked and nothing else. */
function titleMatch(title: string[], wanted: ReadonlySet<string>[]): number {
  const said = wanted.filter((stems) => title.some((stem) => stems.has(stem))).length / wanted.length;
  const asked = title.filter((stem) => wanted.some((stems) => stems.has(stem))).length / Math.max(1, title.length);
  return said * said * (0.5 + 0.5 * asked);
}

function freshness(dated: string | null, newest: string): number {
  if (dated === null || newest === '') return 0;
  return 2 ** (-(Date.parse(newest) - Date.parse(dated)) / msPerDay / halfLifeDays);
}
