import { type DayDevelopment, findPlacesNamed, type PlacedReport, tellingOf } from '#developments/developments.ts';
import type { NamedPlaces } from '#gazetteer/gazetteer.ts';
import { splitSentences } from '#lib/text/sentences.ts';
import { dayIn } from '#platform/clock.ts';
import type { Reader } from '#platform/database/database.ts';
import { findPieceByPath, findSchedule, summaryPath } from '#pieces/pieces.ts';
import { firstLanguage, type Publication } from '#publications/publications.ts';
import { chooseHeadline, findDevelopmentsToTell } from '#summaries/summaries.ts';
import { findLatestReportDay, findReportsOfDays, holdOn, type Report } from '#wires/wires.ts';
import type { Newsroom } from '../newsroom.ts';
import { genreWords } from './genre-words.ts';
import { handlingWords, heldWords } from './held-words.ts';
import { corroborationWords, type RankLine, rankWords } from './rank-words.ts';
import { readStorylineNames, type StorylineName } from './read-storylines.ts';
import { type StateView, stateView } from './story-words.ts';
import { scheduleWords, stoppedWords } from './read-work.ts';
import { monogram, timeOnDay } from './words.ts';

/** A report as the day shows it; near-duplicates stand folded under it. */
export interface ReportView {
  id: string;
  version: number;
  outlet: string;
  /** "carrying Halyard", or null. */
  origin: string | null;
  title: string;
  lang: string;
  time: string;
  opening: string;
  /** What follows the opening; '' when there is no more. */
  rest: string;
  url: string | null;
  byHand: boolean;
  /** "comment, by its address": what it is where it is no news; null for news. */
  genre: string | null;
  /** Why it may not be cited now; null when it may. */
  held: string | null;
  /** What its sender says to editors of it, a sentence each. */
  handling: string[];
  copies: ReportView[];
}

export interface DevelopmentView {
  id: string;
  headline: { text: string; lang: string };
  outlets: { name: string; letters: string }[];
  corroboration: string;
  /** Its storyline, where it is of one with more in it, or of one with a name. */
  story: (StorylineName & { id: string; days: number; followed: boolean }) | null;
  /** The storyline that it is alone in. */
  ownStory: string | null;
  state: StateView;
  score: number;
  why: RankLine[];
  /** The development of this day that it may be one with, and how likely that is, in per cent. */
  nearMiss: { id: string; headline: DevelopmentView['headline']; percent: number } | null;
  /** The places that its reports name most, as the gazetteer writes them; none where there is no gazetteer. */
  places: string[];
  reports: ReportView[];
}

/** Where a summary of the day stands. */
export interface StandingView {
  lang: string;
  pieceId: string | null;
  /** `edited`: live, with a later revision that readers do not have. */
  state: 'not begun' | 'draft' | 'live' | 'edited' | 'withdrawn';
  /** When it goes out by itself, or that it did not, in words. */
  time: string | null;
  revision: number;
  path: string;
}

export interface DayView {
  day: string;
  today: string;
  previous: string;
  next: string | null;
  latestWithReports: string | null;
  standings: StandingView[];
  developments: DevelopmentView[];
  /** What no news report tells: comment, features, pages that gather. */
  apart: DevelopmentView[];
  reports: number;
  /** Reports of the day that their senders took back. */
  takenBack: ReportView[];
}

/** A publication's day as an editor sees it. */
export async function readDay(
  newsroom: Pick<Newsroom, 'database' | 'clock'>,
  publication: Publication,
  day: string,
): Promise<DayView> {
  const { read } = newsroom.database;
  const developments = await findDevelopmentsToTell(read, publication, day);
  const names = await readStorylineNames(
    read,
    publication,
    developments.flatMap(({ story }) => (story && (story.continues || story.name !== '') ? [story.id] : [])),
  );
  const date = Temporal.PlainDate.from(day);
  const now = newsroom.clock.now();
  const today = dayIn(publication.timeZone, now);
  const named = await findPlacesNamed(newsroom.database, publication);
  const view = (development: DayDevelopment): DevelopmentView => ({
    ...viewDevelopment(development, publication, day, now, names),
    nearMiss: nearMissOf(development, developments, publication),
    places: named ? placesOf(development, named) : [],
  });
  return {
    day,
    today,
    previous: date.subtract({ days: 1 }).toString(),
    next: day < today ? date.add({ days: 1 }).toString() : null,
    latestWithReports: await findLatestReportDay(read, publication.slug),
    standings: await readStandings(newsroom, publication, day),
    developments: developments.filter(({ tellsNews }) => tellsNews).map(view),
    apart: developments.filter(({ tellsNews }) => !tellsNews).map(view),
    takenBack: await readTakenBack(read, publication, day, now),
    reports: developments.reduce((sum, { tellsNews, reports }) => sum + (tellsNews ? reports.length : 0), 0),
  };
}

/** Where the summary of a day stands, in each language of the publication. */
export async function readStandings(
  newsroom: Pick<Newsroom, 'database'>,
  publication: Publication,
  day: string,
): Promise<StandingView[]> {
  const standings: StandingView[] = [];
  for (const lang of publication.languages) {
    const path = summaryPath(day, lang, firstLanguage(publication));
    const piece = await findPieceByPath(newsroom.database.read, publication.slug, path);
    const live = piece?.headRevision === piece?.liveRevision ? 'live' : 'edited';
    const state = !piece
      ? 'not begun'
      : piece.state === 'live'
        ? live
        : piece.state === 'withdrawn'
          ? 'withdrawn'
          : 'draft';
    const schedule = piece && (await findSchedule(newsroom.database.read, piece.id));
    standings.push({
      time: schedule && (schedule.state === 'waiting' ? scheduleWords(schedule) : stoppedWords(schedule)),
      lang,
      pieceId: piece?.id ?? null,
      state,
      revision: piece?.headRevision ?? 0,
      path: `/${publication.slug}/${path}`,
    });
  }
  return standings;
}

async function readTakenBack(
  db: Reader,
  publication: Publication,
  day: string,
  now: Temporal.Instant,
): Promise<ReportView[]> {
  const reports = await findReportsOfDays(db, publication.slug, day, day);
  return reports
    .filter(({ handling }) => handling.status === 'killed')
    .map((report) => viewReport({ report, copyOf: null, notNews: null }, [], { publication, day, now }));
}

export function viewDevelopment(
  development: DayDevelopment,
  publication: Publication,
  day: string,
  now: Temporal.Instant,
  names = new Map<string, StorylineName>(),
): Omit<DevelopmentView, 'places' | 'nearMiss'> {
  const originals = originalsOf(development.reports);
  const { story } = development;
  const name = story && names.get(story.id);
  const telling = tellingOf(development.reports);
  const outlets = [...new Set(telling.map(({ report }) => report.outlet))];
  return {
    id: development.id,
    headline: headlineOfDevelopment(development, publication),
    outlets: outlets.map((name) => ({ name, letters: monogram(name) })),
    corroboration: corroborationWords(development, day),
    story: name && story ? { ...name, id: story.id, days: story.days, followed: story.followed } : null,
    ownStory: name ? null : (story?.id ?? null),
    state: stateView(development, day, publication.timeZone),
    score: development.score,
    why: rankWords(development.reasons, day, publication.timeZone),
    reports: originals.map(({ placed, copies }) => viewReport(placed, copies, { publication, day, now })),
  };
}

function headlineOfDevelopment({ reports }: DayDevelopment, publication: Publication): DevelopmentView['headline'] {
  const originals = originalsOf(reports).map(({ placed }) => placed);
  return headlineOf(
    tellingOf(originals).map(({ report }) => report),
    firstLanguage(publication),
  );
}

function nearMissOf(
  { nearMiss }: DayDevelopment,
  ofDay: DayDevelopment[],
  publication: Publication,
): DevelopmentView['nearMiss'] {
  const near = nearMiss && ofDay.find(({ id }) => id === nearMiss.nearest);
  if (!near) return null;
  return {
    id: near.id,
    headline: headlineOfDevelopment(near, publication),
    percent: Math.round(nearMiss.likely * 100),
  };
}

const placesShown = 6;

/** The places that most of its reports name, in the order of how many do. */
function placesOf({ reports }: DayDevelopment, named: NamedPlaces): string[] {
  const counts = new Map<string, { name: string; reports: number }>();
  for (const { report } of reports)
    for (const { id, name } of named(`${report.title}\n${report.body}`)) {
      const known = counts.get(id) ?? { name, reports: 0 };
      counts.set(id, { name, reports: known.reports + 1 });
    }
  return [...counts.values()]
    .sort((a, b) => b.reports - a.reports)
    .slice(0, placesShown)
    .map(({ name }) => name);
}

/** Each report that is no copy, and a copy whose original is not of this day, with the copies of it; the news first. */
function originalsOf(placed: PlacedReport[]): { placed: PlacedReport; copies: PlacedReport[] }[] {
  const here = new Set(placed.map(({ report }) => report.id));
  const isCopy = ({ copyOf }: PlacedReport): boolean => copyOf !== null && here.has(copyOf);
  return placed
    .filter((each) => !isCopy(each))
    .sort((a, b) => Number(a.notNews !== null) - Number(b.notNews !== null))
    .map((each) => ({ placed: each, copies: copiesOf(each.report.id, placed) }));
}

/** Copies, and copies of copies. */
function copiesOf(id: string, placed: PlacedReport[], seen = new Set([id])): PlacedReport[] {
  return placed
    .filter(({ report, copyOf }) => copyOf === id && !seen.has(report.id))
    .flatMap((each) => {
      seen.add(each.report.id);
      return [each, ...copiesOf(each.report.id, placed, seen)];
    });
}

/** The headline that says most of what the reports tell, in the publication's own language where there is one. */
export function headlineOf(reports: Report[], lang: string): { text: string; lang: string } {
  const own = reports.filter((report) => report.lang.split('-')[0] === lang.split('-')[0]);
  const chosen = chooseHeadline(own.length > 0 ? own : reports);
  return { text: chosen?.text || (reports[0]?.outlet ?? ''), lang: chosen?.lang ?? 'en' };
}

const openingSentences = 2;
const openingCharacters = 420;

function viewReport(
  { report, notNews }: PlacedReport,
  copies: PlacedReport[],
  seen: { publication: Publication; day: string; now: Temporal.Instant },
): ReportView {
  const { publication, day, now } = seen;
  const hold = holdOn(report.handling, now);
  const spans = splitSentences(report.body);
  const last = spans.slice(0, openingSentences).findLast((span) => span.end <= openingCharacters) ?? spans[0];
  const end = Math.min(last?.end ?? report.body.length, openingCharacters * 2);
  return {
    id: report.id,
    version: report.version,
    outlet: report.outlet,
    origin: originWords(report),
    title: report.title,
    lang: report.lang,
    time: timeOnDay(report.reportedAt, day, publication.timeZone),
    opening: report.body.slice(0, end).trim(),
    rest: report.body.slice(end).trim(),
    url: report.url,
    byHand: report.method === 'hand',
    genre: notNews && genreWords(notNews),
    held: hold && heldWords(hold, publication.timeZone),
    handling: handlingWords(report.handling, publication.timeZone),
    copies: copies.map((copy) => viewReport(copy, [], seen)),
  };
}

export function originWords(report: Pick<Report, 'outlet' | 'origins'>): string | null {
  const origin = report.origins.find(
    ({ kind, name }) => (kind === 'agency' || kind === 'monitor') && name !== report.outlet,
  );
  if (!origin) return null;
  return `${origin.kind === 'agency' ? 'carrying' : 'citing'} ${origin.name}`;
}
