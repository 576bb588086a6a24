import { expect, test } from 'vitest';
import { captureEvidence } from '#evidence/evidence.ts';
import { findChangesAfter } from '#platform/changes/change-store.ts';
import type { Database } from '#platform/database/database.ts';
import { findRecentEvents } from '#platform/events/event-store.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import {
  addPublication,
  addReport,
  citedSentence,
  memoryBlobs,
  summaryOf,
  testClock,
} from '../../tests/support/fixtures.ts';
import { findLiveRevisions, findPiece, findRevision } from './piece-store.ts';
import { publishPiece } from './publish-piece.ts';
import { findCorrections } from './publishing-store.ts';
import { createPiece, overrideMark, savePiece } from './save-piece.ts';

describeOnBothEngines('publishing a piece', (open) => {
  const clock = testClock();
  const begin = async () => {
    const database = await open();
    const publication = await addPublication(database);
    const report = await addReport(database, publication, {
      body: 'Nine passengers waited at the harbour of Belhan. They had slept there.',
    });
    const { evidenceId } = await captureEvidence({ database, blobs: memoryBlobs(), clock }, report);
    const quote = 'Nine passengers waited at the harbour of Belhan.';
    const citation = { evidence: evidenceId, quote, start: 0, end: quote.length };
    const saying = (text: string) => summaryOf([citedSentence('s1', text, [citation])]);
    const place = {
      publication: 'gorvan',
      path: 'executive-summaries/2026/11/20',
      dated: '2026-11-20',
      translationOf: null,
    };
    const id = await createPiece({ database, clock }, place, saying('At Belhan, 9 people waited.'), 'Ana');
    const publish = (revision: number, note?: string) =>
      publishPiece({ database, clock }, id, {
        revision,
        by: 'Ana',
        ...(note === undefined ? {} : { correction: { sentenceId: 's1', note } }),
      });
    const save = (base: number, text: string) => savePiece({ database, clock }, id, base, saying(text), 'Ana');
    return { database, id, saying, publish, save };
  };
  /** Everything that publishing writes. */
  const trace = async (database: Database) => ({
    changes: (await findChangesAfter(database.read, 0))
      .map((change) => change.key)
      .filter((key) => !key.startsWith('publication')),
    events: (await findRecentEvents(database.read, 9))
      .map((event) => event.kind)
      .filter((kind) => kind.startsWith('piece')),
    publishings: await database.read
      .withTables<{ publishings: { id: number; revision: number; kind: string; by_whom: string } }>()
      .selectFrom('publishings')
      .select(['revision', 'kind', 'by_whom'])
      .orderBy('id')
      .execute(),
  });

  test('makes it live with its record, its event and its changes', async () => {
    const { database, id, publish } = await begin();
    expect(await publish(1)).toMatchObject({
      kind: 'published',
      revision: 1,
      piece: { state: 'live', liveRevision: 1 },
    });
    expect(await findPiece(database.read, id)).toMatchObject({
      firstPublishedAt: '2026-11-20T09:00:00.000Z',
      modifiedAt: null,
    });
    expect(await trace(database)).toEqual({
      changes: [
        `piece:${id}`,
        'list:gorvan:summary:en',
        'year:gorvan:summary:en:2026',
        expect.stringMatching(/^story:gorvan:ev_/u),
        'members:gorvan:summary:en',
        `family:${id}`,
        expect.stringMatching(/^path:[0-9a-f]{16}$/u),
        'month:gorvan:summary:en:2026-11',
      ],
      events: ['piece published'],
      publishings: [{ revision: 1, kind: 'published', by_whom: 'Ana' }],
    });
    expect(await publish(1)).toEqual({ kind: 'unchanged' });
  });

  test('leaves nothing live, and no trace, of what the gate refuses', async () => {
    const { database, id, publish, save } = await begin();
    await save(1, 'At Belhan, 19 people waited.');
    expect(await publish(2)).toEqual({ kind: 'refused', marks: [{ kind: 'number', at: 's1', found: '19' }] });
    expect(await findPiece(database.read, id)).toMatchObject({
      state: 'unpublished',
      liveRevision: null,
      firstPublishedAt: null,
    });
    expect(await trace(database)).toEqual({ changes: [], events: [], publishings: [] });
    await overrideMark({ database, clock }, id, {
      sentenceId: 's1',
      sentenceText: 'At Belhan, 19 people waited.',
      mark: 'number:19',
      reason: 'counted',
      by: 'Ana',
    });
    expect(await publish(2)).toMatchObject({ kind: 'published', revision: 2 });
  });

  test('refuses a citation of words that do not stand at their place', async () => {
    const { database, publish, id } = await begin();
    const piece = await findRevision(database.read, id, 1);
    const content = structuredClone(piece?.content);
    const block = content?.blocks[1];
    const basis = block?.type === 'paragraph' ? block.sentences[0]?.basis : undefined;
    if (!content || basis?.kind !== 'cited') throw new Error('not the piece that was made');
    for (const citation of basis.citations) citation.quote = 'Belhan 9 19';
    await savePiece({ database, clock }, id, 1, content, 'Mallory');
    expect(await publish(2)).toMatchObject({ kind: 'refused', marks: [{ kind: 'uncited', at: 's1' }] });
  });

  test('is refused for a piece that says nothing, and for a revision that is not the head', async () => {
    const { database, id, publish, save } = await begin();
    await save(1, ' ');
    expect(await publish(2)).toEqual({ kind: 'empty' });
    expect(await publish(1)).toEqual({ kind: 'conflict', head: 2 });
    await expect(publish(3)).rejects.toThrow(/no revision 3/);
    expect(await trace(database)).toEqual({ changes: [], events: [], publishings: [] });
    expect((await findPiece(database.read, id))?.state).toBe('unpublished');
  });

  test('a note is in its piece’s language, but where its letters say that it is not', async () => {
    const { database, id, publish, save } = await begin();
    await publish(1);
    await save(1, 'Nine people waited at Belhan.');
    await publish(2, 'قلنا إن الميناء غير هذا الميناء، وكان ذلك خطأ منا.');
    await save(2, 'At Belhan, 9 people waited.');
    await publish(3, 'Nous avons nommé un autre port que celui-ci.');
    const notes = await findCorrections(database.read, id);
    expect(notes.map(({ lang }) => lang).sort()).toEqual(['ar', 'en']);
  });

  test('of a change to a live piece needs a public note', async () => {
    const { database, id, publish, save } = await begin();
    await publish(1);
    await save(1, 'Nine people waited at Belhan.');
    for (const note of [undefined, '', '  \n']) expect(await publish(2, note)).toEqual({ kind: 'needs-note' });
    expect(await findPiece(database.read, id)).toMatchObject({ liveRevision: 1 });
    clock.set('2026-11-20T11:00:00Z');
    expect(await publish(2, ' We named the wrong port. ')).toMatchObject({ kind: 'published' });
    clock.set('2026-11-20T09:00:00Z');
    expect(await findPiece(database.read, id)).toMatchObject({
      liveRevision: 2,
      firstPublishedAt: '2026-11-20T09:00:00.000Z',
      modifiedAt: '2026-11-20T11:00:00.000Z',
    });
    expect(await findCorrections(database.read, id)).toMatchObject([
      {
        revision: 2,
        sentenceId: 's1',
        note: 'We named the wrong port.',
        at: '2026-11-20T11:00:00.000Z',
        by: 'Ana',
        lang: 'en',
      },
    ]);
    expect((await trace(database)).events).toEqual(['piece corrected', 'piece published']);
  });

  test('never changes the live revision in place: saving over it is a draft', async () => {
    const { database, id, publish, save, saying } = await begin();
    await publish(1);
    await save(1, 'Nobody waited at Belhan.');
    const live = (await findLiveRevisions(database.read, [id])).get(id);
    expect(live).toMatchObject({ number: 1, content: saying('At Belhan, 9 people waited.') });
  });

  test('happens once when the button is pressed four times at the same moment', async () => {
    const { database, publish } = await begin();
    const outcomes = await Promise.all([1, 1, 1, 1].map((revision) => publish(revision)));
    expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual([
      'published',
      'unchanged',
      'unchanged',
      'unchanged',
    ]);
    expect((await trace(database)).publishings).toHaveLength(1);
    expect((await trace(database)).events).toEqual(['piece published']);
  });

  test('loses to a save that came between, and then nothing is live', async () => {
    const { database, id, publish, save } = await begin();
    const [saved, published] = await Promise.all([save(1, 'Another text about Belhan.'), publish(1)]);
    expect(saved.kind).toBe('saved');
    const piece = await findPiece(database.read, id);
    if (published.kind === 'conflict') expect(piece?.state).toBe('unpublished');
    else expect(piece).toMatchObject({ state: 'live', liveRevision: 1 });
    expect((await trace(database)).publishings).toHaveLength(published.kind === 'conflict' ? 0 : 1);
  });

  test('keeps nothing when its record cannot be written', async () => {
    const { database, id } = await begin();
    const failing: Database = {
      ...database,
      write: (work) =>
        database.write(async (tx) => {
          await work(tx);
          throw new Error('killed');
        }),
    };
    await expect(publishPiece({ database: failing, clock }, id, { revision: 1, by: 'Ana' })).rejects.toThrow('killed');
    expect(await findPiece(database.read, id)).toMatchObject({ state: 'unpublished', liveRevision: null });
    expect(await trace(database)).toEqual({ changes: [], events: [], publishings: [] });
  });
});
