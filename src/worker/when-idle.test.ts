import sharp from 'sharp';
import { expect, test } from 'vitest';
import { addPicture, addToLibrary, findLibraryPicture } from '#media/media.ts';
import { instantText } from '#platform/clock.ts';
import { plainPublication, savePublication } from '#publications/publications.ts';
import { openTestNewsroom } from '../../tests/support/test-newsroom.ts';
import { whenIdle } from './when-idle.ts';

test('the worker ends the rights to a picture once their last day is over', async () => {
  const newsroom = await openTestNewsroom();
  try {
    const { database, clock } = newsroom;
    const at = instantText(clock.now());
    await database.write((tx) => savePublication(tx, plainPublication('gorvan'), at));
    const square = sharp({ create: { width: 30, height: 20, channels: 3, background: '#357' } });
    const { sha256: media } = await addPicture(newsroom, await square.png().toBuffer());
    const words = { caption: '', credit: 'Courier', alt: 'A square', owner: 'Courier', terms: '' };
    const picture = { media, publication: 'gorvan', words, endsOn: '2026-11-20' };
    await database.write((tx) => addToLibrary(tx, picture, { at, by: 'Edda' }));
    const ended = async () => (await findLibraryPicture(database.read, media))?.rights.ended;
    await whenIdle(newsroom);
    expect(await ended()).toBe(false);
    clock.set('2026-11-21T00:00:00Z');
    await whenIdle(newsroom);
    expect(await ended()).toBe(true);
  } finally {
    await newsroom.close();
  }
});
