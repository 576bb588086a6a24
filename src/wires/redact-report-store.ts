import type { Blobs } from '#platform/blobs/blobs.ts';
import { rewriteRows } from '#platform/database/rewrite-rows.ts';
import { sha256 } from '#platform/hash.ts';
import { changedTexts, payloadMayMention, type RewriteRun } from '#withdrawals/withdrawals.ts';
import type { Origin } from './origins/origins.ts';
import { mapTexts } from './handling.ts';
import { redactOrigin } from './redact-reports.ts';
import { handlingColumns, readHandling } from './report-tables.ts';
import { mapTermsTexts, type WireTerms } from './terms.ts';

/**
 * Takes withdrawn names out of every version of every report, out of what was set aside and out of what wires say of
 * themselves. After evidence and pieces, which need the bodies as they were. A wire's own address stays: without it
 * nothing could be fetched; whoever runs the newsroom changes it.
 */
export async function redactReports(run: RewriteRun): Promise<void> {
  const { database, redactor, write } = run;
  type Version = {
    report_id: string;
    version: number;
    title: string;
    body: string;
    lang: string;
    authors: string;
    agency: string | null;
    origins: string;
    body_sha256: string;
    handling: string;
  };
  const columns = ['title', 'body', 'lang', 'authors', 'agency', 'origins', 'body_sha256', 'handling'];
  await rewriteRows<Version>(
    database,
    { table: 'report_versions', key: ['report_id', 'version'], columns },
    (row) => {
      const body = { before: row.body, after: redactor.rewrite(row.body, row.lang) };
      const authors = (JSON.parse(row.authors) as string[]).map((author) => redactor.text(author, row.lang));
      const origins = (JSON.parse(row.origins) as Origin[]).map((origin) => redactOrigin(origin, redactor, body));
      return {
        title: redactor.text(row.title, row.lang),
        body: body.after.text,
        authors: JSON.stringify(authors),
        agency: row.agency && redactor.text(row.agency, row.lang),
        origins: JSON.stringify(origins),
        body_sha256: sha256(body.after.text),
        handling: redactHandling(row.handling, (text) => redactor.text(text, row.lang)),
      };
    },
    { write, seen: ({ changes }) => run.found('versions of reports', changedTexts(changes)) },
  );
  type Report = { id: string; source_key: string; external_id: string; url: string | null; outlet: string };
  await rewriteRows<Report>(
    database,
    { table: 'reports', key: ['id'], columns: ['source_key', 'external_id', 'url', 'outlet'] },
    (row) => ({
      source_key: redactor.key(row.source_key),
      external_id: redactor.key(row.external_id),
      url: row.url && redactor.address(row.url),
      outlet: redactor.text(row.outlet),
    }),
    { write, seen: ({ changes }) => run.found('reports', changedTexts(changes)) },
  );
  await rewriteRows<{ id: number; source: string; item: string; reason: string }>(
    database,
    { table: 'set_aside', key: ['id'], columns: ['source', 'item', 'reason'] },
    (row) => ({
      source: redactor.slug(row.source),
      item: redactor.text(row.item),
      reason: redactor.text(row.reason),
    }),
    { write, seen: ({ changes }) => run.found('items set aside', changedTexts(changes)) },
  );
  await rewriteRows<{ id: string; outlet: string; last_error: string | null; terms: string | null }>(
    database,
    { table: 'wires', key: ['id'], columns: ['outlet', 'last_error', 'terms'] },
    (row) => ({
      outlet: redactor.text(row.outlet),
      last_error: row.last_error && redactor.text(row.last_error),
      terms:
        row.terms && JSON.stringify(mapTermsTexts(JSON.parse(row.terms) as WireTerms, (text) => redactor.text(text))),
    }),
    { write, seen: ({ changes }) => run.found('wires', changedTexts(changes)) },
  );
}

/**
 * Removes raw payloads that hold a name, or of which that cannot be told; the rows that named one name none. One blob
 * holds a whole fetch or batch: the others' original bytes go with it, their texts stay.
 */
export async function removeNamedPayloads(run: RewriteRun, blobs: Blobs): Promise<void> {
  const verdicts = new Map<string, boolean>();
  for (const { table, key } of [
    { table: 'report_versions', key: ['report_id', 'version'] },
    { table: 'set_aside', key: ['id'] },
  ]) {
    const named = new Set<string>();
    await rewriteRows<{ raw_sha256: string | null }>(
      run.database,
      { table, key, columns: ['raw_sha256'] },
      ({ raw_sha256 }) => {
        if (raw_sha256 !== null) named.add(raw_sha256);
        return null;
      },
      { write: false },
    );
    for (const name of named) {
      if (verdicts.has(name) || run.free.has(name)) continue;
      // A damaged blob cannot be read: not surely free.
      const bytes = await blobs.get(name).catch(() => 'damaged' as const);
      const goes = bytes === null || bytes === 'damaged' || payloadMayMention(bytes, run.redactor);
      verdicts.set(name, goes);
      if (!goes) run.free.add(name);
      if (!goes) continue;
      run.found('raw payloads', []);
      if (run.write) await blobs.remove(name);
    }
    await rewriteRows<{ raw_sha256: string | null }>(
      run.database,
      { table, key, columns: ['raw_sha256'] },
      ({ raw_sha256 }) => (raw_sha256 !== null && verdicts.get(raw_sha256) ? { raw_sha256: null } : null),
      { write: run.write },
    );
  }
}

/** The column `handling` with each of its texts rewritten. */
function redactHandling(handling: string, rewrite: (text: string) => string): string {
  if (handling === '{}') return handling;
  const said = readHandling({ status: 'usable', embargoed_until: null, handling });
  return handlingColumns(mapTexts(said, rewrite)).handling;
}
