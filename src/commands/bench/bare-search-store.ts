import { sql } from 'kysely';
import type { Database } from '#platform/database/database.ts';

/** The engine's own query for words that must all stand: its own ranking, the first twenty, and nothing around it. */
export async function bareSearch({ engine, read }: Database, stems: string[]): Promise<void> {
  const words = stems.map((stem) => stem.replace(/[^\p{L}\p{N}]/gu, ''));
  if (engine === 'sqlite') {
    const match = words.map((word) => `"${word}"`).join(' AND ');
    await sql`select rowid from search_words where search_words match ${match} order by rank limit 20`.execute(read);
    return;
  }
  const match = words.map((word) => `'${word}'`).join(' & ');
  await sql`select number from search_words, cast(${match} as tsquery) q where words @@ q
    order by ts_rank_cd(words, q) desc limit 20`.execute(read);
}

/** PostgreSQL plans by what it knows of its tables; a server that stands learns it by itself. */
export async function analyseTables({ engine, schema }: Database): Promise<void> {
  await sql.raw(engine === 'postgres' ? 'vacuum analyze' : 'analyze').execute(schema);
}
