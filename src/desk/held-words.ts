import { dayAndTime } from '#locales/dates.ts';
import type { Handling, Hold } from '#wires/wires.ts';
import { termsWords } from './terms-words.ts';

/** What keeps a report from being cited, in a sentence. */
export function heldWords(hold: Hold, timeZone: string): string {
  switch (hold.why) {
    case 'embargoed':
      return `Embargoed until ${dayAndTime(hold.until, 'en', timeZone)}: it cannot be cited before.`;
    case 'withheld':
      return 'Withheld by its sender: it cannot be cited until it is released.';
    case 'killed':
      return 'Taken back by its sender: it cannot be cited any more.';
    case 'internal':
      return 'For the desk alone by its terms of use: it cannot be cited.';
    case 'ended':
      return `Its terms of use ended on ${dayAndTime(hold.at, 'en', timeZone)}: it cannot be cited any more.`;
  }
}

/** What a report's sender says to editors of it, a sentence each. */
export function handlingWords({ correction, urgency, usageTerms, note, terms }: Handling, timeZone: string): string[] {
  return [
    ...(correction ? ['It corrects what was sent before.'] : []),
    ...(urgency !== null && urgency > 0 && urgency <= 3 ? [`Urgency ${urgency}.`] : []),
    ...(note === null ? [] : [`Its sender notes: ${ended(note)}`]),
    ...(usageTerms === null ? [] : [`Terms of use: ${ended(usageTerms)}`]),
    // That it is for the desk alone is said as what holds it back.
    ...(terms === null ? [] : termsWords({ ...terms, internal: false }, timeZone)),
  ];
}

/** Set apart, so that what is written from right to left does not take our full stop with it. */
function ended(text: string): string {
  return `\u2068${text.replace(/\.$/u, '')}\u2069${/[!?؟]$/u.test(text) ? '' : '.'}`;
}
