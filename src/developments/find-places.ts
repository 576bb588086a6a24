import { findPlaceFinder, type NamedPlaces } from '#gazetteer/gazetteer.ts';
import { monthNames } from '#lib/dates/month-names.ts';
import { isNoName } from '#lib/text/names.ts';
import { foldWord, isStopWord, stemWord } from '#lib/text/words.ts';
import type { Database } from '#platform/database/database.ts';
import type { Publication } from '#publications/publications.ts';
import { bridgeLine } from './bridge-words.ts';

/** What finds the places that a publication's reports name; null where no gazetteer was read. */
export function findPlacesNamed(
  database: Database,
  publication: Pick<Publication, 'countries'>,
): Promise<NamedPlaces | null> {
  return findPlaceFinder(database, publication, isWord);
}

const months = new Set(monthNames.flat());

/** Words that news is made of, those that every text has, and the calendar. */
function isWord(raw: string): boolean {
  const folded = foldWord(raw);
  return (
    isStopWord(folded) ||
    bridgeLine(folded, stemWord(folded)) !== undefined ||
    isNoName(raw.toLowerCase()) ||
    months.has(raw)
  );
}
