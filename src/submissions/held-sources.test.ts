import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { createPiece } from '#pieces/pieces.ts';
import { afterEach, expect, test } from 'vitest';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { addPublication, summaryOf, testClock } from '../../tests/support/fixtures.ts';
import { findHeldSources, holdSource, openSource, openSubmissionKeys, removeSource } from './submissions.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
const newKeys = () => {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-held-'));
  folders.push(folder);
  return openSubmissionKeys(join(folder, 'keys'));
};

describeOnBothEngines('a source that is held', (open) => {
  async function begin() {
    const database = await open();
    const publication = await addPublication(database);
    const deps = { database, clock: testClock(), keys: newKeys() };
    const place = { publication: 'gorvan', path: 'background/quay', dated: null, translationOf: null };
    const pieceId = await createPiece(deps, place, summaryOf([], { kind: 'background' }), 'Edda');
    await holdSource(deps, publication, { pieceId, sentenceId: 's1' }, 'Sentinel pilot,\nmet at the mole', 'st_edda');
    const [held] = await findHeldSources(database.read, pieceId);
    if (!held) throw new Error('nothing is held');
    return { database, publication, deps, pieceId, held };
  }

  test('says who holds it and since which day; what it says is in no column, and opens with the key alone', async () => {
    const { database, deps, pieceId, held } = await begin();
    expect(held).toMatchObject({ sentenceId: 's1', heldOn: '2026-11-20', heldById: 'st_edda' });
    const { rows } = await sql<Record<string, unknown>>`select * from held_sources`.execute(database.read);
    for (const value of Object.values(rows[0] ?? {}))
      expect(`${String(value)} ${Buffer.from(String(value), 'base64').toString('latin1')}`).not.toMatch(
        /sentinel|mole/iu,
      );
    expect(JSON.stringify(rows)).not.toMatch(/\d{2}:\d{2}/u);
    expect(await openSource(deps, pieceId, held.id, 'st_oona')).toEqual({
      kind: 'open',
      words: 'Sentinel pilot,\nmet at the mole',
    });
    const elsewhere = newKeys();
    expect(await openSource({ ...deps, keys: elsewhere }, pieceId, held.id, 'st_oona')).toEqual({
      kind: 'sealed',
      why: 'no-key',
    });
    await elsewhere.sealing();
    expect(await openSource({ ...deps, keys: elsewhere }, pieceId, held.id, 'st_oona')).toEqual({
      kind: 'sealed',
      why: 'other-key',
    });
  });

  test('does not open when it was moved to another piece', async () => {
    const { database, deps, held } = await begin();
    const place = { publication: 'gorvan', path: 'background/other', dated: null, translationOf: null };
    const other = await createPiece(deps, place, summaryOf([], { kind: 'background' }), 'Edda');
    await database.write(async (tx) => {
      await sql`update held_sources set piece_id = ${other}`.execute(tx);
    });
    expect(await openSource(deps, other, held.id, 'st_oona')).toEqual({ kind: 'sealed', why: 'broken' });
  });

  test('is noted in the audit log when it is held, read and deleted, without a word of it', async () => {
    const { database, deps, pieceId, held } = await begin();
    await openSource(deps, pieceId, held.id, 'st_oona');
    await removeSource(deps, pieceId, held.id, 'st_oona');
    await removeSource(deps, pieceId, held.id, 'st_oona');
    expect(await findHeldSources(database.read, pieceId)).toEqual([]);
    expect(await openSource(deps, pieceId, held.id, 'st_oona')).toEqual({ kind: 'gone' });
    const { rows } = await sql<{ by_id: string; action: string; object: string; detail: string }>`
      select by_id, action, object, detail from audit where action like 'source%' order by number`.execute(
      database.read,
    );
    const object = `piece:${pieceId}`;
    expect(rows).toEqual([
      { by_id: 'st_edda', action: 'source held', object, detail: '{}' },
      { by_id: 'st_oona', action: 'source read', object, detail: '{}' },
      { by_id: 'st_oona', action: 'source deleted', object, detail: '{}' },
    ]);
  });
});
