import { expect, test } from 'vitest';
import { captureEvidence, ReportHeld } from '#evidence/evidence.ts';
import type { Database } from '#platform/database/database.ts';
import { completeJob, findQueueState, leaseJob } from '#platform/queue/job-store.ts';
import {
  acceptReports,
  freeTerms,
  type Handling,
  plainHandling,
  type Report,
  saveWire,
  saveWireTerms,
  type Terms,
} from '#wires/wires.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import {
  addPublication,
  addReport,
  arrivingReport,
  citedSentence,
  memoryBlobs,
  summaryOf,
  testClock,
  testMoment,
} from '../../tests/support/fixtures.ts';
import { publishPiece } from './publish-piece.ts';
import { endReportTerms, endWireTerms, finishTask, raiseTask } from './raise-task.ts';
import { createPiece, overrideMark, savePiece } from './save-piece.ts';
import { findOpenTasks } from './task-store.ts';

const quote = 'The ferry to Tal Amrin sailed again on Friday.';

describeOnBothEngines('what a sender says of a report that is cited', (open) => {
  const begin = async (first: Partial<Handling> = { version: 1 }) => {
    const database = await open();
    const publication = await addPublication(database);
    const clock = testClock();
    const deps = { database, clock, blobs: memoryBlobs() };
    const report = await addReport(database, publication, { handling: { ...plainHandling, ...first } });
    const send = async (handling: Partial<Handling>, words: { title?: string; body?: string } = {}) => {
      const arriving = arrivingReport({ ...words, handling: { ...plainHandling, ...handling } });
      const batch = { reports: [arriving], setAside: [], publications: [publication], followUp: 'queue' as const };
      await acceptReports(deps, batch);
      await raiseTask(deps, report.id);
    };
    const piece = async (evidence: string, day: number) => {
      const place = { publication: 'gorvan', path: `executive-summaries/2026/11/${day}`, dated: `2026-11-${day}` };
      const text = 'The ferry to Tal Amrin sailed again on Friday.';
      const content = summaryOf([citedSentence(`s${day}`, text, [{ evidence, quote, start: 0, end: quote.length }])]);
      return createPiece(deps, { ...place, translationOf: null }, content, 'Ana');
    };
    const publish = (id: string, revision = 1) => publishPiece(deps, id, { revision, by: 'Ana' });
    return { database, clock, deps, report, send, piece, publish };
  };
  const cite = async (deps: Parameters<typeof captureEvidence>[0], report: Report) =>
    (await captureEvidence(deps, report)).evidenceId;
  const tasks = async (database: Database) =>
    (await findOpenTasks(database.read, 'gorvan')).map(({ kind, version, pieces }) => ({
      kind,
      version,
      pieces: pieces.map(({ pieceId }) => pieceId).sort(),
    }));

  test('an embargo: it cannot be cited before its time, and can at it', async () => {
    const { clock, deps, report } = await begin({ embargoedUntil: '2026-11-20T18:00:00.000Z' });
    await expect(cite(deps, report)).rejects.toThrow(ReportHeld);
    clock.set('2026-11-20T17:59:59.999Z');
    await expect(cite(deps, report)).rejects.toThrow(
      'the report of Gorvan Courier is embargoed until 2026-11-20T18:00',
    );
    clock.set('2026-11-20T18:00:00Z');
    await expect(cite(deps, report)).resolves.toMatch(/^ev_/u);
  });

  test('an embargo that is put on later: the gate refuses until its time, whatever reason is given', async () => {
    const { clock, deps, report, send, piece, publish } = await begin();
    const id = await piece(await cite(deps, report), 20);
    await send({ version: 2, embargoedUntil: '2026-11-20T18:00:00.000Z' });
    const held = {
      kind: 'held',
      at: 's20',
      outlet: 'Gorvan Courier',
      hold: { why: 'embargoed', until: '2026-11-20T18:00:00.000Z' },
    };
    expect(await publish(id)).toEqual({ kind: 'refused', marks: [held] });
    const text = 'The ferry to Tal Amrin sailed again on Friday.';
    await overrideMark(deps, id, {
      sentenceId: 's20',
      sentenceText: text,
      mark: 'held:embargoed',
      reason: 'Please',
      by: 'Ana',
    });
    expect(await publish(id)).toEqual({ kind: 'refused', marks: [held] });
    clock.set('2026-11-20T18:00:00Z');
    expect(await publish(id)).toMatchObject({ kind: 'published' });
  });

  test('a kill: a task lists every piece that cites it, live and draft, and no other', async () => {
    const { database, deps, report, send, piece, publish } = await begin();
    const evidence = await cite(deps, report);
    const live = await piece(evidence, 18);
    await publish(live);
    const edited = await piece(evidence, 19);
    await publish(edited);
    // Readers still have the words, though the draft over them does without.
    await savePiece(deps, edited, 1, summaryOf([citedSentence('s1', 'Nothing.', [])]), 'Ana');
    const draft = await piece(evidence, 20);
    const other = await addReport(database, await addPublication(database), { externalId: 'r2' });
    await piece(await cite(deps, other), 21);
    await send({ version: 2, status: 'killed', note: 'It did not sail.' }, { title: '', body: '' });
    expect(await tasks(database)).toEqual([{ kind: 'killed', version: 2, pieces: [live, edited, draft].sort() }]);
    await raiseTask(deps, report.id);
    expect(await tasks(database)).toHaveLength(1);
    await expect(cite(deps, report)).rejects.toThrow('was taken back by its sender');
  });

  test('a kill: the gate refuses what cites it, until an editor says why it stands', async () => {
    const { deps, report, send, piece, publish } = await begin();
    const id = await piece(await cite(deps, report), 20);
    await send({ version: 2, status: 'killed' }, { title: '', body: '' });
    expect(await publish(id)).toMatchObject({ kind: 'refused', marks: [{ kind: 'held', hold: { why: 'killed' } }] });
    const text = 'The ferry to Tal Amrin sailed again on Friday.';
    const said = {
      sentenceId: 's20',
      sentenceText: text,
      mark: 'held:killed',
      reason: 'We tell of the kill',
      by: 'Ana',
    };
    await overrideMark(deps, id, said);
    expect(await publish(id)).toMatchObject({ kind: 'published' });
  });

  test('a correction is a task for the pieces that cite what it corrects, and for no others', async () => {
    const { database, deps, report, send, piece } = await begin();
    const before = await piece(await cite(deps, report), 19);
    await send({ version: 2, correction: true, note: 'Corrects the day' }, { body: `${quote} Ten passengers waited.` });
    expect(await tasks(database)).toEqual([{ kind: 'corrected', version: 2, pieces: [before] }]);
    await send({ version: 3 }, { body: `${quote} Eleven passengers waited.` });
    expect(await tasks(database)).toHaveLength(1);
  });

  test('terms that end: a task at their time for what cites it, beside that of a correction of the same version', async () => {
    const { database, clock, deps, report, send, piece, publish } = await begin();
    const id = await piece(await cite(deps, report), 20);
    const terms = { ...freeTerms, until: '2026-11-20T18:00:00.000Z' };
    await send({ version: 2, correction: true, terms });
    await publish(id);
    expect(await findQueueState(database.read, ['end-terms'])).toMatchObject({ nextRunAt: terms.until });
    clock.set(terms.until);
    await raiseTask(deps, report.id);
    expect((await tasks(database)).map(({ kind, pieces }) => [kind, pieces])).toEqual([
      ['ended', [id]],
      ['corrected', [id]],
    ]);
    await expect(cite(deps, report)).rejects.toThrow('its terms ended at 2026-11-20T18:00');
    const content = summaryOf([citedSentence('s20', quote, [])]);
    await savePiece(deps, id, 1, content, 'Ana');
    expect(await publish(id, 2)).not.toMatchObject({ marks: [{ kind: 'held' }] });
  });

  test('terms that are extended end at their new time, not at the old one', async () => {
    const { database, clock, deps, report, send, piece } = await begin();
    await piece(await cite(deps, report), 20);
    const until = (day: number) => ({ ...freeTerms, until: `2026-11-${day}T18:00:00.000Z` });
    await send({ version: 2, terms: until(20) });
    await send({ version: 3, terms: until(22) });
    const lease = async () => {
      const now = clock.now().toString({ fractionalSecondDigits: 3 });
      const taken = { worker: 'w', now, until: '2026-12-01T00:00:00.000Z', kinds: ['end-terms'] };
      const job = await leaseJob(database, taken);
      if (!job) return false;
      await endReportTerms(deps, job.key);
      await database.write((tx) => completeJob(tx, job, 'w'));
      return true;
    };
    clock.set(until(20).until);
    expect([await lease(), await tasks(database)]).toEqual([true, []]);
    expect(await lease()).toBe(false);
    clock.set(until(22).until);
    expect([await lease(), (await tasks(database)).map(({ kind }) => kind)]).toEqual([true, ['ended']]);
  });

  test('terms of a wire go for what is here already: nothing more is cited, and what cites it is a task', async () => {
    const { database, deps, piece, publish } = await begin();
    const wire = { outlet: 'Halyard', url: 'https://halyard.example/rss', lang: null, visibility: 'public' as const };
    const set = (terms: Partial<Terms>) =>
      database.write((tx) => saveWireTerms(tx, 'w1', { ...freeTerms, ...terms, text: 'By letter' }));
    await database.write((tx) =>
      saveWire(
        tx,
        { id: 'w1', ...wire, state: 'active', intervalMinutes: 15, idleAlarmHours: 48, publications: [] },
        testMoment,
      ),
    );
    const report = await addReport(database, await addPublication(database), { externalId: 'r9', wireId: 'w1' });
    const id = await piece(await cite(deps, report), 20);
    await set({ mostWords: 5 });
    expect(await publish(id)).toMatchObject({ marks: [{ kind: 'terms', what: 'words', words: 9, most: 5 }] });
    await set({ internal: true });
    await endWireTerms(deps, 'w1');
    expect(await tasks(database)).toEqual([{ kind: 'internal', version: 1, pieces: [id] }]);
    await expect(cite(deps, report)).rejects.toThrow('its terms keep it for the desk alone');
    expect(await publish(id)).toMatchObject({ kind: 'refused', marks: [{ kind: 'held', hold: { why: 'internal' } }] });
  });

  test('of what may not be copied for keeping the hash alone is kept', async () => {
    const { deps, report, send } = await begin();
    await send({ version: 2, terms: { ...freeTerms, noCopy: true } });
    const { captureSha256 } = await captureEvidence(deps, report);
    expect([captureSha256, deps.blobs.held.has(captureSha256)]).toEqual([report.bodySha256, false]);
  });

  test('what nobody cites is nobody’s task', async () => {
    const { database, send } = await begin();
    await send({ version: 2, status: 'killed' });
    expect(await tasks(database)).toEqual([]);
  });

  test('a task is open until something was said of each of its pieces, once', async () => {
    const { database, deps, report, send, piece } = await begin();
    const evidence = await cite(deps, report);
    const [one, two] = [await piece(evidence, 19), await piece(evidence, 20)];
    await send({ version: 2, status: 'killed' });
    const [task] = await findOpenTasks(database.read, 'gorvan');
    const finish = (pieceId: string) =>
      finishTask(deps, { id: task?.id ?? '', pieceId }, { what: 'Sentence taken out', by: 'Ana', staffId: 'st_1' });
    expect([await finish(one), await finish(one)]).toEqual([true, false]);
    const [open] = await findOpenTasks(database.read, 'gorvan');
    expect(open?.pieces.find(({ pieceId }) => pieceId === one)?.done).toMatchObject({
      what: 'Sentence taken out',
      by: 'Ana',
    });
    expect(await findOpenTasks(database.read, 'gorvan', one)).toEqual([]);
    await finish(two);
    expect(await tasks(database)).toEqual([]);
  });
});
