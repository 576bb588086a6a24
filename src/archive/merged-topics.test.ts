import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addPicture, findPictures } from '#media/media.ts';
import { renderPath } from '#pages/pages.ts';
import type { Database } from '#platform/database/database.ts';
import { createSandbox } from '#platform/sandbox/sandbox.ts';
import { findPublication, type Publication } from '#publications/publications.ts';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { loadSampleArchive, sampleArchive } from '../../tests/support/sample-archive.ts';
import { openTestNewsroom } from '../../tests/support/test-newsroom.ts';
import { importThreadUrl } from '../worker/import-thread-url.ts';
import { fillPublication } from './import/fill-publication.ts';
import { freezePublication, runImport, verifyCopy } from './archive.ts';

const site = { origin: 'https://daybook.example', networkName: 'Network', assets: { css: [] } };
const merged: Publication['merged'] = [
  { kind: 'topic', from: 'harbour', into: 'ferries' },
  { kind: 'tag', from: 'rain', into: 'mole' },
  { kind: 'contributor', from: 'o-firth', into: 'oona-firth' },
];

async function publicationOf(database: Database): Promise<Publication> {
  const publication = await findPublication(database.read, 'gorvan');
  if (!publication) throw new Error('no publication');
  return publication;
}

test('an archive that is brought again does not bring a topic back that was merged since', () => {
  const topics = sampleArchive.topics.filter(({ slug }) => slug !== 'harbour');
  const standing = { ...sampleArchive, topics, merged };
  expect(fillPublication(standing, { topics: sampleArchive.topics }).topics.map(({ slug }) => slug)).toEqual([
    'ferries',
  ]);
});

test('a copy of a publication with merged topics and people leads from old addresses, holds logo and portrait, and comes home the same', async () => {
  const newsroom = await openTestNewsroom();
  const heir = await openTestNewsroom();
  const sandbox = createSandbox({ entry: importThreadUrl, size: 1, deadlineMs: 30_000, memoryMb: 256 });
  try {
    const topics = sampleArchive.topics.filter(({ slug }) => slug !== 'harbour');
    const square = sharp({ create: { width: 700, height: 700, channels: 3, background: '#357' } });
    const { sha256: media } = await addPicture(newsroom, await square.png().toBuffer());
    const contributors = [
      { slug: 'oona-firth', name: { en: 'Oona Firth' }, portrait: { media, alt: { en: 'At the wheel' } } },
    ];
    const shown = { topics, merged, contributors, logo: { media } };
    const publication = await loadSampleArchive(newsroom.database, shown);
    const out = join(newsroom.folder, 'copy');
    const signal = new AbortController().signal;
    const freezing = { out, origin: null, signal, progress: () => {} };
    const copy = await freezePublication({ ...newsroom, networkName: 'Network' }, publication, freezing);
    expect(copy.missing).toEqual([]);
    const file = (name: string) => readFile(join(out, 'gorvan', name), 'utf8');
    expect(await file('harbour/index.html')).toContain('content="0;url=../ferries/index.html"');
    expect(await file('ar/harbour/index.html')).toContain('content="0;url=../ferries/index.html"');
    expect(await file('harbour/rss.xml')).toBe(await file('ferries/rss.xml'));
    expect(await file('tag/rain/index.html')).toContain('content="0;url=../mole/index.html"');
    expect(await file('ferries/index.html')).toContain('The Harbour Office Answers');
    expect(await file('contributor/o-firth/index.html')).toContain('content="0;url=../oona-firth/index.html"');
    expect(await file('contributor/oona-firth/index.html')).toMatch(/alt="At the wheel"/u);
    expect((await verifyCopy(out)).faults).toEqual([]);

    const importing = { ...heir, sandbox, async *listBlobs(): AsyncGenerator<string> {} };
    await runImport(importing, {
      ...{ format: 'daybook', path: out, publication: 'gorvan', address: null, dryRun: false },
      ...{ signal, progress: () => {} },
    });
    expect(await publicationOf(heir.database)).toEqual(await publicationOf(newsroom.database));
    expect((await findPictures(heir.database.read, [media])).size).toBe(1);
    const { status, location } = await renderPath(heir.database.read, site, '/gorvan/harbour');
    expect([status, location]).toEqual([301, '/gorvan/ferries']);
    const [ours, theirs] = [newsroom, heir].map(({ database }) => renderPath(database.read, site, '/gorvan/ferries'));
    expect((await theirs)?.body).toBe((await ours)?.body);
  } finally {
    await sandbox.close();
    await newsroom.close();
    await heir.close();
  }
});
