/**
 * Developments: reports of the same event, found in one pass, and ranked for a day with the reasons.
 * Promises: a report is placed from what came before it alone; the same data give the same order; every reason that moved
 * a development is told with it.
 */
export { type Figure, type FigureKind, findCasualtyFigures } from './casualty-figures.ts';
export { type Assignment, type ClusterInput, type Clusterer, createClusterer } from './clusterer.ts';
export { findPlacements } from './development-store.ts';
export { findDayDevelopments } from './find-day.ts';
export { findPlacesNamed } from './find-places.ts';
export { findDevelopmentReports } from './find-development-reports.ts';
export { findTotals, type TotalKind } from './reported-totals.ts';
export { placeReports } from './place-reports.ts';
export {
  type Arranged,
  describeStoryline,
  joinStoryline,
  leaveStoryline,
  mergeStorylines,
} from './storylines/arrange-storylines.ts';
export { redactStorylines } from './storylines/redact-storylines-store.ts';
export {
  findMembersOf,
  findRunning,
  findStorylines,
  type RunningStoryline,
  type Storyline,
  type StorylineMember,
} from './storylines/storyline-store.ts';
export { joinDevelopments, keepApart, splitReport } from './rearrange.ts';
export { findTaught, forgetTaught, type Taught } from './taught-joining.ts';
export type { NotNews } from './genre/not-news.ts';
export type { Genre } from './genre/signs.ts';
export { type DayDevelopment, type PlacedReport, type RankReason, tellingOf } from './rank-developments.ts';
export { defaultWeights, type RankPart, rankParts, type RankWeights, weightLimits, weightsOf } from './rank-weights.ts';
export type { ActKind } from './storylines/official-acts.ts';
export {
  type Change,
  type Contradiction,
  type CountedKind,
  figuresOf,
  type ToldFigure,
} from './storylines/what-changed.ts';
