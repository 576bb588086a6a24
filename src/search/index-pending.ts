import { findEvidence } from '#evidence/evidence.ts';
import { findChangesAfter, findLastChange } from '#platform/changes/change-store.ts';
import type { Database } from '#platform/database/database.ts';
import type { PieceContent } from '#pieces/pieces.ts';
import { citedEvidence, indexedText } from './indexed-text.ts';
import {
  findGone,
  findPending,
  findRevisionsToIndex,
  indexRevisions,
  markChanged,
  removePieces,
  type RevisionToIndex,
} from './search-index-store.ts';

/** Few enough that a transaction stays short, many enough that its end is not what costs. */
const atOnce = 10;
const evidenceAtOnce = 500;

export interface IndexRun {
  indexed: number;
  removed: number;
  /** Not everything was done: `most` were, or something changed while it was read. */
  more: boolean;
}

/**
 * Brings the index up to date with what is live: what went live, changed or was withdrawn since. In small transactions,
 * each of which leaves an index that can be searched; killed anywhere, the next run goes on. `among`: the pieces that are
 * known to be all that changed; without it every piece is looked at.
 */
export async function indexPending(
  database: Database,
  most = Number.POSITIVE_INFINITY,
  among?: string[],
): Promise<IndexRun> {
  const run: IndexRun = { indexed: 0, removed: 0, more: false };
  await database.write(markChanged);
  for (;;) {
    const gone = await findGone(database.read, atOnce, among);
    if (gone.length === 0) break;
    await database.write((tx) => removePieces(tx, gone));
    run.removed += gone.length;
  }
  while (run.indexed < most) {
    const pending = await findPending(database.read, Math.min(most - run.indexed, evidenceAtOnce), among);
    if (pending.length === 0) return run;
    let done = 0;
    for (let start = 0; start < pending.length; start += atOnce)
      done += await indexSome(database, pending.slice(start, start + atOnce));
    run.indexed += done;
    // They change faster than they are read: another run finds them.
    if (done === 0) break;
  }
  return { ...run, more: true };
}

/** The same of a few pieces that are known to be all that changed: one transaction, and no look at any other. */
async function indexFew(database: Database, pieceIds: string[]): Promise<IndexRun> {
  const read = await readTexts(database, pieceIds);
  return database.write(async (tx) => {
    await markChanged(tx);
    const gone = await findGone(tx, pieceIds.length, pieceIds);
    if (gone.length > 0) await removePieces(tx, gone);
    const indexed = read.length > 0 ? await indexRevisions(tx, read) : 0;
    return { indexed, removed: gone.length, more: indexed < read.length };
  });
}

async function indexSome(database: Database, pieceIds: string[]): Promise<number> {
  const read = await readTexts(database, pieceIds);
  return read.length === 0 ? 0 : database.write((tx) => indexRevisions(tx, read));
}

async function readTexts(
  database: Database,
  pieceIds: string[],
): Promise<{ revision: RevisionToIndex; text: ReturnType<typeof indexedText> }[]> {
  const revisions = await findRevisionsToIndex(database.read, pieceIds);
  const read: { revision: RevisionToIndex; text: ReturnType<typeof indexedText> }[] = [];
  for (const revision of revisions) {
    const content = JSON.parse(revision.content) as PieceContent;
    const outlets = new Set<string>();
    const cited = citedEvidence(content);
    for (let start = 0; start < cited.length; start += evidenceAtOnce) {
      const some = await findEvidence(database.read, cited.slice(start, start + evidenceAtOnce));
      for (const { outlet } of some.values()) outlets.add(outlet);
    }
    read.push({ revision, text: indexedText(content, [...outlets]) });
  }
  return read;
}

/**
 * Keeps the index up to date from one call to the next: the first looks at every piece, later ones at what changed since,
 * and a call without news costs one short query.
 */
export function createIndexer(database: Database): { catchUp(): Promise<void> } {
  const mostAtATime = 200;
  const mostNamed = 500;
  let seen = -1;
  return {
    async catchUp() {
      const last = await findLastChange(database.read);
      if (last === seen) return;
      const changed = seen === -1 ? undefined : await changedPieces(database, seen);
      if (changed?.length === 0) {
        seen = last;
        return;
      }
      const { more } =
        changed && changed.length <= atOnce
          ? await indexFew(database, changed)
          : await indexPending(database, mostAtATime, changed && changed.length <= mostNamed ? changed : undefined);
      if (!more) seen = last;
    },
  };
}

async function changedPieces(database: Database, after: number): Promise<string[]> {
  const changes = await findChangesAfter(database.read, after);
  return [...new Set(changes.flatMap(({ key }) => (key.startsWith('piece:') ? [key.slice('piece:'.length)] : [])))];
}
