import type { Reader, Writer } from '#platform/database/database.ts';
import { sha256 } from '#platform/hash.ts';
import { newId } from '#platform/id.ts';
import { mapTexts, plainHandling } from './handling.ts';
import type { Origin } from './origins/origins.ts';
import { type ArrivingReport, storableText } from './report.ts';
import { handlingColumns, readHandling, type ReportTables } from './report-tables.ts';

/**
 * What became of an arriving report. `unchanged`: the same is here already. `older`: its sender has sent a newer version
 * before, which stays.
 */
export type Arrival =
  | { kind: 'new' | 'new-version' | 'unchanged'; reportId: string }
  | { kind: 'older'; reportId: string; newer: number };

/** Takes one arriving report for some publications (each with its own day): new, a new version when its text changed, or nothing new. */
export async function saveReport(
  tx: Writer,
  arriving: ArrivingReport & { origins: Origin[] },
  placing: { publications: { slug: string; day: string }[]; at: string },
): Promise<Arrival> {
  const tables = tx.withTables<ReportTables>();
  const { handling = plainHandling } = arriving;
  // Inserting first takes the row for this transaction: of several writers of one report each sees the others' versions.
  const { id, latest_version: latest } = await tables
    .insertInto('reports')
    .values({
      id: newId('rep'),
      source_key: storableText(arriving.sourceKey),
      external_id: storableText(arriving.externalId),
      url: arriving.url === null ? null : storableText(arriving.url),
      outlet: storableText(arriving.outlet),
      wire_id: arriving.wireId,
      latest_version: 0,
      received_at: placing.at,
    })
    .onConflict((conflict) =>
      conflict.column('source_key').doUpdateSet((eb) => ({ source_key: eb.ref('excluded.source_key') })),
    )
    .returning(['id', 'latest_version'])
    .executeTakeFirstOrThrow();
  const known = await tables
    .selectFrom('report_versions')
    .selectAll()
    .where('report_id', '=', id)
    .where('version', '=', latest)
    .executeTakeFirst();
  const newer = known ? (readHandling(known).version ?? 0) : 0;
  if (handling.version !== null && handling.version < newer) {
    const kept = await tables.selectFrom('report_versions').selectAll().where('report_id', '=', id).execute();
    if (kept.some((row) => readHandling(row).version === handling.version)) return { kind: 'unchanged', reportId: id };
    return { kind: 'older', reportId: id, newer };
  }
  // A report that is taken back often comes without its words: those that it had are what is taken back.
  const wordless = handling.status !== 'usable' && arriving.body.trim() === '';
  const title = storableText(arriving.title.trim() === '' && wordless ? (known?.title ?? '') : arriving.title);
  const body = storableText(wordless ? (known?.body ?? '') : arriving.body);
  const bodySha256 = sha256(body);
  const handled = handlingColumns(mapTexts(handling, storableText));
  const unchanged =
    known?.body_sha256 === bodySha256 &&
    known.title === title &&
    known.status === handled.status &&
    known.embargoed_until === handled.embargoed_until &&
    known.handling === handled.handling;
  if (!unchanged) {
    const version = latest + 1;
    await tables.updateTable('reports').set({ latest_version: version }).where('id', '=', id).execute();
    await tables
      .insertInto('report_versions')
      .values({
        report_id: id,
        version,
        title,
        body,
        lang: wordless && known ? known.lang : storableText(arriving.lang),
        authors: wordless && known ? known.authors : JSON.stringify(arriving.authors),
        agency: arriving.agency === null ? null : storableText(arriving.agency),
        origins: wordless && known ? known.origins : JSON.stringify(arriving.origins),
        method: arriving.method,
        reported_at: arriving.reportedAt,
        retrieved_at: placing.at,
        body_sha256: bodySha256,
        raw_sha256: arriving.rawSha256,
        ...handled,
      })
      .execute();
  }
  for (const { slug, day } of placing.publications) {
    await tables
      .insertInto('report_publications')
      .values({ publication: slug, report_id: id, reported_on: day, reported_at: arriving.reportedAt, placed: 0 })
      .onConflict((conflict) => conflict.columns(['publication', 'report_id']).doNothing())
      .execute();
  }
  return { kind: known ? (unchanged ? 'unchanged' : 'new-version') : 'new', reportId: id };
}

/** Whether an item of a source is here in some version. */
export async function isKnownSource(db: Reader, sourceKey: string): Promise<boolean> {
  const row = await db
    .withTables<ReportTables>()
    .selectFrom('reports')
    .select('id')
    .where('source_key', '=', storableText(sourceKey))
    .executeTakeFirst();
  return row !== undefined;
}
