import { expect, test } from 'vitest';
import { captureEvidence } from '#evidence/evidence.ts';
import { createPiece, findOpenTasks, finishTask, raiseTask } from '#pieces/pieces.ts';
import {
  acceptReports,
  findReport,
  findWire,
  freeTerms,
  plainHandling,
  saveWire,
  saveWireTerms,
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
import { withdrawNames } from './withdraw-name.ts';

describeOnBothEngines('the withdrawal of a name', (open) => {
  test('reaches what a sender says to editors and what was done about a task, and the same comes in as nothing new', async () => {
    const database = await open();
    const publication = await addPublication(database);
    const blobs = memoryBlobs();
    const deps = { database, clock: testClock(), blobs, listBlobs: async function* () {} };
    const quote = 'The ferry to Tal Amrin sailed again on Friday.';
    const first = await addReport(database, publication, { handling: { ...plainHandling, version: 1 } });
    const { evidenceId } = await captureEvidence(deps, first);
    const cited = citedSentence('s1', quote, [{ evidence: evidenceId, quote, start: 0, end: quote.length }]);
    const place = { publication: 'gorvan', path: 'executive-summaries/2026/11/20', dated: null, translationOf: null };
    const pieces = [
      await createPiece(deps, place, summaryOf([cited]), 'Ana'),
      await createPiece(deps, { ...place, path: 'executive-summaries/2026/11/21' }, summaryOf([cited]), 'Ana'),
    ];
    const arriving = arrivingReport({
      handling: {
        ...plainHandling,
        version: 2,
        status: 'killed',
        note: 'Oona Firth was not aboard',
        usageTerms: 'Ask Oona Firth',
        dateline: 'PORT SELWYN (Oona Firth)',
        terms: { ...freeTerms, credit: 'Reporting by Oona Firth' },
      },
    });
    const send = () => {
      const batch = { reports: [structuredClone(arriving)], setAside: [], publications: [publication] };
      return acceptReports(deps, { ...batch, followUp: 'by-caller' });
    };
    expect((await send()).changed).toBe(1);
    await raiseTask(deps, first.id);
    const [task] = await findOpenTasks(database.read, 'gorvan');
    const done = { what: 'Oona Firth taken out', by: 'Oona Firth', staffId: 'st_1' };
    await finishTask(deps, { id: task?.id ?? '', pieceId: pieces[0] ?? '' }, done);
    const wire = { outlet: 'Halyard', url: 'https://halyard.example/rss', lang: null, visibility: 'public' as const };
    const settings = { state: 'active' as const, intervalMinutes: 15, idleAlarmHours: 48, publications: [] };
    await database.write(async (tx) => {
      await saveWire(tx, { id: 'w1', ...wire, ...settings }, testMoment);
      await saveWireTerms(tx, 'w1', { ...freeTerms, notIn: ['Gorvan'], text: 'Agreed with Oona Firth' });
    });
    await withdrawNames(deps, [{ names: ['Oona Firth'], by: 'Editor' }]);
    const after = await findReport(database.read, first.id);
    expect(after?.handling).toMatchObject({
      status: 'killed',
      version: 2,
      note: '[name withdrawn] was not aboard',
      usageTerms: 'Ask [name withdrawn]',
    });
    expect(after?.handling.terms?.credit).toBe('Reporting by [name withdrawn]');
    const terms = (await findWire(database.read, 'w1'))?.terms;
    expect([terms?.text, terms?.notIn]).toEqual(['Agreed with [name withdrawn]', ['Gorvan']]);
    const kept = JSON.stringify([after, await findOpenTasks(database.read, 'gorvan')]);
    expect(kept).toContain('[name withdrawn] taken out');
    expect(kept).not.toContain('Oona');
    expect(await send()).toMatchObject({ changed: 0, unchanged: 1 });
  });
});
