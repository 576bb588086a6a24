import { sql } from 'kysely';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { addPicture, addToLibrary, findLibraryPicture, findLibraryPictures, findPictures } from '#media/media.ts';
import { findChangesAfter, findLastChange } from '#platform/changes/change-store.ts';
import { migrate } from '#platform/database/migrate.ts';
import { migrations } from '../migrations/migrations.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { addPublication, memoryBlobs, summaryOf, testClock } from '../../tests/support/fixtures.ts';
import type { PieceContent } from './document.ts';
import { countPictureUses, findPictureUses } from './picture-use-store.ts';
import { endRights, keepPicture, removePicture } from './picture-rights.ts';
import { findPiece } from './piece-store.ts';
import { publishPiece } from './publish-piece.ts';
import { createPiece, savePiece } from './save-piece.ts';

describeOnBothEngines('the rights to a picture', (open) => {
  async function begin(options: Parameters<typeof open>[0] = {}) {
    const clock = testClock();
    const deps = { database: await open(options), blobs: memoryBlobs(), clock };
    const { database } = deps;
    // Four hours ahead of UTC.
    await addPublication(database, { timeZone: 'Asia/Dubai' });
    const create = { width: 600, height: 400, channels: 3 as const, background: '#336' };
    const { sha256: media } = await addPicture(deps, await sharp({ create }).png().toBuffer());
    const words = { caption: 'The ferry', credit: 'Courier', alt: 'A ferry', owner: 'Courier', terms: '' };
    const at = '2026-11-20T09:00:00.000Z';
    await database.write((tx) =>
      addToLibrary(tx, { media, publication: 'gorvan', words, endsOn: '2026-11-20' }, { at, by: 'Edda' }),
    );
    const showing = (picture: string | null): PieceContent =>
      summaryOf([{ id: 's1', text: 'It sails.', basis: { kind: 'vouched', by: 'Edda', at } }], {
        title: 'Ferries',
        topImage: picture === null ? null : { media: picture, caption: 'A ferry', credit: 'Courier', alt: 'A ferry' },
      });
    const piece = async (day: string, picture: string | null = media) =>
      createPiece(
        deps,
        { publication: 'gorvan', path: `executive-summaries/${day}`, dated: day, translationOf: null },
        showing(picture),
        'Edda',
      );
    const keep = async (endsOn: string | null) => {
      const picture = await findLibraryPicture(database.read, media);
      if (picture) await keepPicture(deps, picture, words, endsOn, 'st_1');
    };
    const publish = (id: string, revision = 1) => publishPiece(deps, id, { revision, by: 'Edda' });
    return { ...deps, deps, media, showing, piece, keep, publish };
  }

  test('end when their last day is over where the publication is, and not before', async () => {
    const { deps, clock, database, media } = await begin();
    clock.set('2026-11-20T19:59:00Z');
    expect(await endRights(deps)).toBe(0);
    clock.set('2026-11-20T20:00:00Z');
    expect(await endRights(deps)).toBe(1);
    expect((await findLibraryPicture(database.read, media))?.rights.ended).toBe(true);
    expect(await endRights(deps)).toBe(0);
  });

  test('stop publishing once they have ended, with the last day, and no override helps', async () => {
    const { clock, piece, publish } = await begin();
    const [before, after] = [await piece('2026-11-19'), await piece('2026-11-20')];
    expect(await publish(before)).toMatchObject({ kind: 'published' });
    clock.set('2026-11-21T09:00:00Z');
    const mark = { kind: 'missing', at: 'top-image', what: 'rights', endedOn: '2026-11-20' };
    expect(await publish(after)).toEqual({ kind: 'refused', marks: [mark] });
  });

  test('make what shows the picture stale when they end, and when they are given anew', async () => {
    const { deps, clock, database, piece, publish, keep } = await begin();
    const id = await piece('2026-11-19');
    await publish(id);
    await piece('2026-11-18');
    const changed = async (work: () => Promise<unknown>) => {
      const last = await findLastChange(database.read);
      await work();
      return (await findChangesAfter(database.read, last)).map(({ key }) => key);
    };
    clock.set('2026-11-21T09:00:00Z');
    expect(await changed(() => endRights(deps))).toContain(`piece:${id}`);
    expect(await changed(() => keep('2027-11-20'))).toContain(`piece:${id}`);
    expect(await changed(() => keep(null))).toEqual([]);
    expect(await changed(() => keep('2026-11-20'))).toContain(`piece:${id}`);
  });

  test('say where a picture is used: in what is live, and in what is written now', async () => {
    const { deps, database, media, showing, piece, publish } = await begin();
    const live = await piece('2026-11-19');
    await publish(live);
    await savePiece(deps, live, 1, showing(null), 'Edda');
    const written = await piece('2026-11-18', null);
    await savePiece(deps, written, 1, showing(media), 'Edda');
    const past = await piece('2026-11-17');
    await savePiece(deps, past, 1, showing(null), 'Edda');
    const uses = await findPictureUses(database.read, media);
    expect(uses.map(({ pieceId, live: isLive }) => [pieceId, isLive]).sort()).toEqual(
      [
        [live, true],
        [written, false],
      ].sort(),
    );
    expect(await countPictureUses(database.read, [media])).toEqual(new Map([[media, 2]]));
  });

  test('a picture that a piece shows is not deleted; one that none shows goes with its files', async () => {
    const { deps, blobs, database, media, showing, piece } = await begin();
    const id = await piece('2026-11-19');
    expect(await removePicture(deps, media, 'st_1')).toEqual({ kind: 'used', pieces: 1 });
    expect(blobs.held.size).toBe(2);
    await savePiece(deps, id, 1, showing(null), 'Edda');
    expect(await removePicture(deps, media, 'st_1')).toEqual({ kind: 'removed' });
    expect([blobs.held.size, (await findPictures(database.read, [media])).size]).toEqual([0, 0]);
    expect(await findPiece(database.read, id)).not.toBeNull();
  });

  test('the step that brings the library fills it from the revisions that are there', async () => {
    const { deps, database, media, showing, piece } = await begin({ ownSchema: true });
    const id = await piece('2026-11-19');
    const content = showing(media);
    if (content.topImage) content.topImage.caption = 'The FÉRRY';
    await savePiece(deps, id, 1, content, 'Edda');
    await piece('2026-11-18', 'f'.repeat(64));
    for (const undo of [
      'drop table library_pictures',
      'drop table revision_pictures',
      `delete from schema_steps where name >= '0028'`,
    ])
      await sql.raw(undo).execute(database.schema);
    const known = migrations.filter(({ name }) => name < '0029');
    expect(await migrate(database, known)).toEqual(['0028-media-library']);
    const asked = { publications: ['gorvan'], words: 'ferry', limit: 9, offset: 0 };
    const { pictures, count } = await findLibraryPictures(database.read, asked);
    expect([count, pictures[0]?.media, pictures[0]?.caption]).toEqual([1, media, 'The FÉRRY']);
    expect((await findPictureUses(database.read, media)).map(({ pieceId }) => pieceId)).toEqual([id]);
    const { rows } = await sql<{ revision: number }>`
select revision from revision_pictures where media = ${media} order by revision`.execute(database.read);
    expect(rows.map(({ revision }) => revision)).toEqual([1, 2]);
  });

  test('a translation brings its words only where there are none', async () => {
    const { deps, database, piece, showing } = await begin();
    const create = { width: 60, height: 40, channels: 3 as const, background: '#393' };
    const { sha256 } = await addPicture(deps, await sharp({ create }).png().toBuffer());
    const original = await piece('2026-11-19', sha256);
    const content = showing(sha256);
    if (content.topImage) content.topImage.caption = 'عبّارة';
    const place = { publication: 'gorvan', path: 'ar/executive-summaries/2026/11/19', dated: '2026-11-19' };
    await createPiece(deps, { ...place, translationOf: original }, { ...content, lang: 'ar' }, 'Edda');
    expect(await findLibraryPicture(database.read, sha256)).toMatchObject({ caption: 'A ferry' });
  });

  test('a piece brings its picture to the library with its words', async () => {
    const { deps, database, piece } = await begin();
    const create = { width: 60, height: 40, channels: 3 as const, background: '#933' };
    const { sha256 } = await addPicture(deps, await sharp({ create }).png().toBuffer());
    await piece('2026-11-19', sha256);
    expect(await findLibraryPicture(database.read, sha256)).toMatchObject({
      ...{ publication: 'gorvan', caption: 'A ferry', credit: 'Courier', alt: 'A ferry', lookedAfter: false },
      rights: { owner: '', endsOn: null, ended: false },
    });
  });
});
