import { localTimeOf } from '#lib/dates/local-time.ts';
import { Hono } from 'hono';
import { findPiece } from '#pieces/pieces.ts';
import { findPublication, type Publication } from '#publications/publications.ts';
import type { ReportFile } from '#wires/wires.ts';
import { isWebAddress } from '#lib/json/read-json.ts';
import type { ReportAddedAnswer, ReportReadAnswer } from './composer-state.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { may } from './may.ts';
import { findWrong, readReportInput, type ReportInput, reportedAt } from './report-input.ts';
import { readLink, takeReport } from './take-report.ts';

/** A report brought into the composer: what a link or a file says is read into the form, and the form is taken. */
export function reportApi(desk: Desk): Hono<DeskEnv> {
  const { newsroom } = desk;
  const { read } = newsroom.database;
  const app = new Hono<DeskEnv>();

  app.post('/desk/api/pieces/:id/report-link', may(desk, 'bring reports', 'piece'), async (c) => {
    const publication = await publicationOf(c.req.param('id'));
    const { link } = (await c.req.json()) as { link?: unknown };
    if (!publication) return c.notFound();
    if (typeof link !== 'string' || !isWebAddress(link.trim()))
      return c.json(refused('This is no web address. It starts with http:// or https://.'), 400);
    const report = await readLink(newsroom, publication, link.trim());
    if (!report) return c.json(refused('The page could not be read. Paste its text instead.'));
    return c.json({ kind: 'read', report } satisfies ReportReadAnswer);
  });

  app.post('/desk/api/report-file', may(desk, 'bring reports', 'publication-asked'), async (c) => {
    const publication = await findPublication(read, c.req.query('publication') ?? '');
    if (!publication) return c.notFound();
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const outcome = await newsroom.sandbox.run<unknown, ReportFile>('read-report-file', {
      bytes,
      name: (c.req.query('name') ?? '').slice(0, 200),
    });
    if (outcome.kind !== 'ok') {
      const why = outcome.kind === 'failed' ? `: ${outcome.reason}` : ' in the time and space that it may take';
      return c.json(refused(`The file could not be read${why}. Paste its text instead.`));
    }
    const raw = await newsroom.blobs.put(bytes);
    return c.json({ kind: 'read', report: inputOf(outcome.value, raw, publication) } satisfies ReportReadAnswer);
  });

  app.post('/desk/api/pieces/:id/report', may(desk, 'bring reports', 'piece'), async (c) => {
    const publication = await publicationOf(c.req.param('id'));
    if (!publication) return c.notFound();
    const input = readReportInput((await c.req.json()) as Record<string, unknown>);
    const now = newsroom.clock.now();
    const wrong = findWrong(input, publication, now);
    const at = reportedAt(input, publication, now);
    if (Object.keys(wrong).length > 0 || at === null)
      return c.json({ kind: 'wrong', wrong } satisfies ReportAddedAnswer);
    return c.json({
      kind: 'added',
      ...(await takeReport(newsroom, publication, input, at)),
    } satisfies ReportAddedAnswer);
  });

  async function publicationOf(pieceId: string): Promise<Publication | null> {
    const piece = await findPiece(read, pieceId);
    return piece && findPublication(read, piece.publication);
  }

  function inputOf(file: ReportFile, raw: string, publication: Publication): ReportInput {
    const now = newsroom.clock.now();
    const said = file.publishedAt === null ? now : Temporal.Instant.from(file.publishedAt);
    const at = Temporal.Instant.compare(said, now) > 0 ? now : said;
    const { title, body, outlet, url } = file;
    return { title, body: body.slice(0, 200_000), outlet, url, raw, reported: localTimeOf(at, publication.timeZone) };
  }
  return app;
}

function refused(reason: string) {
  return { kind: 'refused' as const, reason };
}
