import { expect, test } from 'vitest';
import { captureEvidence, citeSpan } from '#evidence/evidence.ts';
import { createPiece, publishPiece } from '#pieces/pieces.ts';
import { type ArrivingReport, saveWire } from '#wires/wires.ts';
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
import { renderPath } from './render-path.ts';
import { sampleSite } from './sample-views.ts';

const quote = 'The ferry to Tal Amrin sailed again on Friday.';

describeOnBothEngines('the sources of cited sentences', (open) => {
  async function published(visibility: 'public' | 'private') {
    const database = await open();
    const deps = { database, clock: testClock(), blobs: memoryBlobs() };
    const publication = await addPublication(database);
    const wire = {
      id: 'wi_1',
      outlet: 'Quay Radio',
      url: 'https://radio.example/feed',
      lang: 'en',
      visibility,
    } as const;
    const settings = { ...wire, state: 'active', intervalMinutes: 10, idleAlarmHours: 24 } as const;
    await database.write((tx) => saveWire(tx, { ...settings, publications: ['gorvan'] }, testMoment));
    const cite = async (changes: Partial<ArrivingReport>) => {
      const report = await addReport(database, publication, changes);
      const { evidenceId } = await captureEvidence(deps, report);
      return { evidence: evidenceId, ...citeSpan(report.body, quote) };
    };
    const citations = [
      await cite({ externalId: 'r1', outlet: 'Gorvan Courier' }),
      await cite({ externalId: 'r2', outlet: 'Quay Radio', wireId: 'wi_1', agency: 'Tidewire' }),
    ];
    const content = summaryOf([
      citedSentence('s1', 'The ferry sailed on Friday.', citations),
      citedSentence('s2', 'It sailed again.', citations.slice(0, 1)),
    ]);
    const day = { publication: 'gorvan', path: 'executive-summaries/2026/11/20', dated: '2026-11-20' };
    const id = await createPiece(deps, { ...day, translationOf: null }, content, 'Editor');
    expect(await publishPiece(deps, id, { revision: 1, by: 'Editor' })).toMatchObject({ kind: 'published' });
    const read = async () => renderPath(database.read, sampleSite, '/gorvan/sources.json');
    return { read };
  }

  test('are counted by outlet and by agency, once for each citation', async () => {
    const { read } = await published('public');
    const { sources } = JSON.parse((await read()).body);
    const over = [{ when: '2026', pieces: 1 }];
    expect(sources).toEqual([
      { kind: 'outlet', name: 'Gorvan Courier', pieces: 1, times: 2, over },
      { kind: 'outlet', name: 'Quay Radio', pieces: 1, times: 1, over },
      { kind: 'agency', name: 'Tidewire', pieces: 1, times: 1, over },
    ]);
  });

  test('of a private wire are not shown, nor whom they carry; a wire that turns private makes the page anew', async () => {
    const { read } = await published('private');
    const { body, reads } = await read();
    expect(body).toContain('Gorvan Courier');
    expect(body).not.toMatch(/Quay Radio|Tidewire/u);
    expect(reads).toContain('wires');
  });
});
