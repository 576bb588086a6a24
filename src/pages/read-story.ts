import type { Reader } from '#platform/database/database.ts';
import {
  findLiveRevisions,
  type Piece,
  type PieceContent,
  readKeys,
  type Section,
  sectionsOf,
} from '#pieces/pieces.ts';
import type { Publication } from '#publications/publications.ts';
import type { ReadLog } from './read-log.ts';
import { findToldDays, type ToldDay } from './story-store.ts';
import { citedIn } from './view-blocks.ts';
import { readHistories } from './read-histories.ts';
import type { SectionView, ToldView } from './text-view.ts';

/** How many days before and after are looked at, and how many of each a section names. */
const lookedAt = 12;
const named = 3;

type ToldElsewhere = Pick<SectionView, 'story' | 'histories'>;

/** A section of another day's summary that tells the same story. */
interface Told extends ToldDay {
  section: Section;
}

/**
 * Where each section's story was told on other days, and how its totals went, by the section's id. Two sections tell one story when they tell one
 * development, or cite one report that at least one of them cites more than once: a report that both only touch on, as
 * background, ties nothing. Nothing is inferred across a third section.
 */
export async function readStories(
  db: Reader,
  { slug: publication, timeZone }: Pick<Publication, 'slug' | 'timeZone'>,
  piece: Pick<Piece, 'id' | 'kind' | 'lang' | 'dated'>,
  content: Pick<PieceContent, 'blocks'>,
  log: ReadLog,
): Promise<Map<string, ToldElsewhere>> {
  const stories = new Map<string, ToldElsewhere>();
  const { sections } = sectionsOf(content.blocks);
  if (piece.kind !== 'summary' || piece.dated === null || sections.length === 0) return stories;
  log.add(...readKeys.stories(publication, content));
  const near = { lang: piece.lang, day: piece.dated, most: lookedAt };
  const of = { ...near, developments: developmentsOf(sections), evidence: citedBy(sections) };
  const before = await readTold(db, await findToldDays(db, publication, { ...of, side: 'before' }), log);
  const after = await readTold(db, await findToldDays(db, publication, { ...of, side: 'after' }), log);
  for (const section of sections) {
    const told = before.filter((each) => tellTheSame(section, each.section));
    const later = after.filter((each) => tellTheSame(section, each.section));
    if (told.length + later.length === 0) continue;
    const view = (each: Told): ToldView => viewTold(publication, each);
    const oldest = told.length > named ? told.at(-1) : undefined;
    const telling = told.map((each) => ({ section: each.section, path: view(each).path }));
    const histories = await readHistories(db, section, telling, timeZone);
    stories.set(section.heading.id, {
      story: {
        before: told.slice(0, named).map(view),
        earliest: oldest ? view(oldest) : null,
        after: later.slice(0, named).map(view),
      },
      ...(histories.length > 0 ? { histories } : {}),
    });
  }
  return stories;
}

const developmentsOf = (sections: Section[]): string[] => sections.flatMap(({ heading }) => heading.development ?? []);
const citedBy = (sections: Section[]): string[] => [...new Set(sections.flatMap(({ blocks }) => citedIn(blocks)))];

/** The sections of some days, in their order; what each says is read by its own key. */
async function readTold(db: Reader, days: ToldDay[], log: ReadLog): Promise<Told[]> {
  const ids = days.map(({ id }) => id);
  log.add(...ids.map((id) => `piece:${id}`));
  const revisions = await findLiveRevisions(db, ids);
  return days.flatMap((day) =>
    sectionsOf(revisions.get(day.id)?.content.blocks ?? []).sections.map((section) => ({ ...day, section })),
  );
}

function tellTheSame(one: Section, other: Section): boolean {
  const { development } = one.heading;
  if (development !== undefined && development === other.heading.development) return true;
  const times = timesCited(other);
  return [...timesCited(one)].some(([evidence, here]) => here + (times.get(evidence) ?? -here) > 2);
}

function timesCited({ blocks }: Section): Map<string, number> {
  return new Map([...Map.groupBy(citedIn(blocks), (id) => id)].map(([id, each]) => [id, each.length]));
}

function viewTold(publication: string, { path, dated, section }: Told): ToldView {
  return { path: `/${publication}/${path}#${section.heading.id}`, date: dated, heading: section.heading.text };
}
