import type { Reader, Writer } from '#platform/database/database.ts';

/**
 * Old addresses. `source` is a path below the publication as it was written, with its query (`…/11.html`, `?p=12`), or
 * `//host/path?query` of another host. It leads to a piece, or to a path below the publication ('' is its home).
 */
interface RedirectRow {
  publication: string;
  source: string;
  piece_id: string | null;
  target: string | null;
  at: string;
}

type RedirectTables = {
  redirects: RedirectRow;
  pieces: { id: string; path: string; state: string };
};

/** Where an old address leads. */
export type RedirectTarget = { pieceId: string } | { path: string };

/** Keeps redirects; the first that an address was given stays. Answers how many were new. */
export async function insertRedirects(
  tx: Writer,
  publication: string,
  redirects: { source: string; target: RedirectTarget }[],
  at: string,
): Promise<number> {
  let added = 0;
  // A statement takes no more than some thousand values on either engine.
  for (let start = 0; start < redirects.length; start += 500)
    added += await insertSome(tx, publication, redirects.slice(start, start + 500), at);
  return added;
}

async function insertSome(
  tx: Writer,
  publication: string,
  redirects: { source: string; target: RedirectTarget }[],
  at: string,
): Promise<number> {
  const result = await tx
    .withTables<RedirectTables>()
    .insertInto('redirects')
    .values(
      redirects.map(({ source, target }) => ({
        publication,
        source,
        piece_id: 'pieceId' in target ? target.pieceId : null,
        target: 'path' in target ? target.path : null,
        at,
      })),
    )
    .onConflict((conflict) => conflict.columns(['publication', 'source']).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0);
}

/** The path below the publication that the first known of some old addresses leads to; null when none does, or to nothing live. */
export async function findRedirect(db: Reader, publication: string, sources: string[]): Promise<string | null> {
  if (sources.length === 0) return null;
  const rows = await db
    .withTables<RedirectTables>()
    .selectFrom('redirects')
    .leftJoin('pieces', (join) => join.onRef('pieces.id', '=', 'redirects.piece_id').on('pieces.state', '=', 'live'))
    .select(['redirects.source', 'redirects.target', 'pieces.path'])
    .where('redirects.publication', '=', publication)
    .where('redirects.source', 'in', sources)
    .execute();
  for (const source of sources) {
    const row = rows.find((each) => each.source === source);
    const path = row?.path ?? row?.target;
    if (path !== undefined && path !== null) return path;
  }
  return null;
}

/** The old addresses of a piece, sorted. */
export async function findAliases(db: Reader, pieceId: string): Promise<string[]> {
  const rows = await db
    .withTables<RedirectTables>()
    .selectFrom('redirects')
    .select('source')
    .where('piece_id', '=', pieceId)
    .orderBy('source')
    .execute();
  return rows.map((row) => row.source).sort();
}

/** The old addresses of what is no piece, sorted. */
export async function findPlainRedirects(db: Reader, publication: string): Promise<{ from: string; to: string }[]> {
  const rows = await db
    .withTables<RedirectTables>()
    .selectFrom('redirects')
    .select(['source', 'target'])
    .where('publication', '=', publication)
    .where('target', 'is not', null)
    .execute();
  return rows
    .map((row) => ({ from: row.source, to: row.target ?? '' }))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** Lets what led to one path below a publication lead to another. */
export async function moveRedirects(tx: Writer, publication: string, from: string, to: string): Promise<void> {
  await tx
    .withTables<RedirectTables>()
    .updateTable('redirects')
    .set({ target: to })
    .where('publication', '=', publication)
    .where('target', '=', from)
    .execute();
}
