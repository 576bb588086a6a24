import {
  type CountedKind,
  figuresOf,
  findDevelopmentReports,
  findMembersOf,
  findRunning,
  findStorylines,
  type RunningStoryline,
  type StorylineMember,
} from '#developments/developments.ts';
import type { Reader } from '#platform/database/database.ts';
import { findLiveRevisions, findPiecesOfDevelopments, type TellingPiece } from '#pieces/pieces.ts';
import { firstLanguage, type Publication } from '#publications/publications.ts';
import { dayOfInstant } from '#locales/dates.ts';
import { tidyHeadline } from '#summaries/summaries.ts';
import type { Report } from '#wires/wires.ts';

/** What a storyline is called: by an editor, or else by the headline that it began with. */
export interface StorylineName {
  text: string;
  lang: string;
  named: boolean;
}

export interface ListedStoryline extends Omit<RunningStoryline, 'name'> {
  name: StorylineName;
}

export interface StorylineView {
  id: string;
  name: StorylineName;
  followed: boolean;
  developments: StoryDevelopmentView[];
  pieces: (TellingPiece & { title: string })[];
  /** How each figure went, oldest first. */
  figures: { of: CountedKind; values: { value: number; outlet: string; on: string }[] }[];
  /** Others that it can be made one with. */
  others: ListedStoryline[];
}

export interface StoryDevelopmentView {
  id: string;
  /** The day that it began on. */
  on: string;
  headline: { text: string; lang: string };
  outlets: string[];
  decidedBy: StorylineMember['decidedBy'];
  /** The headline of the earlier development that it goes on from, and how sure that is, in hundredths. */
  from: { headline: { text: string; lang: string }; sure: number } | null;
}

const mostOthers = 60;

export async function readStorylineNames(
  db: Reader,
  publication: Publication,
  ids: string[],
): Promise<Map<string, StorylineName>> {
  const storylines = await findStorylines(db, publication.slug, [...new Set(ids)]);
  const unnamed = [...storylines.values()].filter(({ name }) => name === '').map(({ id }) => id);
  const first = new Map<string, string>();
  for (const { storylineId, developmentId } of await findMembersOf(db, { storylineIds: unnamed }))
    if (!first.has(storylineId)) first.set(storylineId, developmentId);
  const reports = await findDevelopmentReports(db, publication.slug, [...first.values()]);
  return new Map(
    [...storylines.values()].map(({ id, name }): [string, StorylineName] => {
      if (name !== '') return [id, { text: name, lang: firstLanguage(publication), named: true }];
      return [id, { ...headlineOf(reports.get(first.get(id) ?? '') ?? []), named: false }];
    }),
  );
}

/** The storylines that a publication's desk lists, from the `page`th hundred on. */
export async function readStorylines(
  db: Reader,
  publication: Publication,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<ListedStoryline[]> {
  const running = await findRunning(db, publication.slug, { limit, offset });
  const names = await readStorylineNames(
    db,
    publication,
    running.map(({ id }) => id),
  );
  return running.flatMap((storyline) => {
    const name = names.get(storyline.id);
    return name ? [{ ...storyline, name }] : [];
  });
}

export async function readStoryline(db: Reader, publication: Publication, id: string): Promise<StorylineView | null> {
  const { slug, timeZone } = publication;
  const storyline = (await findStorylines(db, slug, [id])).get(id);
  const name = (await readStorylineNames(db, publication, [id])).get(id);
  if (!storyline || !name) return null;
  const members = await findMembersOf(db, { storylineIds: [id] });
  const ids = members.map(({ developmentId }) => developmentId);
  const reports = await findDevelopmentReports(db, slug, ids);
  const headline = (development: string) => headlineOf(reports.get(development) ?? []);
  const developments = members.map(({ developmentId, startedAt, linkedTo, score, decidedBy }) => ({
    id: developmentId,
    on: dayOfInstant(startedAt, timeZone),
    headline: headline(developmentId),
    outlets: [...new Set((reports.get(developmentId) ?? []).map(({ outlet }) => outlet))],
    decidedBy,
    from:
      linkedTo !== null && reports.has(linkedTo)
        ? { headline: headline(linkedTo), sure: Math.round(score * 100) }
        : null,
  }));
  const pieces = await findPiecesOfDevelopments(db, slug, ids);
  const revisions = await findLiveRevisions(
    db,
    pieces.map((piece) => piece.id),
  );
  const others = await readStorylines(db, publication, { limit: mostOthers });
  return {
    id,
    name,
    followed: storyline.followed,
    developments: developments.reverse(),
    pieces: pieces.map((piece) => ({ ...piece, title: revisions.get(piece.id)?.content.title ?? piece.path })),
    figures: readFigures([...reports.values()].flat(), timeZone),
    others: others.filter((other) => other.id !== id),
  };
}

function headlineOf([first]: Report[]): { text: string; lang: string } {
  if (first === undefined) return { text: 'Without a headline', lang: 'en' };
  return { text: tidyHeadline(first) || first.outlet, lang: first.lang };
}

/** Each figure that some reports tell, where it is another than the one before it. */
function readFigures(reports: Report[], timeZone: string): StorylineView['figures'] {
  const histories = new Map<CountedKind, StorylineView['figures'][number]['values']>();
  for (const report of reports.sort((a, b) => a.reportedAt.localeCompare(b.reportedAt)))
    for (const [of, { value, outlet, at }] of figuresOf(report)) {
      const values = histories.get(of) ?? [];
      histories.set(of, values);
      if (values.at(-1)?.value !== value) values.push({ value, outlet, on: dayOfInstant(at, timeZone) });
    }
  return [...histories].map(([of, values]) => ({ of, values }));
}
