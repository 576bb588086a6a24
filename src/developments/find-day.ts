import type { Reader } from '#platform/database/database.ts';
import { dayIn } from '#platform/clock.ts';
import type { Publication } from '#publications/publications.ts';
import { findReportsByIds, findReportsOfDays, type Report } from '#wires/wires.ts';
import { findMembers, findNearMisses, findPlacements, type NearMiss, type Placement } from './development-store.ts';
import { type NotNews, notNews } from './genre/not-news.ts';
import {
  type DayDevelopment,
  type DevelopmentOfDay,
  rankDevelopments,
  type StoryOfDay,
  tellingOf,
} from './rank-developments.ts';
import { type RankWeights, weightsOf } from './rank-weights.ts';
import { countReportedDays } from './storylines/reported-days-store.ts';
import { findMembersOf, findStorylines, type StorylineMember } from './storylines/storyline-store.ts';
import { findWhatChanged } from './storylines/what-changed.ts';

/** A day's summary takes up where the morning of the day before left off, at this hour of the publication's zone. */
const cutOffHour = 8;
/** What a day is compared with: the latest earlier developments of its storyline, and of these the latest reports. */
const [mostEarlierDevelopments, mostEarlierReports] = [30, 120];

/**
 * The developments of a publication's day, ranked: those with a report since the cut-off of the day before.
 * A report that its sender took back is no voice of any. `told` names, by development, the day of the latest earlier summary that told it.
 */
export async function findDayDevelopments(
  db: Reader,
  publication: Publication,
  day: string,
  told: Map<string, string>,
  weights: RankWeights = weightsOf(publication),
): Promise<DayDevelopment[]> {
  const date = Temporal.PlainDate.from(day);
  const before = date.subtract({ days: 1 });
  const opens = before.toZonedDateTime({ timeZone: publication.timeZone, plainTime: { hour: cutOffHour } }).toInstant();
  const recent = await findReportsOfDays(db, publication.slug, before.toString(), day);
  const reports = recent.filter((report) => !isBefore(report, opens) && report.handling.status !== 'killed');
  const placements = await findPlacements(
    db,
    publication.slug,
    reports.map((report) => report.id),
  );
  const byDevelopment = Map.groupBy(
    reports.filter((report) => placements.has(report.id)),
    (report) => placements.get(report.id)?.developmentId ?? '',
  );
  const nearMisses = await findNearMisses(db, [...byDevelopment.keys()]);
  const stories = await readStories(db, publication, { day, opens }, [...byDevelopment.keys()]);
  const ranked = [...byDevelopment].map(([id, members]): DevelopmentOfDay => {
    const story = stories.get(id);
    const own = new Set((story?.earlier ?? []).flatMap((each) => (each.developmentId === id ? [each.report.id] : [])));
    const earlier = (story?.earlier ?? []).map(({ report }) => report);
    const placed = members.map((report) => ({
      report,
      copyOf: placements.get(report.id)?.copyOf ?? null,
      notNews: genreOf(report),
    }));
    const telling = tellingOf(placed);
    const originals = telling.filter(({ copyOf }) => copyOf === null);
    const today = (originals.length > 0 ? originals : telling).map(({ report }) => report);
    const toldOn =
      [id, ...(story?.developments ?? [])]
        .flatMap((each) => told.get(each) ?? [])
        .sort()
        .at(-1) ?? null;
    return {
      id,
      reports: placed,
      story: story?.story ?? null,
      state: findWhatChanged(today, earlier, own, publication.names),
      lastAt: earlier.at(-1)?.reportedAt ?? null,
      begins: own.size === 0,
      toldOn,
      nearMiss: nearMissOf(nearMisses.get(id), byDevelopment),
      fresh: members.some((report) => dayIn(publication.timeZone, report.reportedAt) === day),
    };
  });
  return rankDevelopments(ranked, weights);
}

/** What it was nearly part of, where that is of the same day: editors are asked about what they have before them. */
function nearMissOf(near: NearMiss | undefined, ofDay: Map<string, unknown>): NearMiss | null {
  return near && ofDay.has(near.nearest) ? near : null;
}

/** What a day's development goes on from. */
interface Told {
  story: StoryOfDay | null;
  /** Every development of its storyline, itself with it. */
  developments: string[];
  /** The reports of these from before the day opens, oldest first; near-duplicates left out. */
  earlier: { report: Report; developmentId: string }[];
}

async function readStories(
  db: Reader,
  { slug }: Publication,
  { day, opens }: { day: string; opens: Temporal.Instant },
  ids: string[],
): Promise<Map<string, Told>> {
  const placed = await findMembersOf(db, { developmentIds: ids });
  const storylineOf = new Map(placed.map(({ developmentId, storylineId }) => [developmentId, storylineId]));
  const storylineIds = [...new Set(storylineOf.values())];
  const storylines = await findStorylines(db, slug, storylineIds);
  const days = await countReportedDays(db, slug, storylineIds, day);
  const byStoryline = Map.groupBy(
    await findMembersOf(db, { storylineIds }),
    ({ storylineId }: StorylineMember) => storylineId,
  );
  const compared = [...byStoryline.values()].flatMap((all) => {
    const begun = all.filter(({ startedAt }) => Temporal.Instant.compare(startedAt, opens) < 0);
    return begun.slice(-mostEarlierDevelopments).map(({ developmentId }) => developmentId);
  });
  const members = await findMembers(db, slug, [...new Set([...compared, ...ids])]);
  const placementOf = new Map(members.filter(isOriginal).map((member) => [member.reportId, member]));
  const reports = (await findReportsByIds(db, [...placementOf.keys()]))
    .filter((report) => isBefore(report, opens) && report.handling.status !== 'killed')
    .sort((a, b) => a.reportedAt.localeCompare(b.reportedAt) || a.id.localeCompare(b.id));
  const developmentOf = (report: Report): string => placementOf.get(report.id)?.developmentId ?? '';
  return new Map(
    ids.map((id): [string, Told] => {
      const storyline = storylines.get(storylineOf.get(id) ?? '');
      const all = storyline ? (byStoryline.get(storyline.id) ?? []).map(({ developmentId }) => developmentId) : [];
      const within = new Set([id, ...all]);
      const earlier = reports.filter((report) => within.has(developmentOf(report))).slice(-mostEarlierReports);
      return [
        id,
        {
          story: storyline ? { ...storyline, days: days.get(storyline.id) ?? 1, continues: all.length > 1 } : null,
          developments: all,
          earlier: earlier.map((report) => ({ report, developmentId: developmentOf(report) })),
        },
      ];
    }),
  );
}

/** What reports are, by id and version: hearing how a text is written takes a millisecond, and a day is looked at many times. */
const genres = new Map<string, NotNews | null>();
const mostGenres = 20_000;

function genreOf(report: Report): NotNews | null {
  const key = `${report.id} ${report.version}`;
  const known = genres.get(key);
  if (known !== undefined) return known;
  if (genres.size >= mostGenres) genres.clear();
  const genre = notNews(report);
  genres.set(key, genre);
  return genre;
}

const isOriginal = ({ copyOf }: Placement): boolean => copyOf === null;

function isBefore({ reportedAt }: Report, instant: Temporal.Instant): boolean {
  return Temporal.Instant.compare(reportedAt, instant) < 0;
}
