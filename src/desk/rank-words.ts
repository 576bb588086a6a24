import type { DayDevelopment, RankReason } from '#developments/developments.ts';
import { phraseText } from '#locales/phrase.ts';
import { wordsOf } from '#locales/locales.ts';
import { dayOfInstant } from '#locales/dates.ts';
import { counted, dayFrom } from './words.ts';

/** "Three outlets, all carrying Halyard.", as the reader's page says it. */
export function corroborationWords({ corroboration }: Pick<DayDevelopment, 'corroboration'>, day: string): string {
  return phraseText(wordsOf('en').basisLine({ ...corroboration, firstReportedOn: null }, day)).trim();
}

/** A part of a rank: "+4", and what for. */
export interface RankLine {
  points: string;
  words: string;
}

/** What a rank is the sum of, in words that an editor can argue with; what gives nothing is not said. */
export function rankWords(reasons: RankReason[], day: string, timeZone: string): RankLine[] {
  return reasons
    .filter(({ points }) => points !== 0)
    .map((reason) => ({ points: pointsText(reason.points), words: partWords(reason, day, timeZone) }));
}

/** "+1.5", "−2" */
export function pointsText(points: number): string {
  return points < 0 ? `−${String(-points)}` : `+${String(points)}`;
}

function partWords(reason: RankReason, day: string, timeZone: string): string {
  switch (reason.part) {
    case 'independent':
      return counted(reason.count, 'independent origin');
    case 'outlets':
      return counted(reason.count, 'outlet');
    case 'new':
      return 'new: nothing that it goes on from';
    case 'change':
      return 'something changed';
    case 'contradiction':
      return 'contradicts an earlier figure';
    case 'figure':
      return reason.count === 1 ? 'counts people' : 'counts people, in two ways or more';
    case 'repeat':
      return reason.toldOn === null
        ? `nothing new since ${dayFrom(dayOfInstant(reason.since, timeZone), day)}`
        : `nothing new since the summary of ${dayFrom(reason.toldOn, day)} told it`;
    case 'fresh':
      return 'reported on the day itself';
    case 'followed':
      return 'of a storyline that you follow';
    case 'feature':
      return 'no news report: comment or features';
  }
}
