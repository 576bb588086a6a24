import { expect, test } from 'vitest';
import { sql } from 'kysely';
import { migrate } from '#platform/database/migrate.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { loadSampleArchive } from '../../tests/support/sample-archive.ts';
import { plainPublication } from '#publications/publications.ts';
import { migrations } from '../migrations/migrations.ts';
import { contributorNow, filingsOf, labelSlug, restingOf } from './filing.ts';
import type { Author, PieceContent } from './document.ts';

const content: PieceContent = {
  version: 1,
  kind: 'article',
  lang: 'en',
  title: 'A ferry',
  lede: '',
  recommendedReads: [],
  topImage: null,
  topics: ['ferries', 'ferries'],
  tags: [
    { slug: '', title: 'The Eastern Mole' },
    { slug: 'the-eastern-mole', title: 'Eastern mole' },
    { slug: '—', title: '—' },
  ],
  authors: [{ name: 'Oona Firth', role: 'author' }],
  blocks: [
    {
      type: 'paragraph',
      id: 'p_1',
      sentences: [
        {
          id: 's_1',
          text: 'One.',
          basis: {
            kind: 'linked',
            links: [
              { href: 'https://www.quay.example/a', text: 'a' },
              { href: 'https://quay.example/b', text: 'b' },
              { href: 'mailto:desk@quay.example', text: 'c' },
            ],
          },
        },
        { id: 's_2', text: 'Two.', basis: { kind: 'vouched', by: 'Mara Quist', at: '2026-11-20T09:00:00.000Z' } },
      ],
    },
  ],
};

test('a content is filed once under each topic, label and author, by slugs that stand in an address', () => {
  expect(filingsOf(content)).toEqual([
    { kind: 'topic', slug: 'ferries', title: '' },
    { kind: 'tag', slug: 'the-eastern-mole', title: 'Eastern mole' },
    { kind: 'contributor', slug: 'oona-firth', title: 'Oona Firth' },
  ]);
});

test('a sentence rests on the hosts that it links to; who vouched for one is told nowhere', () => {
  expect(restingOf(content)).toEqual([{ kind: 'host', source: 'quay.example', times: 2 }]);
});

test.each([
  ['Oona Firth', 'oona-firth'],
  ['  O’Hara & Sons / Ltd ', 'o-hara-sons-ltd'],
  ['%D8%A3%D9%88%D9%86%D8%A7', 'أونا'],
  ['100%', '100'],
  ['../..?x=1#y', 'x-1-y'],
])('“%s” stands in an address as “%s”', (text, slug) => {
  expect(labelSlug(text)).toBe(slug);
  expect(labelSlug(slug)).toBe(slug);
});

test('a name is made into an address only where none was withdrawn beside it', () => {
  const slugOf = (author: Pick<Author, 'name'> & { slug?: string }, withdrawn?: { nameWithdrawn: true }) =>
    contributorNow(plainPublication('gorvan'), { ...author, role: 'author' }, { lang: 'en', ...withdrawn }).slug;
  expect(slugOf({ name: 'Oona Firth' })).toBe('oona-firth');
  expect(slugOf({ name: 'Name withdrawn' }, { nameWithdrawn: true })).toBeNull();
  expect(slugOf({ name: 'Bela Tarn', slug: 'bt' }, { nameWithdrawn: true })).toBe('bt');
});

describeOnBothEngines('the table of labels', (open) => {
  test('the step that brings it files what was live before just as publishing does', async () => {
    const database = await open({ ownSchema: true });
    await loadSampleArchive(database);
    const rows = async () => {
      const labels = sql`select * from piece_labels order by piece_id, kind, slug`;
      const sources = sql`select * from piece_sources order by piece_id, kind, source`;
      return [(await labels.execute(database.read)).rows, (await sources.execute(database.read)).rows];
    };
    const before = await rows();
    expect(before.flat().length).toBeGreaterThan(15);
    for (const undo of [
      'drop table piece_labels',
      'drop table piece_sources',
      'drop index corrections_by_piece',
      `delete from schema_steps where name >= '0005'`,
    ])
      await sql.raw(undo).execute(database.schema);
    // The other later steps know nothing of these tables.
    const known = migrations.filter(({ name }) => name < '0006' || name.startsWith('0021'));
    expect(await migrate(database, known)).toEqual(['0005-piece-labels', '0021-labels-in-order']);
    expect(await rows()).toEqual(before);
  });

  test('the step that brings the developments told files those of live pieces', async () => {
    const database = await open({ ownSchema: true });
    await loadSampleArchive(database);
    const [live] = (
      await sql<{ id: string; number: number; content: string }>`
select p.id, r.number, r.content from pieces p
join revisions r on r.piece_id = p.id and r.number = p.live_revision where p.kind = 'summary'`.execute(database.read)
    ).rows;
    const content = JSON.parse(live?.content ?? '{}') as PieceContent;
    const heading = { type: 'heading', id: 'h_1', level: 2, text: 'The quay', development: 'quay' } as const;
    const told = JSON.stringify({ ...content, blocks: [heading, ...content.blocks, heading] });
    await sql`update revisions set content = ${told} where piece_id = ${live?.id} and number = ${live?.number}`.execute(
      database.schema,
    );
    await sql.raw('drop table piece_developments').execute(database.schema);
    await sql.raw(`delete from schema_steps where name >= '0008'`).execute(database.schema);
    const known = migrations.filter(({ name }) => name < '0009');
    expect(await migrate(database, known)).toEqual(['0008-piece-developments']);
    expect((await sql`select * from piece_developments`.execute(database.read)).rows).toEqual([
      { publication: 'gorvan', development: 'quay', piece_id: live?.id },
    ]);
  });

  test('the step that says which pieces stand elsewhere finds them by what their live revisions say', async () => {
    const database = await open({ ownSchema: true });
    await loadSampleArchive(database);
    const elsewhere = async () =>
      (await sql<{ path: string }>`select path from pieces where elsewhere = 1`.execute(database.read)).rows;
    const before = await elsewhere();
    expect(before).toEqual([{ path: 'community/2015/03/a-letter-from-the-mole' }]);
    await sql.raw('alter table pieces drop column elsewhere').execute(database.schema);
    await sql.raw(`delete from schema_steps where name >= '0022'`).execute(database.schema);
    expect(
      await migrate(
        database,
        migrations.filter(({ name }) => name < '0023'),
      ),
    ).toEqual(['0022-stands-elsewhere']);
    expect(await elsewhere()).toEqual(before);
  });
});
