import type { Revision } from '#pieces/pieces.ts';

/** Savings of one person, one soon after the other, of which the last counts. */
export interface SavingGroup {
  first: number;
  last: number;
  by: string;
  at: string;
}

const apartMinutes = 10;

/**
 * Gathers savings, the newest first, that one person made within ten minutes of each other: a desk that saves by itself
 * makes many. One of `marked` (published, approved) is the last of its group.
 */
export function groupSavings(savings: Omit<Revision, 'content'>[], marked: Set<number>): SavingGroup[] {
  const groups: SavingGroup[] = [];
  let earliest = '';
  for (const { number, savedBy, savedAt } of savings) {
    const group = groups.at(-1);
    const near = group && Temporal.Instant.from(earliest).since(savedAt).total('minutes') <= apartMinutes;
    if (group && near && group.by === savedBy && !marked.has(number)) group.first = number;
    else groups.push({ first: number, last: number, by: savedBy, at: savedAt });
    earliest = savedAt;
  }
  return groups;
}
