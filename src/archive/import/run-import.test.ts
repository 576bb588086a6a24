import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from '#platform/database/database.ts';
import { createSandbox } from '#platform/sandbox/sandbox.ts';
import {
  countPieces,
  findPieceByPath,
  findRedirect,
  findRevision,
  type PieceContent,
  savePiece,
  type Sentence,
} from '#pieces/pieces.ts';
import { findPublication } from '#publications/publications.ts';
import { describeOnBothEngines } from '../../../tests/support/engines.ts';
import { memoryBlobs, summaryOf, testClock, testPublication } from '../../../tests/support/fixtures.ts';
import { importThreadUrl } from '../../worker/import-thread-url.ts';
import { dumpLines } from '../dump-lines.ts';
import type { DumpedPiece } from '../dump-piece.ts';
import { runImport } from './run-import.ts';

let folder: string;
const sandbox = createSandbox({ entry: importThreadUrl, size: 1, deadlineMs: 30_000, memoryMb: 256 });
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daybook-import-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));
afterAll(() => sandbox.close());

/** A document with every kind of block and basis that can come home. */
function wholeContent(name: string): PieceContent {
  const sentence = (n: number, text: string) => ({ id: `s_${name}${n}`, text, basis: { kind: 'uncited' as const } });
  const sentences: Sentence[] = [
    {
      id: `s_${name}1`,
      text: 'The ferry sailed again on Friday, the Courier said.',
      marks: [
        { type: 'em', start: 4, end: 9 },
        { type: 'link', start: 38, end: 45, href: 'https://courier.example/ferry' },
      ],
      basis: {
        kind: 'linked',
        links: [{ href: 'https://courier.example/ferry', text: 'Courier', originalHref: '../ferry.html' }],
      },
    },
    {
      id: `s_${name}2`,
      text: 'Nine passengers waited.',
      basis: {
        kind: 'cited',
        citations: [
          { id: `c_${name}`, evidence: `ev_${name}`, quote: 'Nine passengers', start: 3, end: 18, madeFor: 'Nine.' },
        ],
      },
    },
    { id: `s_${name}3`, text: 'Gorvan has one harbour.', basis: { kind: 'vouched', by: 'Editor', at: '2026-11-20' } },
  ];
  return {
    ...summaryOf(sentences),
    authors: [{ name: 'Oona Firth', slug: 'oona-firth', role: 'author', bio: 'A reporter.\n\nIn Gorvan.' }],
    readMinutes: 3,
    tags: [{ slug: 'ferries', title: 'Ferries' }],
    imported: { format: 'html', url: `https://gorvan.example/${name}`, published: 'day', modified: null },
    topImage: { src: 'https://gorvan.example/a.jpg', caption: 'The harbour', credit: 'Courier', alt: '' },
    blocks: [
      { type: 'heading', id: `h_${name}`, level: 2, text: 'Ferry' },
      { type: 'paragraph', id: `p1_${name}`, sentences },
      { type: 'paragraph', id: `p2_${name}`, sentences: [sentence(4, 'قال المتحدّث إنّ S-300 هنا.')] },
      { type: 'list', id: `l_${name}`, ordered: true, items: [[sentence(5, 'One.')], [sentence(6, 'Two.')]] },
      { type: 'table', id: `t_${name}`, header: true, rows: [[[sentence(7, 'A')]], [[sentence(8, 'B')]]] },
      { type: 'quote', id: `q_${name}`, sentences: [sentence(9, 'Stay.')], attribution: 'The harbour master' },
      { type: 'embed', id: `e_${name}`, href: 'https://maps.example/1', note: 'A map' },
    ],
  };
}

function record(path: string, changes: Partial<DumpedPiece> = {}): object {
  const name = path.replaceAll(/[^a-z0-9]/gu, '');
  return {
    schema: 2,
    kind: 'article',
    publication: 'elsewhere',
    id: `pc_${name}`,
    path,
    date: '2026-11-20',
    publishedAt: '2026-11-20T00:00:00.000Z',
    modifiedAt: null,
    status: 'live',
    revision: 3,
    translationOf: null,
    aliases: [`${path}.html`, `//old.example/${path}?p=1`],
    corrections: [{ on: '2026-11-21T08:00:00.000Z', note: 'It was nine.', sentence: `s_${name}5`, lang: 'en' }],
    document: { ...wholeContent(name), kind: 'article' },
    evidence: [
      {
        id: `ev_${name}`,
        externalId: 'r1',
        version: 1,
        outlet: 'Gorvan Courier',
        origin: { kind: 'agency', name: 'Amrin Agency' },
        url: 'https://courier.example/r1',
        title: 'Ferry',
        lang: 'en',
        reportedAt: '2026-11-20T06:00:00.000Z',
        retrievedAt: '2026-11-20T06:05:00.000Z',
        captureSha256: 'a'.repeat(64),
      },
    ],
    ...changes,
  };
}

async function dumpFile(name: string, records: (object | string)[]): Promise<string> {
  const file = join(folder, name);
  await writeFile(
    file,
    records.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)) + '\n'),
  );
  return file;
}

const { slug, ...profile } = { ...testPublication, tagline: { en: 'The port, deeply' }, listed: false };
const publicationRecord = {
  schema: 2,
  kind: 'publication',
  publication: slug,
  profile,
  redirects: [{ from: 'home.php', to: '' }],
};

async function* noBlobs(): AsyncGenerator<string> {}

function bring(database: Database, path: string, changes: Partial<Parameters<typeof runImport>[1]> = {}) {
  const deps = { database, blobs: memoryBlobs(), clock: testClock(), sandbox, listBlobs: noBlobs };
  return runImport(deps, {
    format: 'daybook',
    path,
    publication: 'gorvan',
    address: null,
    dryRun: false,
    signal: new AbortController().signal,
    progress: () => {},
    ...changes,
  });
}

async function dumpOf(database: Database): Promise<string> {
  const publication = await findPublication(database.read, 'gorvan');
  if (!publication) throw new Error('there is no publication');
  const lines: string[] = [];
  for await (const line of dumpLines(database, publication, { drafts: true })) lines.push(line);
  return lines.join('\n');
}

describeOnBothEngines('an import', (open) => {
  test('brings pieces home with their dates, revisions, corrections, evidence and old addresses', async () => {
    const database = await open();
    const report = await bring(database, await dumpFile('a.jsonl', [publicationRecord, record('articles/a')]));
    expect(report).toMatchObject({ seen: 2, outcomes: { piece: 1, facts: 1 }, pieces: { made: 1 }, links: 1 });
    const piece = await findPieceByPath(database.read, 'gorvan', 'articles/a');
    expect(piece).toMatchObject({
      state: 'live',
      dated: '2026-11-20',
      firstPublishedAt: '2026-11-20T00:00:00.000Z',
      modifiedAt: null,
      liveRevision: 3,
    });
    const content = (await findRevision(database.read, piece?.id ?? '', 3))?.content;
    expect(content).toEqual({ ...wholeContent('articlesa'), kind: 'article' });
    for (const old of ['articles/a.html', '//old.example/articles/a?p=1'])
      expect(await findRedirect(database.read, 'gorvan', [old])).toBe('articles/a');
    expect(await findRedirect(database.read, 'gorvan', ['home.php'])).toBe('');
    expect((await findPublication(database.read, 'gorvan'))?.tagline).toEqual({ en: 'The port, deeply' });
  });

  test('of a dump gives the same dump, also into another Daybook', async () => {
    const first = await open();
    const translation = record('ar/articles/a', { translationOf: 'pc_articlesa' });
    const file = await dumpFile('a.jsonl', [publicationRecord, translation, record('articles/a')]);
    await bring(first, file);
    const dump = await dumpOf(first);
    expect(JSON.parse(dump.split('\n')[2] ?? '')).toMatchObject({ translationOf: 'pc_articlesa' });
    const second = await open();
    await bring(second, await dumpFile('b.jsonl', dump.split('\n')));
    expect(await dumpOf(second)).toBe(dump);
  });

  test('changes nothing the second time, and counts the same', async () => {
    const database = await open();
    const file = await dumpFile('a.jsonl', [record('articles/a'), record('articles/b'), 'not json']);
    const first = await bring(database, file);
    const dump = await dumpOf(database);
    const second = await bring(database, file);
    expect(second).toMatchObject({ already: 3, pieces: { made: 0, updated: 0, unchanged: 0 } });
    for (const field of ['seen', 'outcomes', 'byKind', 'redirects', 'links', 'setAside'] as const)
      expect(second[field]).toEqual(first[field]);
    expect(await dumpOf(database)).toBe(dump);
  });

  test('that was stopped goes on where it was, to the same end', async () => {
    const file = await dumpFile(
      'many.jsonl',
      Array.from({ length: 130 }, (_, n) => record(`articles/${n}`)),
    );
    const whole = await open();
    await bring(whole, file);
    const database = await open();
    const stopped = new AbortController();
    const progress = () => stopped.abort();
    expect(await bring(database, file, { signal: stopped.signal, progress })).toMatchObject({ interrupted: true });
    const before = await countPieces(database.read, 'gorvan', { kind: 'article' });
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(130);
    expect(await bring(database, file)).toMatchObject({ seen: 130, already: before, outcomes: { piece: 130 } });
    expect(await dumpOf(database)).toBe(await dumpOf(whole));
  });

  test('folds a second item at the same path into the first, and keeps its address', async () => {
    const database = await open();
    const twice = [record('articles/a'), record('articles/a', { aliases: ['articles/2026/1/a'] })];
    expect(await bring(database, await dumpFile('a.jsonl', twice))).toMatchObject({
      seen: 2,
      outcomes: { piece: 1, folded: 1 },
    });
    expect(await findRedirect(database.read, 'gorvan', ['articles/2026/1/a'])).toBe('articles/a');
  });

  test('leaves a piece that was changed at the desk as it is', async () => {
    const database = await open();
    await bring(database, await dumpFile('a.jsonl', [record('articles/a')]));
    const piece = await findPieceByPath(database.read, 'gorvan', 'articles/a');
    const edited = { ...wholeContent('articlesa'), title: 'Edited' };
    await savePiece({ database, clock: testClock() }, piece?.id ?? '', 3, edited, 'Editor');
    const changed = record('articles/a', { date: '2026-11-20', modifiedAt: '2026-11-22T00:00:00.000Z' });
    expect(await bring(database, await dumpFile('a.jsonl', [changed]))).toMatchObject({ outcomes: { kept: 1 } });
    expect((await findPieceByPath(database.read, 'gorvan', 'articles/a'))?.modifiedAt).toBeNull();
  });

  test('renews a piece whose original has changed since, in a new revision', async () => {
    const database = await open();
    await bring(database, await dumpFile('a.jsonl', [record('articles/a')]));
    const document = { ...wholeContent('articlesa'), kind: 'article' as const, title: 'A better title' };
    const report = await bring(database, await dumpFile('a.jsonl', [record('articles/a', { document })]));
    expect(report).toMatchObject({ pieces: { made: 0, updated: 1 } });
    expect(await findPieceByPath(database.read, 'gorvan', 'articles/a')).toMatchObject({ liveRevision: 4 });
  });

  test('brings a newer dump up to date, whatever stands between its lines now', async () => {
    const database = await open();
    await bring(database, await dumpFile('a.jsonl', [record('articles/a'), record('articles/c')]));
    const document = { ...wholeContent('articlesc'), kind: 'article' as const, title: 'A better title' };
    const corrections = [{ on: '2026-11-22T08:00:00.000Z', note: 'It was ten.', sentence: null, lang: 'en' }];
    const newer = [record('articles/a'), record('articles/b'), record('articles/c', { document, corrections })];
    const report = await bring(database, await dumpFile('a.jsonl', newer));
    expect(report).toMatchObject({ pieces: { made: 1, updated: 1 }, outcomes: { piece: 3, folded: 0 } });
    const dump = await dumpOf(database);
    expect(dump).toContain('A better title');
    expect(dump).toContain('It was ten.');
  });

  test('hides a piece that a newer archive no longer shows', async () => {
    const database = await open();
    await bring(database, await dumpFile('a.jsonl', [record('articles/a')]));
    await bring(database, await dumpFile('a.jsonl', [record('articles/a', { status: 'unpublished' })]));
    expect((await findPieceByPath(database.read, 'gorvan', 'articles/a'))?.state).toBe('unpublished');
  });

  test.each<[string, object]>([
    ['no aliases', { aliases: undefined }],
    ['an alias that is no text', { aliases: [5] }],
    ['an id that is none', { id: '"><script>' }],
    ['half a revision', { revision: 2.5 }],
    ['evidence without a source', { evidence: [{}] }],
    ['a correction without a note', { corrections: [{ on: '2026-11-22', note: null, sentence: null, lang: 'en' }] }],
    ['a day that is none', { date: '2026-02-31' }],
  ])('sets aside a piece of a dump with %s, and brings the rest', async (_, changes) => {
    const database = await open();
    const file = await dumpFile('a.jsonl', [record('articles/a', changes as never), record('articles/b')]);
    expect(await bring(database, file)).toMatchObject({ outcomes: { piece: 1, 'set-aside': 1 } });
  });

  test('refuses a profile that no page could be made of', async () => {
    const database = await open();
    for (const changes of [{ languages: [5] }, { name: null }, { topics: [null] }, { tagline: { en: 5 } }]) {
      const bad = { ...publicationRecord, profile: { ...profile, ...changes } };
      expect(await bring(database, await dumpFile('a.jsonl', [bad]))).toMatchObject({ outcomes: { 'set-aside': 1 } });
    }
  });

  test('keeps eight thousand old addresses of one publication', async () => {
    const database = await open();
    const redirects = Array.from({ length: 8000 }, (_, n) => ({ from: `old-${n}.php`, to: '' }));
    const report = await bring(database, await dumpFile('a.jsonl', [{ ...publicationRecord, redirects }]));
    expect(report.redirects).toBe(8000);
    expect(await findRedirect(database.read, 'gorvan', ['old-7999.php'])).toBe('');
  });

  test('sets aside what is no piece, by name and reason, and brings the rest', async () => {
    const database = await open();
    const file = await dumpFile('a.jsonl', [
      '{"schema":',
      { schema: 9 },
      record('../../etc/passwd'),
      record('articles/a', { document: { ...wholeContent('x'), blocks: 'none' as never } }),
      record('articles/b'),
    ]);
    const report = await bring(database, file);
    expect(report).toMatchObject({ seen: 5, outcomes: { piece: 1, 'set-aside': 4 } });
    expect(report.setAside.map(({ item }) => item)).toEqual([
      'line 1',
      'line 2',
      'article pc_etcpasswd',
      'article pc_articlesa',
    ]);
    for (const said of [/not JSON/, /its schema is 9/, /cannot be its path/, /blocks: it is no list/])
      expect(report.setAside.some(({ reason }) => said.test(reason))).toBe(true);
  });

  test('keeps drafts unpublished', async () => {
    const database = await open();
    const file = await dumpFile('a.jsonl', [record('articles/a', { status: 'unpublished', publishedAt: null })]);
    expect(await bring(database, file)).toMatchObject({ unpublished: 1 });
    expect((await findPieceByPath(database.read, 'gorvan', 'articles/a'))?.state).toBe('unpublished');
  });

  test('makes a publication that is in no list', async () => {
    const database = await open();
    await bring(database, await dumpFile('a.jsonl', [record('articles/a')]));
    expect(await findPublication(database.read, 'gorvan')).toMatchObject({ listed: false, rights: null });
  });

  test('rehearsed with dryRun counts the same and writes nothing', async () => {
    const database = await open();
    const file = await dumpFile('a.jsonl', [publicationRecord, record('articles/a'), record('articles/a'), 'no']);
    const rehearsed = await bring(database, file, { dryRun: true });
    expect(await findPublication(database.read, 'gorvan')).toBeNull();
    const real = await bring(database, file);
    for (const field of ['seen', 'outcomes', 'byKind', 'links', 'setAside', 'missing'] as const)
      expect(rehearsed[field]).toEqual(real[field]);
  });

  test('of what is not there says so', async () => {
    await expect(bring(await open(), join(folder, 'none.jsonl'))).rejects.toThrow(/is not there/);
  });
});
