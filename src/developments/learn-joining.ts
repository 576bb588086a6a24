import { CLUSTER_DEFAULTS } from './cluster-options.ts';

/** An editor's word on whether two things are one event, and the log odds that the clusterer had given it. */
export interface JoiningLesson {
  isSame: boolean;
  logOdds: number;
}

/** What Daybook ships with counts as much as the curvature of so many lessons at the threshold: three lessons move little, thirty much. */
const priorPrecision = 4;
/** Editors argue about the doubtful; they do not teach that everything is one event. */
const mostShift = 1;
const steps = 25;

/**
 * The score from which a report joins a development, as a publication's editors taught it: the threshold under which their
 * answers are likeliest (logistic regression with the slope at 1), held to what is shipped by a Gaussian prior. Log odds.
 */
export function learnJoinScore(lessons: readonly JoiningLesson[]): number {
  const shipped = CLUSTER_DEFAULTS.joinScore;
  let threshold = shipped;
  for (let step = 0; step < steps; step++) {
    let gradient = priorPrecision * (threshold - shipped);
    let curvature = priorPrecision;
    for (const { isSame, logOdds } of lessons) {
      const joins = 1 / (1 + Math.exp(threshold - logOdds));
      gradient += (isSame ? 1 : 0) - joins;
      curvature += joins * (1 - joins);
    }
    threshold -= gradient / curvature;
  }
  return Math.min(shipped + mostShift, Math.max(shipped - mostShift, threshold));
}
