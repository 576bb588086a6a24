import { parseHTML } from 'linkedom';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { addPicture, addToLibrary } from '#media/media.ts';
import { createPiece, endRights, publishPiece } from '#pieces/pieces.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { addPublication, memoryBlobs, summaryOf, testClock } from '../../tests/support/fixtures.ts';
import { renderPath } from './render-path.ts';
import { sampleSite } from './sample-views.ts';

const path = 'executive-summaries/2026/11/20';

describeOnBothEngines('a picture whose rights have ended', (open) => {
  test('is described in words on its page, in feeds, data and what is shared', async () => {
    const clock = testClock();
    const deps = { database: await open(), blobs: memoryBlobs(), clock };
    const { database } = deps;
    await addPublication(database);
    const create = { width: 600, height: 400, channels: 3 as const, background: '#336' };
    const { sha256: media } = await addPicture(deps, await sharp({ create }).png().toBuffer());
    const words = { caption: '', credit: 'Courier', alt: 'A ferry', owner: 'Courier', terms: '' };
    const at = '2026-11-20T09:00:00.000Z';
    await database.write((tx) =>
      addToLibrary(tx, { media, publication: 'gorvan', words, endsOn: '2026-11-20' }, { at, by: 'Edda' }),
    );
    const image = { media, caption: 'The ferry on Friday', credit: 'Courier', alt: 'A ferry at its quay' };
    const content = summaryOf([{ id: 's1', text: 'It sails.', basis: { kind: 'vouched', by: 'Edda', at } }], {
      title: 'Ferries',
      topImage: image,
    });
    content.blocks.push({ type: 'figure', id: 'f1', image: { ...image, alt: 'The quay' } });
    const place = { publication: 'gorvan', path, dated: '2026-11-20', translationOf: null };
    const id = await createPiece(deps, place, content, 'Edda');
    expect(await publishPiece(deps, id, { revision: 1, by: 'Edda' })).toMatchObject({ kind: 'published' });

    const read = async (asked: string) => (await renderPath(database.read, sampleSite, asked)).body;
    const everywhere = ['', `/${path}`, `/${path}.json`, '/rss.xml', '/feed.json'].map((rest) => `/gorvan${rest}`);
    for (const asked of everywhere) expect([asked, (await read(asked)).includes(media)]).toEqual([asked, true]);

    clock.set('2026-11-21T12:00:00Z');
    await endRights(deps);
    for (const asked of everywhere) expect([asked, (await read(asked)).includes(media)]).toEqual([asked, false]);
    const { document } = parseHTML(await read(`/gorvan/${path}`));
    const figures = [...document.querySelectorAll('figure.absent')].map((figure) => figure.textContent);
    expect(figures).toHaveLength(2);
    expect(figures[0]).toContain('We may no longer show this picture. It shows: A ferry at its quay');
    expect(figures[1]).toContain('It shows: The quay');
    expect(await read('/gorvan/rss.xml')).toContain(
      'We may no longer show this picture. It shows: A ferry at its quay',
    );
  });
});
