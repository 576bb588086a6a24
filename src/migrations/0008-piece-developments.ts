import { sql } from 'kysely';
import type { SchemaStep } from '#platform/database/migrate.ts';

const piecesAtOnce = 200;

/** Which developments the sections of live pieces tell, beside them as their labels are: see 0005. */
export const pieceDevelopments: SchemaStep = {
  name: '0008-piece-developments',
  reason: 'The earlier and later days of a story are looked up, without reading every document.',
  async up(db) {
    const statements = [
      `create table piece_developments (
  publication text not null references publications (slug),
  development text not null, piece_id text not null references pieces (id),
  primary key (publication, development, piece_id))`,
      'create index piece_developments_by_piece on piece_developments (piece_id)',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    for (let after = ''; ;) {
      const { rows } = await sql<{ id: string; publication: string; content: string }>`
select p.id, p.publication, r.content from pieces p
join revisions r on r.piece_id = p.id and r.number = p.live_revision
where p.id > ${after} order by p.id limit ${sql.lit(piecesAtOnce)}`.execute(db);
      const last = rows.at(-1);
      if (!last) return;
      after = last.id;
      for (const { id, publication, content } of rows) {
        const { blocks } = JSON.parse(content) as { blocks: { development?: string }[] };
        for (const told of new Set(blocks.flatMap(({ development }) => development ?? [])))
          await sql`insert into piece_developments values (${publication}, ${told}, ${id})`.execute(db);
      }
    }
  },
};
