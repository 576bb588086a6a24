import { expect, test } from 'vitest';
import { findChangesAfter, findLastChange } from '#platform/changes/change-store.ts';
import { createPiece, publishPiece } from '#pieces/pieces.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { addPublication, memoryBlobs, summaryOf, testClock, testMoment } from '../../tests/support/fixtures.ts';
import { renderPath } from './render-path.ts';
import { sampleSite } from './sample-views.ts';

describeOnBothEngines('the sitemaps of a publication', (open) => {
  test('a publishing makes anew that of its year and the index, and no other year’s', async () => {
    const database = await open();
    await addPublication(database);
    const deps = { database, blobs: memoryBlobs(), clock: testClock() };
    const basis = { kind: 'vouched' as const, by: 'Ana', at: testMoment };
    const publish = async (day: string) => {
      const path = `executive-summaries/${day.replaceAll('-', '/')}`;
      const place = { publication: 'gorvan', path, dated: day, translationOf: null };
      const id = await createPiece(deps, place, summaryOf([{ id: 's1', text: 'It is quiet.', basis }]), 'Ana');
      expect(await publishPiece(deps, id, { revision: 1, by: 'Ana' })).toMatchObject({ kind: 'published' });
    };
    const page = (path: string) => renderPath(database.read, sampleSite, path);
    await publish('2025-12-31');
    const before = { index: await page('/sitemap.xml'), year: await page('/gorvan/sitemap-2025.xml') };
    expect(before.index.body).not.toContain('sitemap-2026');
    expect(before.year.body).toContain('/gorvan/executive-summaries/2025/12/31<');
    const seen = await findLastChange(database.read);
    await publish('2026-01-01');
    const changed = new Set((await findChangesAfter(database.read, seen)).map(({ key }) => key));
    expect(before.year.reads.isDisjointFrom(changed)).toBe(true);
    expect(before.index.reads.isDisjointFrom(changed)).toBe(false);
    const after = await page('/gorvan/sitemap-2026.xml');
    expect(after.body.match(/<loc>/gu)).toHaveLength(1);
    await publish('2026-01-02');
    const again = new Set((await findChangesAfter(database.read, seen)).map(({ key }) => key));
    expect(after.reads.isDisjointFrom(again)).toBe(false);
    expect((await page('/sitemap.xml')).body).toContain('/gorvan/sitemap-2026.xml<');
  });
});
