import { type Kysely, sql } from 'kysely';
import type { SchemaStep } from '#platform/database/migrate.ts';

const revisionsAtOnce = 200;

/**
 * What is known of a picture beside its file, and which revisions show it. The fill reads what stood when this was
 * written: each picture takes its words from the newest revision that shows it.
 */
export const mediaLibrary: SchemaStep = {
  name: '0028-media-library',
  reason: 'Pictures are found again by their words, with their rights and where they are used.',
  async up(db) {
    const statements = [
      `create table library_pictures (
  media text primary key references media (sha256), publication text not null references publications (slug),
  caption text not null, credit text not null, alt text not null, folded text not null,
  owner text not null, terms text not null, ends_on text, ended integer not null check (ended in (0, 1)),
  focus_x integer not null check (focus_x between 0 and 100), focus_y integer not null check (focus_y between 0 and 100),
  share text, looked_after integer not null check (looked_after in (0, 1)),
  added_at text not null, added_by text not null)`,
      'create index library_pictures_by_time on library_pictures (publication, added_at)',
      'create index library_pictures_by_end on library_pictures (ended, ends_on)',
      `create table revision_pictures (
  piece_id text not null, revision integer not null, media text not null,
  primary key (piece_id, revision, media),
  foreign key (piece_id, revision) references revisions (piece_id, number))`,
      'create index revision_pictures_by_media on revision_pictures (media)',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    await fill(db);
  },
};

interface Shown {
  media?: string;
  caption: string;
  credit: string;
  alt: string;
}

async function fill(db: Kysely<unknown>): Promise<void> {
  let [piece, number] = ['', 0];
  for (;;) {
    const { rows } = await sql<{ piece_id: string; number: number; content: string; publication: string }>`
select r.piece_id, r.number, r.content, p.publication from revisions r join pieces p on p.id = r.piece_id
where (r.piece_id, r.number) > (${piece}, ${number}) order by r.piece_id, r.number
limit ${sql.lit(revisionsAtOnce)}`.execute(db);
    const last = rows.at(-1);
    if (!last) return;
    [piece, number] = [last.piece_id, last.number];
    for (const row of rows) await fillFrom(db, row);
  }
}

async function fillFrom(
  db: Kysely<unknown>,
  row: { piece_id: string; number: number; content: string; publication: string },
): Promise<void> {
  const { topImage, blocks } = JSON.parse(row.content) as { topImage: Shown | null; blocks: { image?: Shown }[] };
  const shown = [topImage, ...blocks.map(({ image }) => image ?? null)];
  const held = new Map(shown.flatMap((each) => (each?.media ? [[each.media, each] as const] : [])));
  for (const [media, { caption, credit, alt }] of held) {
    await sql`insert into revision_pictures values (${row.piece_id}, ${row.number}, ${media})`.execute(db);
    const folded = [caption, credit, alt]
      .join('\n')
      .normalize('NFKD')
      .replace(/[\p{M}\u0640]/gu, '')
      .toLowerCase();
    await sql`
insert into library_pictures
select sha256, ${row.publication}, ${caption}, ${credit}, ${alt}, ${folded}, '', '', null, 0, 50, 50, null, 0, added_at, ''
from media where sha256 = ${media}
on conflict (media) do update set caption = excluded.caption, credit = excluded.credit, alt = excluded.alt,
  folded = excluded.folded`.execute(db);
  }
}
