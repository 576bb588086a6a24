import { findPublication, type Publication } from '#publications/publications.ts';
import type { Reader } from '#platform/database/database.ts';

/** A publication and a day as an address names them; null when it names none. */
export async function findPlace(
  db: Reader,
  slug: string,
  day: string,
): Promise<{ publication: Publication; day: string } | null> {
  const publication = isDay(day) ? await findPublication(db, slug) : null;
  return publication && { publication, day };
}

/** Whether a text is a day of the calendar, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}
