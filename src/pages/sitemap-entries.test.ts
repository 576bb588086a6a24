import { expect, test } from 'vitest';
import { findChangesAfter, findLastChange } from '#platform/changes/change-store.ts';
import { appendRevision, createPiece, insertImportedPiece, publishPiece, setImportedLive } from '#pieces/pieces.ts';
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

  test('a piece whose address of record is elsewhere stands in none, until it is its own again', async () => {
    const database = await open();
    await addPublication(database);
    const from = { publication: 'other', path: 'articles/ferry' };
    const pieces = [
      { path: 'articles/2025/05/05/own', dated: '2025-05-05', elsewhere: {} },
      { path: 'articles/2025/05/06/partner', dated: '2025-05-06', elsewhere: { canonical: 'https://quay.example/a' } },
      { path: 'articles/2024/05/06/shared', dated: '2024-05-06', elsewhere: { sharedFrom: from } },
      { path: 'background/partner', dated: null, elsewhere: { canonical: 'https://quay.example/b' } },
    ];
    const content = (elsewhere: object) => ({ ...summaryOf([]), kind: 'article' as const, ...elsewhere });
    await database.write(async (tx) => {
      for (const { path, dated, elsewhere } of pieces) {
        const place = { publication: 'gorvan', path, dated, translationOf: null };
        const live = { revision: 1, live: true, firstPublishedAt: testMoment, modifiedAt: null };
        const saved = { by: 'import', at: testMoment };
        await insertImportedPiece(
          tx,
          { id: path, kind: 'article', lang: 'en', ...place },
          content(elsewhere),
          saved,
          live,
        );
      }
    });
    const at = { ...sampleSite, today: testMoment.slice(0, 10) };
    const said = async () => {
      const files = [
        '/sitemap.xml',
        ...['sitemap', 'sitemap-2025', 'news-sitemap'].map((file) => `/gorvan/${file}.xml`),
      ];
      return (await Promise.all(files.map((file) => renderPath(database.read, at, file))))
        .map(({ body }) => body)
        .join('');
    };
    expect(await said()).toContain('/gorvan/articles/2025/05/05/own<');
    expect(await said()).toContain('/gorvan/sitemap-2025.xml<');
    expect(await said()).not.toMatch(/partner<|shared<|sitemap-2024/u);
    await database.write(async (tx) => {
      await appendRevision(tx, 'background/partner', 1, content({}), { by: 'import', at: testMoment });
      const live = { revision: 2, live: true, firstPublishedAt: testMoment, modifiedAt: null };
      await setImportedLive(tx, 'background/partner', live);
    });
    expect(await said()).toContain('/gorvan/background/partner<');
  });
});
