import { expect, test } from 'vitest';
import { sha256 } from '#platform/hash.ts';
import { findReport } from '#wires/wires.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { addPublication, addReport, memoryBlobs, testClock } from '../../tests/support/fixtures.ts';
import { captureEvidence } from './capture-evidence.ts';
import { findEvidence } from './evidence-store.ts';

describeOnBothEngines('evidence', (open) => {
  test('holds a report as it was, and a captured copy of its text that hashes to its name', async () => {
    const database = await open();
    const blobs = memoryBlobs();
    const body = 'قال المتحدّث: «قُتل ١٢ شخصًا». 👋 A second sentence.';
    const report = await addReport(database, await addPublication(database), { body, agency: 'Amrin Agency' });
    const { evidenceId, captureSha256 } = await captureEvidence({ database, blobs, clock: testClock() }, report);
    expect(captureSha256).toBe(sha256(body));
    expect(new TextDecoder().decode((await blobs.get(captureSha256)) ?? undefined)).toBe(body);
    const kept = (await findEvidence(database.read, [evidenceId, 'ev_none'])).get(evidenceId);
    expect(kept).toMatchObject({
      id: evidenceId,
      reportId: report.id,
      version: 1,
      externalId: 'r1',
      outlet: 'Gorvan Courier',
      title: report.title,
      url: report.url,
      reportedAt: report.reportedAt,
      captureSha256,
    });
  });

  test('is made once for a version, also by several at the same moment', async () => {
    const database = await open();
    const deps = { database, blobs: memoryBlobs(), clock: testClock() };
    const report = await addReport(database, await addPublication(database));
    const made = await Promise.all([1, 2, 3, 4].map(() => captureEvidence(deps, report)));
    expect(new Set(made.map(({ evidenceId }) => evidenceId)).size).toBe(1);
    expect(deps.blobs.held.size).toBe(1);
  });

  test('of a version stays when the report changes', async () => {
    const database = await open();
    const deps = { database, blobs: memoryBlobs(), clock: testClock() };
    const publication = await addPublication(database);
    const first = await addReport(database, publication);
    const before = await captureEvidence(deps, first);
    const second = await addReport(database, publication, { body: 'The ferry sank.', title: 'Ferry sank' });
    const after = await captureEvidence(deps, second);
    expect(after.evidenceId).not.toBe(before.evidenceId);
    const kept = await findEvidence(database.read, [before.evidenceId, after.evidenceId]);
    expect(kept.get(before.evidenceId)).toMatchObject({
      version: 1,
      title: first.title,
      captureSha256: sha256(first.body),
    });
    expect(kept.get(after.evidenceId)).toMatchObject({ version: 2, title: 'Ferry sank' });
    expect(await findReport(database.read, first.id, kept.get(before.evidenceId)?.version)).toMatchObject({
      body: first.body,
    });
  });

  test('is not made when its copy cannot be kept', async () => {
    const database = await open();
    const blobs = { ...memoryBlobs(), put: async () => Promise.reject(new Error('the disk is full')) };
    const report = await addReport(database, await addPublication(database));
    await expect(captureEvidence({ database, blobs, clock: testClock() }, report)).rejects.toThrow('the disk is full');
    const again = await captureEvidence({ database, blobs: memoryBlobs(), clock: testClock() }, report);
    expect((await findEvidence(database.read, [again.evidenceId])).size).toBe(1);
    expect((await findEvidence(database.read, [])).size).toBe(0);
  });
});
