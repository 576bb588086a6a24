/** Counting with days, before any language. */
const dayStart = (day: string): number => new Date(`${day}T00:00:00Z`).getTime();

export const dayOfMonth = (day: string): number => Number(day.slice(8, 10));

/** Whole days from one day to a later one; negative when it is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((dayStart(to) - dayStart(from)) / 86_400_000);
