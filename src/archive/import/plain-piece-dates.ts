import type { OriginalDate } from './plain-piece.ts';

const dayMs = 86_400_000;

/** When something was changed, where that was a day or more after it was published: sooner is finishing it. */
export function changedLater(published: OriginalDate | null, changed: OriginalDate | null): OriginalDate | null {
  if (!published || !changed) return null;
  return Date.parse(changed.at) - Date.parse(published.at) >= dayMs ? changed : null;
}

/** Counts later changes by their day in UTC, to find those on which many things were saved again at once: no changes. */
export function createResaves() {
  const saves = new Map<string, number>();
  let all = 0;
  return {
    add(changed: OriginalDate | null): void {
      all += 1;
      const day = changed?.at.slice(0, 10);
      if (day !== undefined) saves.set(day, (saves.get(day) ?? 0) + 1);
    },
    /** 20 on one day, or in a small archive 5 that are a quarter of it. */
    isResave(changed: OriginalDate | null): boolean {
      const count = saves.get(changed?.at.slice(0, 10) ?? '') ?? 0;
      return count >= 20 || (count >= 5 && count * 4 >= all);
    },
  };
}
