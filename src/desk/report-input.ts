import { readLocalTime } from '#lib/dates/local-time.ts';
import { instantText } from '#platform/clock.ts';
import type { Publication } from '#publications/publications.ts';
import { isWebAddress } from '#lib/json/read-json.ts';

/** What the form for a report by hand holds, as it was typed. */
export interface ReportInput {
  outlet: string;
  title: string;
  url: string;
  /** `2026-11-21T14:05`, in the publication's zone. */
  reported: string;
  body: string;
  /** The fetched page that the text was read from; '' when there is none. */
  raw: string;
}

export type ReportField = keyof ReportInput;
export type Wrong = Partial<Record<ReportField | 'link', string>>;

const most = { outlet: 120, title: 300, url: 2000, body: 200_000 };

export function readReportInput(form: Record<string, unknown>): ReportInput {
  const text = (name: string): string => {
    const value = form[name];
    return typeof value === 'string' ? value.toWellFormed() : '';
  };
  return {
    outlet: text('outlet').trim(),
    title: text('title').replace(/\s+/gu, ' ').trim(),
    url: text('url').trim(),
    reported: text('reported').trim(),
    // Browsers send CR LF; a report's lines end in LF, as from any wire.
    body: text('body').replace(/\r\n?/gu, '\n').trim(),
    raw: /^[0-9a-f]{64}$/u.test(text('raw')) ? text('raw') : '',
  };
}

/** When it was published, as an instant; null when it cannot be read or lies ahead. */
export function reportedAt(input: ReportInput, publication: Publication, now: Temporal.Instant): string | null {
  const time = readLocalTime(input.reported, publication.timeZone);
  if (time.kind !== 'known' || Temporal.Instant.compare(time.instant, now) > 0) return null;
  return instantText(time.instant);
}

/** What is wrong with each field, in words; nothing when it can be taken. */
export function findWrong(input: ReportInput, publication: Publication, now: Temporal.Instant): Wrong {
  const wrong: Wrong = {};
  const tooLong = (name: 'outlet' | 'title' | 'url' | 'body') => {
    if (input[name].length > most[name]) wrong[name] = `This is longer than ${most[name]} characters.`;
  };
  if (input.outlet === '') wrong.outlet = 'Who published it? A citation always names its outlet.';
  if (input.title === '') wrong.title = 'Give its headline, or write a plain one.';
  if (input.url !== '' && !isWebAddress(input.url))
    wrong.url = 'This is no web address. It starts with http:// or https://, or stays empty.';
  if (input.body.length < 20) wrong.body = 'Paste the text itself: citations point at its words.';
  if (reportedAt(input, publication, now) === null)
    wrong.reported = 'Give a day and a time that are not in the future.';
  for (const name of ['outlet', 'title', 'url', 'body'] as const) tooLong(name);
  return wrong;
}
