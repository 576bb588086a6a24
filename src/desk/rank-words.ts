import type { DayDevelopment, RankReason } from '#developments/developments.ts';
import { phraseText } from '#locales/phrase.ts';
import { wordsOf } from '#locales/locales.ts';
import { dayOfInstant } from '#locales/dates.ts';
import { capital, counted, dayFrom } from './words.ts';

const figureWords = {
  killed: 'killed',
  injured: 'injured',
  displaced: 'displaced',
  missing: 'missing',
  detained: 'detained',
};

/** "Three outlets, all carrying Halyard.", as the reader's page says it. */
export function corroborationWords({ corroboration }: Pick<DayDevelopment, 'corroboration'>, day: string): string {
  return phraseText(wordsOf('en').basisLine({ ...corroboration, firstReportedOn: null }, day)).trim();
}

/** Why a development stands where it does, a sentence for each reason; the figure that changed is told apart. */
export function rankWords(reasons: RankReason[], day: string, timeZone: string): string[] {
  return reasons.flatMap((reason) => {
    const words = reasonWords(reason, day, timeZone);
    return words ? [words] : [];
  });
}

function reasonWords(reason: RankReason, day: string, timeZone: string): string | null {
  switch (reason.kind) {
    case 'voices':
      return reason.independent === 1
        ? 'It rests on one voice.'
        : `${capital(counted(reason.independent, 'independent voice'))} put it higher.`;
    case 'carrying':
      return null;
    case 'new':
      return 'New: nothing about it came before this day.';
    case 'continuing':
      return `It goes on from ${dayFrom(dayOfInstant(reason.since, timeZone), day)}.`;
    case 'already-told':
      return `Lower, because the summary of ${dayFrom(reason.on, day)} told it and no figure has changed since.`;
    case 'figure':
      return null;
    case 'figure-changed':
      return 'Higher, because a figure changed.';
    case 'feature':
      return 'Last, because its headlines read as features or analysis, not the day’s news.';
  }
}

/** The figure of a development: what it was, what it is. */
export function figureOf(reasons: RankReason[]): { word: string; before: number | null; value: number } | null {
  for (const reason of reasons) {
    if (reason.kind === 'figure-changed')
      return { word: figureWords[reason.figure.kind], before: reason.before, value: reason.figure.value };
    if (reason.kind === 'figure')
      return { word: figureWords[reason.figure.kind], before: null, value: reason.figure.value };
  }
  return null;
}
