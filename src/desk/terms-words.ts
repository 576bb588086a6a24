import { dayAndTime } from '#locales/dates.ts';
import type { Terms } from '#wires/wires.ts';
import { counted, listed } from './words.ts';

/** What may be done with a report, a sentence for each rule that there is. */
export function termsWords(terms: Terms, timeZone: string): string[] {
  const { internal, mostWords, from, until, notIn, credit, noCopy, unread } = terms;
  const at = (instant: string) => dayAndTime(instant, 'en', timeZone);
  return [
    ...(internal ? ['For the desk alone: not to be cited.'] : []),
    ...(mostWords === null ? [] : [`At most ${counted(mostWords, 'word')} of a report may stand in a piece.`]),
    ...(from === null ? [] : [`Not to be used before ${at(from)}.`]),
    ...(until === null ? [] : [`Not to be used from ${at(until)} on.`]),
    ...(notIn.length === 0 ? [] : [`Not to be shown in: ${listed(notIn.map(isolated))}.`]),
    ...(credit === null ? [] : [`It has to be credited: “${isolated(credit)}”.`]),
    ...(noCopy ? ['No copy of it is kept.'] : []),
    ...(unread.length === 0
      ? []
      : [`It has rules that Daybook cannot read (${listed(unread.map(isolated))}): read them yourself.`]),
  ];
}

/** Set apart, whichever way it runs. */
function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
