import { sql } from 'kysely';
import type { SchemaStep } from '#platform/database/migrate.ts';

/** Quotation marks inside a text are escaped in JSON, so that no text of a piece is taken for its field. */
export const standsElsewhere: SchemaStep = {
  name: '0022-stands-elsewhere',
  reason:
    'A sitemap names no piece whose address of record is a partner’s or another publication’s, and reads no documents.',
  async up(db) {
    for (const statement of [
      'alter table pieces add column elsewhere integer not null default 0',
      `update pieces set elsewhere = 1 where exists (
  select 1 from revisions where piece_id = pieces.id and number = pieces.live_revision
  and (content like '%"canonical":"%' or content like '%"sharedFrom":{%'))`,
    ])
      await sql.raw(statement).execute(db);
  },
};
