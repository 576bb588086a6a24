import { recordChanges } from '#platform/changes/change-store.ts';
import type { Reader, Writer } from '#platform/database/database.ts';
import { rewriteRows } from '#platform/database/rewrite-rows.ts';
import { sha256 } from '#platform/hash.ts';
import type { RewriteRun } from '#withdrawals/withdrawals.ts';
import { changedTexts } from '#withdrawals/withdrawals.ts';
import { changesOf } from './change-keys.ts';
import type { PieceContent } from './document.ts';
import { refilePieces } from './filing-store.ts';
import type { Piece } from './piece.ts';
import { type MoveCitation, redactContent } from './redact-content.ts';

type PlacedPiece = Pick<Piece, 'id' | 'publication' | 'kind' | 'lang' | 'path'>;
type PieceTables = {
  pieces: PlacedPiece;
  redirects: { publication: string; source: string; target: string | null };
};

/**
 * Takes withdrawn names out of every revision, path, redirect, correction and override. Numbers, ids and dates stay. A
 * piece's old path becomes no redirect: it would say the name. `move` is as in `redactContent`.
 */
export async function redactPieces(run: RewriteRun, move: MoveCitation): Promise<void> {
  await redactRevisions(run, move);
  await redactPaths(run);
  await redactRedirects(run);
  await redactNotes(run);
}

async function redactRevisions(run: RewriteRun, move: MoveCitation): Promise<void> {
  type Row = { piece_id: string; number: number; content: string; content_sha256: string; saved_by: string };
  const columns = ['content', 'content_sha256', 'saved_by'];
  await rewriteRows<Row>(
    run.database,
    { table: 'revisions', key: ['piece_id', 'number'], columns },
    (row) => {
      const content = JSON.parse(row.content) as PieceContent;
      const redacted = redactContent(content, run.redactor, move);
      const saved = { saved_by: run.redactor.text(row.saved_by) };
      if (redacted === content) return saved;
      const text = JSON.stringify(redacted);
      return { ...saved, content: text, content_sha256: sha256(text) };
    },
    {
      write: run.write,
      seen: ({ changes }) => run.found('revisions', changedTexts(changes)),
      also: async (tx, changed) => {
        const pieceIds = changed.map(({ row }) => row.piece_id);
        await refilePieces(tx, pieceIds);
        await recordChangesOf(tx, run.at, pieceIds);
      },
    },
  );
}

async function redactPaths(run: RewriteRun): Promise<void> {
  const named: PlacedPiece[] = [];
  await rewriteRows<PlacedPiece>(
    run.database,
    { table: 'pieces', key: ['id'], columns: ['publication', 'kind', 'lang', 'path'] },
    (row) => ({ path: run.redactor.slug(row.path) }),
    { write: false, seen: ({ row }) => named.push(row) },
  );
  for (const piece of named) {
    const wanted = run.redactor.slug(piece.path);
    run.found('addresses of pieces', [wanted]);
    if (!run.write) continue;
    await run.database.write(async (tx) => {
      const path = await freePath(tx, piece.publication, wanted);
      await tx.withTables<PieceTables>().updateTable('pieces').set({ path }).where('id', '=', piece.id).execute();
      await recordChanges(tx, run.at, changesOf(piece));
    });
  }
}

/** Two addresses can become one: the second is numbered. */
async function freePath(tx: Reader, publication: string, wanted: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = number === 1 ? wanted : `${wanted}-${number}`;
    const taken = await tx
      .withTables<PieceTables>()
      .selectFrom('pieces')
      .select('id')
      .where('publication', '=', publication)
      .where('path', '=', path)
      .executeTakeFirst();
    if (!taken) return path;
  }
}

async function redactRedirects(run: RewriteRun): Promise<void> {
  const named: PieceTables['redirects'][] = [];
  await rewriteRows<PieceTables['redirects']>(
    run.database,
    { table: 'redirects', key: ['publication', 'source'], columns: ['target'] },
    ({ source, target }) => {
      const redacted = target === null ? null : run.redactor.slug(target);
      return run.redactor.mentions(source) ? { source: '' } : { target: redacted };
    },
    { write: false, seen: ({ row }) => named.push(row) },
  );
  for (const { publication, source, target } of named) {
    run.found('old addresses', []);
    if (!run.write) continue;
    await run.database.write(async (tx) => {
      const redirects = tx.withTables<PieceTables>();
      if (run.redactor.mentions(source)) {
        const gone = redirects.deleteFrom('redirects').where('publication', '=', publication);
        await gone.where('source', '=', source).execute();
      } else if (target !== null) {
        const moved = redirects.updateTable('redirects').set({ target: run.redactor.slug(target) });
        await moved.where('publication', '=', publication).where('source', '=', source).execute();
      }
    });
  }
}

async function redactNotes(run: RewriteRun): Promise<void> {
  const { database, redactor, write } = run;
  type Correction = { id: string; piece_id: string; note: string; lang: string; by_whom: string };
  await rewriteRows<Correction>(
    database,
    { table: 'corrections', key: ['id'], columns: ['piece_id', 'note', 'lang', 'by_whom'] },
    ({ note, lang, by_whom }) => ({ note: redactor.text(note, lang), by_whom: redactor.text(by_whom) }),
    {
      write,
      seen: ({ changes }) => run.found('corrections', changedTexts(changes)),
      also: (tx, changed) =>
        recordChangesOf(
          tx,
          run.at,
          changed.map(({ row }) => row.piece_id),
        ),
    },
  );
  type Override = {
    id: string;
    piece_id: string;
    sentence_text: string;
    mark: string;
    reason: string;
    by_whom: string;
  };
  const langs = await languages(database.read);
  await rewriteRows<Override>(
    database,
    { table: 'overrides', key: ['id'], columns: ['piece_id', 'sentence_text', 'mark', 'reason', 'by_whom'] },
    (row) => ({
      // In the piece's language, as its sentences are: an override is for a sentence as it reads.
      sentence_text: redactor.text(row.sentence_text, langs.get(row.piece_id)),
      mark: redactor.text(row.mark, langs.get(row.piece_id)),
      reason: redactor.text(row.reason),
      by_whom: redactor.text(row.by_whom),
    }),
    { write, seen: ({ changes }) => run.found('overrides', changedTexts(changes)) },
  );
  await rewriteRows<{ id: number; by_whom: string }>(
    database,
    { table: 'publishings', key: ['id'], columns: ['by_whom'] },
    ({ by_whom }) => ({ by_whom: redactor.text(by_whom) }),
    { write, seen: ({ changes }) => run.found('records of publishing', changedTexts(changes)) },
  );
  await redactWork(run);
}

/** Comments, approvals, schedules, ticked lines: who wrote them and what they say. */
async function redactWork({ database, redactor, write, found }: RewriteRun): Promise<void> {
  type Comment = { id: string; quote: string; words: string; by_whom: string; resolved_by: string | null };
  await rewriteRows<Comment>(
    database,
    { table: 'comments', key: ['id'], columns: ['quote', 'words', 'by_whom', 'resolved_by'] },
    (row) => ({
      quote: redactor.text(row.quote),
      words: redactor.text(row.words),
      by_whom: redactor.text(row.by_whom),
      resolved_by: row.resolved_by === null ? null : redactor.text(row.resolved_by),
    }),
    { write, seen: ({ changes }) => found('comments', changedTexts(changes)) },
  );
  await rewriteRows<{ piece_id: string; revision: number; by_id: string; by_whom: string }>(
    database,
    { table: 'approvals', key: ['piece_id', 'revision', 'by_id'], columns: ['by_whom'] },
    ({ by_whom }) => ({ by_whom: redactor.text(by_whom) }),
    { write, seen: ({ changes }) => found('approvals', changedTexts(changes)) },
  );
  await rewriteRows<{ piece_id: string; set_by: string }>(
    database,
    { table: 'schedules', key: ['piece_id'], columns: ['set_by'] },
    ({ set_by }) => ({ set_by: redactor.text(set_by) }),
    { write, seen: ({ changes }) => found('schedules', changedTexts(changes)) },
  );
  await rewriteRows<{ piece_id: string; item: string; by_whom: string }>(
    database,
    { table: 'checked_items', key: ['piece_id', 'item'], columns: ['by_whom'] },
    ({ by_whom }) => ({ by_whom: redactor.text(by_whom) }),
    { write, seen: ({ changes }) => found('ticked lines', changedTexts(changes)) },
  );
  await rewriteRows<{ task_id: string; piece_id: string; done_by: string | null; what: string | null }>(
    database,
    { table: 'task_pieces', key: ['task_id', 'piece_id'], columns: ['done_by', 'what'] },
    (row) => ({
      done_by: row.done_by === null ? null : redactor.text(row.done_by),
      what: row.what === null ? null : redactor.text(row.what),
    }),
    { write, seen: ({ changes }) => found('tasks', changedTexts(changes)) },
  );
}

async function languages(db: Reader): Promise<Map<string, string>> {
  const rows = await db
    .withTables<PieceTables & { overrides: { piece_id: string } }>()
    .selectFrom('overrides')
    .innerJoin('pieces', 'pieces.id', 'overrides.piece_id')
    .select(['pieces.id', 'pieces.lang'])
    .distinct()
    .execute();
  return new Map(rows.map(({ id, lang }) => [id, lang]));
}

async function recordChangesOf(tx: Writer, at: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const pieces = await tx
    .withTables<PieceTables>()
    .selectFrom('pieces')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute();
  await recordChanges(tx, at, [...new Set(pieces.flatMap(changesOf))]);
}
