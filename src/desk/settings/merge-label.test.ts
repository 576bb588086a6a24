import { renderPath } from '#pages/pages.ts';
import { appendRevision, findLiveRevisions, type PieceContent, setImportedLive } from '#pieces/pieces.ts';
import type { Database } from '#platform/database/database.ts';
import { findPublication, type LabelKind, type Publication, savePublication } from '#publications/publications.ts';
import { indexPending, searchPieces } from '#search/search.ts';
import { expect, test } from 'vitest';
import { describeOnBothEngines } from '../../../tests/support/engines.ts';
import { loadSampleArchive, pieceId } from '../../../tests/support/sample-archive.ts';
import { mergeLabel } from './merge-label.ts';

const at = '2026-11-20T09:00:00.000Z';
const site = { origin: 'https://daybook.example', networkName: 'Network', assets: { css: [] } };
const ferryArticle = 'articles/2016/08/19/the-ferry-sails-again';
const officeArticle = 'articles/2016/08/25/the-harbour-office-answers';

async function publicationOf(database: Database): Promise<Publication> {
  const publication = await findPublication(database.read, 'gorvan');
  if (!publication) throw new Error('no publication');
  return publication;
}

async function merge(database: Database, kind: LabelKind, from: string, into: string, title = ''): Promise<number> {
  const publication = await publicationOf(database);
  return database.write(async (tx) => {
    const { given, pieces } = await mergeLabel(tx, publication, { kind, from, into: { slug: into, title } });
    await savePublication(tx, { ...publication, ...given }, at);
    return pieces;
  });
}

async function moved(database: Database, path: string): Promise<(string | number | undefined)[]> {
  const { status, location } = await renderPath(database.read, site, path);
  return [status, location];
}

const bodyAt = async (database: Database, path: string): Promise<string> =>
  (await renderPath(database.read, site, path)).body;

async function foundUnder(database: Database, topic: string): Promise<string[]> {
  await indexPending(database);
  const outcome = await searchPieces(database.read, {
    publication: 'gorvan',
    lang: 'en',
    inLanguage: (lang) => lang !== 'ar',
    synonyms: [],
    text: 'harbour',
    filters: { topic },
    page: 1,
    perPage: 20,
  });
  return outcome.pieceIds.toSorted();
}

describeOnBothEngines('a topic that is merged into another', (open) => {
  test('gives it its pieces, once each, in lists, feeds, on their own pages and in search', async () => {
    const database = await open();
    await loadSampleArchive(database);
    expect(await foundUnder(database, 'harbour')).toEqual([pieceId(ferryArticle), pieceId(officeArticle)].sort());
    expect(await merge(database, 'topic', 'harbour', 'ferries')).toBe(2);
    const list = await bodyAt(database, '/gorvan/ferries');
    expect(list.split('The Harbour Office Answers</a>')).toHaveLength(2);
    expect(list.split('Nobody at the Harbour Office')).toHaveLength(2);
    expect(await bodyAt(database, '/gorvan/ferries/rss.xml')).toContain('The Harbour Office Answers');
    const page = await bodyAt(database, `/gorvan/${officeArticle}`);
    expect(page).toContain('href="/gorvan/ferries">Ferries</a>');
    expect(page).not.toContain('/gorvan/harbour"');
    expect(await foundUnder(database, 'ferries')).toContain(pieceId(officeArticle));
    expect(await foundUnder(database, 'harbour')).toEqual([]);
  });

  test('leads there from its address, its feeds, in every language, and from what led to it before', async () => {
    const database = await open();
    await loadSampleArchive(database);
    await merge(database, 'topic', 'harbour', 'ferries');
    expect(await moved(database, '/gorvan/harbour')).toEqual([301, '/gorvan/ferries']);
    expect(await moved(database, '/gorvan/harbour?page=2')).toEqual([301, '/gorvan/ferries?page=2']);
    expect(await moved(database, '/gorvan/ar/harbour')).toEqual([301, '/gorvan/ar/ferries']);
    expect(await moved(database, '/gorvan/harbour/rss.xml')).toEqual([301, '/gorvan/ferries/rss.xml']);
    expect(await moved(database, '/gorvan/harbour.json')).toEqual([301, '/gorvan/ferries.json']);
    expect(await moved(database, '/gorvan/topics/the-harbour')).toEqual([301, '/gorvan/ferries']);
    const old = await renderPath(database.read, site, '/gorvan/harbour.html', { host: 'courier.example' });
    expect([old.status, old.location]).toEqual([301, 'https://daybook.example/gorvan/ferries']);
    expect((await moved(database, '/gorvan/harbour/something'))[0]).toBe(404);
    expect((await moved(database, '/gorvan/search?q=office&topic=harbour'))[0]).toBe(200);
  });

  test('stays so when a piece is published again, and when the other is merged in its turn', async () => {
    const database = await open();
    await loadSampleArchive(database, {
      topics: ['ferries', 'harbour', 'sea'].map((slug) => ({ slug, name: { en: slug } })),
    });
    await merge(database, 'topic', 'harbour', 'ferries');
    const id = pieceId(officeArticle);
    const live = (await findLiveRevisions(database.read, [id])).get(id);
    const content: PieceContent = { ...(live?.content as PieceContent), lede: 'Again.' };
    await database.write(async (tx) => {
      await appendRevision(tx, id, 1, content, { by: 'import', at });
      await setImportedLive(tx, id, { revision: 2, live: true, firstPublishedAt: at, modifiedAt: null });
    });
    expect(await bodyAt(database, '/gorvan/ferries')).toContain('The Harbour Office Answers');
    expect(await merge(database, 'topic', 'ferries', 'sea')).toBeGreaterThan(2);
    expect(await moved(database, '/gorvan/harbour')).toEqual([301, '/gorvan/sea']);
    expect(await bodyAt(database, '/gorvan/sea')).toContain('The Harbour Office Answers');
    expect(await foundUnder(database, 'sea')).toContain(id);
    expect(await foundUnder(database, 'ferries')).toEqual([]);
  });
});

describeOnBothEngines('a tag that is merged into another', (open) => {
  test('is gathered under it and called what that is called, on the piece’s page too', async () => {
    const database = await open();
    await loadSampleArchive(database);
    expect(await merge(database, 'tag', 'rain', 'mole', 'Eastern mole')).toBe(1);
    expect(await moved(database, '/gorvan/tag/rain')).toEqual([301, '/gorvan/tag/mole']);
    expect(await moved(database, '/gorvan/tag/rain/atom.xml')).toEqual([301, '/gorvan/tag/mole/atom.xml']);
    const page = await bodyAt(database, `/gorvan/${ferryArticle}`);
    expect(page.split('Eastern mole</a>')).toHaveLength(2);
    expect(page).not.toContain('>Rain</a>');
    expect(await bodyAt(database, '/gorvan/tag/mole')).toContain('Eastern mole');
    // A category of the same name is another thing.
    expect((await moved(database, '/gorvan/category/rain'))[0]).toBe(404);
  });
});
