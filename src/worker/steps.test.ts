import { captureEvidence } from '#evidence/evidence.ts';
import { createPiece, findOpenTasks } from '#pieces/pieces.ts';
import { acceptReports, plainHandling } from '#wires/wires.ts';
import { expect, test } from 'vitest';
import { addPublication, addReport, arrivingReport, citedSentence, summaryOf } from '../../tests/support/fixtures.ts';
import { openTestNewsroom } from '../../tests/support/test-newsroom.ts';
import { runNextJob } from './run-jobs.ts';

test('a report that its sender takes back becomes a task of what cites it, by the worker', async () => {
  const newsroom = await openTestNewsroom();
  try {
    const publication = await addPublication(newsroom.database);
    const report = await addReport(newsroom.database, publication);
    const { evidenceId: evidence } = await captureEvidence(newsroom, report);
    const quote = 'Nine passengers waited';
    const start = report.body.indexOf(quote);
    const cited = citedSentence('s1', 'Nine waited.', [{ evidence, quote, start, end: start + quote.length }]);
    const place = { publication: 'gorvan', path: 'a', dated: null, translationOf: null };
    const piece = await createPiece(newsroom, place, summaryOf([cited]), 'Ana');
    const kill = arrivingReport({ body: '', handling: { ...plainHandling, status: 'killed' } });
    await acceptReports(newsroom, { reports: [kill], setAside: [], publications: [publication], followUp: 'queue' });
    while (await runNextJob(newsroom));
    expect(await findOpenTasks(newsroom.database.read, 'gorvan')).toMatchObject([
      { kind: 'killed', reportId: report.id, pieces: [{ pieceId: piece, done: null }] },
    ]);
  } finally {
    await newsroom.close();
  }
});
