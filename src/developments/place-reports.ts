import { type Clock, dayIn, instantText } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { recordEvent } from '#platform/events/event-store.ts';
import type { Publication } from '#publications/publications.ts';
import { findPlacedReportsSince, findUnplacedReports, markPlaced, type Report } from '#wires/wires.ts';
import type { NamedPlaces } from '#gazetteer/gazetteer.ts';
import { type ClusterInput, type Clusterer, createClusterer } from './clusterer.ts';
import { findPlacesNamed } from './find-places.ts';
import { findPlacements, savePlacement } from './development-store.ts';
import { findLessons } from './joining-lessons-store.ts';
import { learnJoinScore } from './learn-joining.ts';
import { linkDevelopments } from './storylines/link-developments.ts';

/** How far back a new report can find its development; the clusterer forgets what is older. */
const memoryDays = 14;
const batchSize = 200;
/** From this probability on, editors are asked whether two developments are one. */
const leastLikely = 0.25;

/**
 * Places a publication's new reports in developments, in date order and one pass: what the clusterer knew is put back
 * from the database first, so that a process started anew decides as one that ran on. Then each development that began is given
 * its storyline. Answers how many were placed.
 */
export async function placeReports(
  deps: { database: Database; clock: Clock; progress?: (placed: number) => void },
  publication: Publication,
): Promise<{ placed: number }> {
  let clusterer: Clusterer | null = null;
  let placed = 0;
  let places: NamedPlaces | null = null;
  for (;;) {
    const reports = await findUnplacedReports(deps.database.read, publication.slug, batchSize);
    if (reports.length === 0) break;
    if (clusterer === null) {
      places = await findPlacesNamed(deps.database, publication);
      clusterer = await recallClusterer(deps.database, publication, reports[0] as Report, places);
    }
    const known = clusterer;
    const placements = reports.map((report) => ({ report, ...known.add(clusterInput(report, places)) }));
    const at = instantText(deps.clock.now());
    await deps.database.write(async (tx) => {
      for (const { report, development, copyOf, similarity, nearest } of placements) {
        await savePlacement(
          tx,
          publication.slug,
          { reportId: report.id, developmentId: developmentId(publication, development), copyOf, similarity },
          dayIn(publication.timeZone, report.reportedAt),
          nearest && nearest.similarity >= leastLikely
            ? { nearest: developmentId(publication, nearest.development), likely: nearest.similarity }
            : null,
        );
      }
      await markPlaced(
        tx,
        publication.slug,
        reports.map((report) => report.id),
      );
      await recordEvent(tx, at, {
        kind: 'reports placed',
        data: { publication: publication.slug, reports: reports.length },
      });
    });
    placed += reports.length;
    deps.progress?.(placed);
  }
  if (placed > 0) await linkDevelopments(deps, publication);
  return { placed };
}

/** A clusterer that remembers the publication's reports of the days before a report. */
async function recallClusterer(
  database: Database,
  publication: Publication,
  first: Report,
  places: NamedPlaces | null,
): Promise<Clusterer> {
  const since = Temporal.Instant.from(first.reportedAt).subtract({ hours: memoryDays * 24 });
  const earlier = await findPlacedReportsSince(database.read, publication.slug, instantText(since));
  const placements = await findPlacements(
    database.read,
    publication.slug,
    earlier.map((report) => report.id),
  );
  const joinScore = learnJoinScore(await findLessons(database.read, publication.slug));
  const clusterer = createClusterer({ joinScore });
  for (const report of earlier) {
    const placement = placements.get(report.id);
    if (placement)
      clusterer.remember(
        clusterInput(report, places),
        clusterName(publication, placement.developmentId),
        placement.copyOf,
      );
  }
  return clusterer;
}

function clusterInput(report: Report, places: NamedPlaces | null): ClusterInput {
  const named = places?.(`${report.title}\n${report.body}`).map(({ id }) => id);
  return {
    ...(named && { places: named }),
    id: report.id,
    at: Temporal.Instant.from(report.reportedAt).epochMilliseconds,
    title: report.title,
    body: report.body,
    lang: report.lang,
    outlet: report.outlet,
  };
}

/** The clusterer names a development after its first report; one report may open one in each of several publications. */
function developmentId(publication: Publication, cluster: string): string {
  return `${publication.slug}:${cluster}`;
}

function clusterName(publication: Publication, id: string): string {
  return id.slice(publication.slug.length + 1);
}
