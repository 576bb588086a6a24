import { isDay } from './find-place.ts';
import { termsOrNull, type WireTerms } from '#wires/wires.ts';
import type { TermsInput } from './terms-page.tsx';

const longest = { text: 2_000, credit: 200, place: 80, places: 50 };

/** The form as it was typed. */
export function readTermsInput(form: Record<string, unknown>): TermsInput {
  const text = (name: string) => (typeof form[name] === 'string' ? form[name].trim() : '');
  return {
    text: text('text'),
    internal: form.internal === 'yes',
    mostWords: text('mostWords'),
    lastDay: text('lastDay'),
    credit: text('credit').replace(/\s+/gu, ' '),
    notIn: text('notIn'),
    noCopy: form.noCopy === 'yes',
  };
}

/** The form of what was saved. */
export function showTermsInput(terms: WireTerms | null, zone: string): TermsInput {
  return {
    text: terms?.text ?? '',
    internal: terms?.internal ?? false,
    mostWords: terms?.mostWords?.toString() ?? '',
    lastDay: terms?.until ? dayBefore(terms.until, zone) : '',
    credit: terms?.credit ?? '',
    notIn: terms?.notIn.join(', ') ?? '',
    noCopy: terms?.noCopy ?? false,
  };
}

/** The terms that the form says, null where it says none; or what is wrong with which field. */
export function termsOfInput(
  input: TermsInput,
  zone: string,
): { terms: WireTerms | null } | { wrong: Record<string, string> } {
  const { text, internal, mostWords, lastDay, credit, noCopy } = input;
  const notIn = input.notIn.split(/[,،;]/u).flatMap((place) => place.trim() || []);
  const wrong: Record<string, string> = {};
  if (mostWords !== '' && !/^[1-9]\d{0,4}$/u.test(mostWords))
    wrong.mostWords = 'Give a whole number above 0, or nothing.';
  if (lastDay !== '' && !isDay(lastDay)) wrong.lastDay = 'This is no day. Choose one, or leave it empty.';
  if (text.length > longest.text) wrong.text = `This is longer than ${longest.text} characters.`;
  if (credit.length > longest.credit) wrong.credit = `This is longer than ${longest.credit} characters.`;
  if (notIn.length > longest.places || notIn.some((place) => place.length > longest.place))
    wrong.notIn = `At most ${longest.places} places of ${longest.place} characters.`;
  if (Object.keys(wrong).length > 0) return { wrong };
  const rules = {
    internal,
    mostWords: mostWords === '' ? null : Number(mostWords),
    from: null,
    until: lastDay === '' ? null : endOf(lastDay, zone),
    notIn,
    credit: credit === '' ? null : credit,
    noCopy,
    unread: [],
  };
  return { terms: text !== '' || termsOrNull(rules) ? { ...rules, text } : null };
}

function endOf(day: string, zone: string): string {
  const next = Temporal.PlainDate.from(day).add({ days: 1 });
  return next.toZonedDateTime(zone).toInstant().toString({ fractionalSecondDigits: 3 });
}

function dayBefore(instant: string, zone: string): string {
  return Temporal.Instant.from(instant).subtract({ seconds: 1 }).toZonedDateTimeISO(zone).toPlainDate().toString();
}
