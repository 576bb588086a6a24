import { expect, test } from 'vitest';
import { captureEvidence } from '#evidence/evidence.ts';
import { findPublications, savePublication } from '#publications/publications.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import {
  addPublication,
  addReport,
  citedSentence,
  memoryBlobs,
  summaryOf,
  testClock,
  testMoment,
} from '../../tests/support/fixtures.ts';
import { approvePiece } from './approve-piece.ts';
import { findComments, insertComment, setResolved, countOpenComments } from './comment-store.ts';
import { findPiece } from './piece-store.ts';
import { publishPiece } from './publish-piece.ts';
import { findCorrections, findPublishings } from './publishing-store.ts';
import { createPiece, savePiece } from './save-piece.ts';
import { cancelSchedule, publishDue, schedulePiece } from './schedule-piece.ts';
import { findSchedule } from './schedule-store.ts';
import { withdrawPiece } from './withdraw-piece.ts';
import { findWork, saveWork } from './work-store.ts';

const place = {
  publication: 'gorvan',
  path: 'executive-summaries/2026/11/21',
  dated: '2026-11-21',
  translationOf: null,
};

describeOnBothEngines('working together on a piece', (open) => {
  const begin = async (rules: { secondPairOfEyes?: boolean; timeZone?: string } = {}) => {
    const database = await open();
    const clock = testClock();
    const deps = { database, clock };
    const publication = await addPublication(database, rules);
    const report = await addReport(database, publication, { body: 'Nine passengers waited at the harbour of Belhan.' });
    const { evidenceId } = await captureEvidence({ database, blobs: memoryBlobs(), clock }, report);
    const quote = 'Nine passengers waited at the harbour of Belhan.';
    const saying = (text: string) =>
      summaryOf([citedSentence('s1', text, [{ evidence: evidenceId, quote, start: 0, end: quote.length }])]);
    const id = await createPiece(deps, place, saying('At Belhan, 9 people waited.'), 'Ana', 'st_ana');
    return {
      database,
      clock,
      deps,
      id,
      save: (base: number, text: string, byId = 'st_ana') => savePiece(deps, id, base, saying(text), 'Ana', byId),
      schedule: (revision: number, localTime: string) =>
        schedulePiece(deps, id, { revision, localTime, by: 'Ana', staffId: 'st_ana' }),
      publish: (revision: number, note?: string, kind: 'correction' | 'update' = 'correction') =>
        publishPiece(deps, id, {
          revision,
          by: 'Ana',
          ...(note ? { correction: { sentenceId: null, note, kind } } : {}),
        }),
    };
  };

  test('what is scheduled goes out at its time in the publication’s zone, once, and not before', async () => {
    const { clock, deps, id, database, schedule } = await begin({ timeZone: 'Asia/Amman' });
    expect(await schedule(1, '2026-11-21T08:00')).toEqual({
      kind: 'scheduled',
      dueAt: '2026-11-21T05:00:00.000Z',
      twice: false,
    });
    clock.set('2026-11-21T04:59:59Z');
    expect(await publishDue(deps)).toEqual([]);
    clock.set('2026-11-21T05:00:00Z');
    const [one, two] = await Promise.all([publishDue(deps), publishDue(deps)]);
    expect([...one, ...two].map(({ outcome }) => outcome)).toEqual(['published']);
    expect(await publishDue(deps)).toEqual([]);
    expect(await findPiece(database.read, id)).toMatchObject({ state: 'live', liveRevision: 1 });
    expect(await findPublishings(database.read, id)).toHaveLength(1);
    expect(await findSchedule(database.read, id)).toBeNull();
    // A clock that is put back does not send it again.
    clock.set('2026-11-21T04:00:00Z');
    expect(await publishDue(deps)).toEqual([]);
  });

  test('what was saved after scheduling does not go out with it, and is not lost', async () => {
    const { clock, deps, id, database, schedule, save } = await begin();
    await schedule(1, '2026-11-21T08:00');
    await save(1, 'At Belhan, 900 people waited.');
    clock.set('2026-11-21T08:00:01Z');
    expect((await publishDue(deps)).map(({ outcome }) => outcome)).toEqual(['published']);
    expect(await findPiece(database.read, id)).toMatchObject({ liveRevision: 1, headRevision: 2 });
  });

  test('a schedule can be moved and taken away', async () => {
    const { clock, deps, id, database, schedule } = await begin();
    await schedule(1, '2026-11-21T08:00');
    await schedule(1, '2026-11-21T09:00');
    expect(await findSchedule(database.read, id)).toMatchObject({ localTime: '2026-11-21T09:00', state: 'waiting' });
    expect(await cancelSchedule(deps, id, 'st_ana')).toBe(true);
    expect(await cancelSchedule(deps, id, 'st_ana')).toBe(false);
    clock.set('2026-11-22T00:00:00Z');
    expect(await publishDue(deps)).toEqual([]);
  });

  test('what cannot go out when its time comes stops, says why, and is not tried again', async () => {
    const { clock, deps, id, database, schedule } = await begin();
    await schedule(1, '2026-11-21T08:00');
    // Its rule changes in the night.
    const [publication] = await findPublications(database.read);
    if (!publication) throw new Error('no publication');
    await database.write((tx) => savePublication(tx, { ...publication, secondPairOfEyes: true }, testMoment));
    clock.set('2026-11-21T08:00:00Z');
    expect((await publishDue(deps)).map(({ outcome }) => outcome)).toEqual(['needs-second']);
    expect(await publishDue(deps)).toEqual([]);
    expect(await findSchedule(database.read, id)).toMatchObject({ state: 'stopped', stoppedBy: 'needs-second' });
    expect(await findPiece(database.read, id)).toMatchObject({ state: 'unpublished' });
  });

  test('a time that is past, that the clock jumps over, or that is none is refused with what to do', async () => {
    const { schedule, save } = await begin({ timeZone: 'Europe/Berlin' });
    expect(await schedule(1, '2026-11-20T09:30')).toEqual({ kind: 'past' });
    expect(await schedule(1, '2027-03-28T02:30')).toEqual({ kind: 'skipped', next: '2027-03-28T03:30' });
    expect(await schedule(1, 'tomorrow')).toEqual({ kind: 'unreadable' });
    expect(await schedule(1, '2027-10-31T02:30')).toMatchObject({ kind: 'scheduled', twice: true });
    await save(1, 'At Belhan, 9 people waited there.');
    expect(await schedule(1, '2027-11-01T08:00')).toEqual({ kind: 'conflict', head: 2 });
  });

  test('publishing by hand takes the schedule away', async () => {
    const { clock, deps, id, database, schedule, publish } = await begin();
    await schedule(1, '2026-11-21T08:00');
    expect(await publish(1)).toMatchObject({ kind: 'published' });
    clock.set('2026-11-21T08:00:00Z');
    expect(await publishDue(deps)).toEqual([]);
    expect(await findPublishings(database.read, id)).toHaveLength(1);
  });

  test('where nobody publishes alone, somebody else approves the very revision that goes out', async () => {
    const { deps, id, publish, save } = await begin({ secondPairOfEyes: true });
    expect(await publish(1)).toEqual({ kind: 'needs-second' });
    const approve = (revision: number, staffId: string) => approvePiece(deps, id, { revision, by: 'Ben', staffId });
    expect(await approve(1, 'st_ana')).toEqual({ kind: 'own' });
    expect(await publish(1)).toEqual({ kind: 'needs-second' });
    expect(await approve(1, 'st_ben')).toEqual({ kind: 'approved' });
    await save(1, 'At Belhan, 9 people waited there.');
    expect(await publish(2)).toEqual({ kind: 'needs-second' });
    expect(await approve(1, 'st_ben')).toEqual({ kind: 'conflict', head: 2 });
    await approve(2, 'st_ben');
    expect(await publish(2)).toMatchObject({ kind: 'published' });
  });

  test('an update says what is new, a correction what was wrong', async () => {
    const { id, database, publish, save } = await begin();
    await publish(1);
    await save(1, 'At Belhan, 9 people waited there.');
    await publish(2, 'The harbour is named now.', 'update');
    await save(2, 'At Belhan, 9 people waited.');
    await publish(3, 'They did not wait there.');
    expect((await findCorrections(database.read, id)).map(({ kind }) => kind).sort()).toEqual(['correction', 'update']);
    expect((await findPublishings(database.read, id)).map(({ kind }) => kind)).toEqual([
      'published',
      'updated',
      'corrected',
    ]);
  });

  test('a piece that is withdrawn is nobody’s to read, says why, and comes back with a note alone', async () => {
    const { deps, id, database, publish } = await begin();
    expect(await withdrawPiece(deps, id, { note: 'Too early.', by: 'Ana' })).toEqual({ kind: 'not-live' });
    await publish(1);
    expect(await withdrawPiece(deps, id, { note: ' ', by: 'Ana' })).toEqual({ kind: 'needs-note' });
    expect(await withdrawPiece(deps, id, { note: 'It rests on a forged letter.', by: 'Ana' })).toEqual({
      kind: 'withdrawn',
    });
    expect(await findPiece(database.read, id)).toMatchObject({
      state: 'withdrawn',
      liveRevision: null,
      headRevision: 1,
    });
    expect(await publish(1)).toEqual({ kind: 'needs-note' });
    expect(await publish(1, 'The letter is real after all.', 'update')).toMatchObject({ kind: 'published' });
    expect((await findPublishings(database.read, id)).map(({ kind }) => kind)).toEqual([
      'published',
      'withdrawn',
      'updated',
    ]);
  });

  test('two people who say how far the work is do not overwrite each other', async () => {
    const { id, database } = await begin();
    const before = await findWork(database.read, id);
    expect(before).toEqual({ state: 'writing', assigneeId: null, dueAt: null, changes: 0 });
    const say = (state: 'review' | 'ready', changes: number) =>
      database.write((tx) => saveWork(tx, id, { ...before, state, changes }));
    expect(await say('review', 0)).toBe(true);
    expect(await say('ready', 0)).toBe(false);
    expect(await say('ready', 1)).toBe(true);
    expect(await findWork(database.read, id)).toMatchObject({ state: 'ready', changes: 2 });
  });

  test('a comment stands at its passage with its answers until it is dealt with', async () => {
    const { id, database } = await begin();
    const said = {
      revision: 1,
      place: 's1',
      quote: 'At Belhan, 9 people waited.',
      by: 'Ben',
      byId: 'st_ben',
      at: testMoment,
    };
    const first = await database.write((tx) =>
      insertComment(tx, id, { ...said, replyTo: null, words: 'Who counted?' }),
    );
    await database.write((tx) => insertComment(tx, id, { ...said, replyTo: first.id, words: 'The port office.' }));
    expect((await findComments(database.read, id)).map(({ words }) => words).sort()).toEqual([
      'The port office.',
      'Who counted?',
    ]);
    expect(await countOpenComments(database.read, [id])).toEqual(new Map([[id, 1]]));
    expect(await database.write((tx) => setResolved(tx, id, first.id, { at: testMoment, by: 'Ana' }))).toBe(true);
    expect(await countOpenComments(database.read, [id])).toEqual(new Map());
  });
});
