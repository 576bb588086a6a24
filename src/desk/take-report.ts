import { placeReports } from '#developments/developments.ts';
import { localTimeOf } from '#lib/dates/local-time.ts';
import { detectLanguage } from '#lib/text/detect-language.ts';
import { dayIn } from '#platform/clock.ts';
import { sha256 } from '#platform/hash.ts';
import type { Publication } from '#publications/publications.ts';
import { acceptReports, fetchArticle, findWires } from '#wires/wires.ts';
import type { Newsroom } from '../newsroom.ts';
import type { ReportInput } from './report-input.ts';

/** Takes a report by hand and places it at once. Answers its id and the day that it belongs to. */
export async function takeReport(
  newsroom: Newsroom,
  publication: Publication,
  input: ReportInput,
  at: string,
): Promise<{ reportId: string; day: string }> {
  const { outlet, title, url, body } = input;
  const name = url === '' ? sha256(`${outlet}\n${title}\n${body}`).slice(0, 24) : url;
  const raw = input.raw === '' ? null : await newsroom.blobs.get(input.raw);
  const accepted = await acceptReports(newsroom, {
    reports: [
      {
        sourceKey: `hand:${publication.slug}:${name}`,
        externalId: `hand:${name}`,
        url: url === '' ? null : url,
        outlet,
        wireId: null,
        title,
        body,
        lang: detectLanguage(`${title}\n${body}`, null),
        authors: [],
        agency: null,
        method: 'hand',
        reportedAt: at,
        rawSha256: raw ? input.raw : null,
      },
    ],
    setAside: [],
    publications: [publication],
    followUp: 'queue',
  });
  await placeReports(newsroom, publication);
  return { reportId: accepted.reportIds[0] ?? '', day: dayIn(publication.timeZone, at) };
}

/** Reads a page into the form. Null when it cannot be had; the form then says what to do. */
export async function readLink(newsroom: Newsroom, publication: Publication, url: string): Promise<ReportInput | null> {
  const fetched = await fetchArticle(newsroom, url);
  if (!fetched || fetched.article.text.trim() === '') return null;
  const { article } = fetched;
  const now = newsroom.clock.now();
  const published = article.publishedAt === null ? now : Temporal.Instant.from(article.publishedAt);
  const at = Temporal.Instant.compare(published, now) > 0 ? now : published;
  return {
    outlet: await guessOutlet(newsroom, fetched.url),
    title: article.title,
    url: fetched.url,
    reported: localTimeOf(at, publication.timeZone),
    body: article.text,
    raw: fetched.rawSha256,
  };
}

/** The outlet of a wire at the same host; '' when none is known. */
async function guessOutlet({ database }: Newsroom, url: string): Promise<string> {
  const host = hostOf(url);
  return (await findWires(database.read)).find((wire) => hostOf(wire.url) === host)?.outlet ?? '';
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./u, '') : '';
}
