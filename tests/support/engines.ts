import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, inject } from 'vitest';
import type { Database } from '#platform/database/database.ts';
import { openPostgres } from '#platform/database/postgres.ts';
import { openSqlite } from '#platform/database/sqlite.ts';
import { databaseUrl, onServer } from './postgres-server.ts';
import { copySqliteTemplate } from './sqlite-template.ts';

/**
 * Opens a database for one test, closed and emptied after it: one without rows and with the current schema. `empty`: one
 * without even that; `ownSchema`: one whose schema the test may change; `beside`: a second opening of another's data.
 */
export type OpenDatabase = ((options?: {
  empty?: boolean;
  ownSchema?: boolean;
  beside?: Database;
}) => Promise<Database>) & {
  engine: Database['engine'];
  /** Where the data of an open database are: a SQLite file, or a PostgreSQL URL. */
  placeOf(database: Database): string;
};

/** A place for data; `wipe`, where there is one, makes it as new faster than making another. */
interface Place {
  place: string;
  wipe?: () => Promise<void>;
  remove: () => Promise<void>;
}

/** One engine's way to make and open a place for data. */
interface Engine {
  engine: Database['engine'];
  make(empty: boolean): Promise<Place>;
  open(place: string): Database;
}

/** Runs a suite once on SQLite and once on PostgreSQL; the latter is skipped where there is none. */
export function describeOnBothEngines(name: string, suite: (open: OpenDatabase) => void): void {
  describe(`${name} (SQLite)`, () => suite(openerOf(sqlite)));
  const postgres = inject('postgres');
  if (postgres) describe(`${name} (PostgreSQL)`, () => suite(openerOf(onPostgres(postgres))));
  else describe.skip(`${name} (PostgreSQL: no server on this machine)`, () => suite(openerOf(sqlite)));
}

function openerOf(engine: Engine): OpenDatabase {
  const opened = new Map<Database, string>();
  let used: Place[] = [];
  let spare: Place | null = null;
  afterEach(async () => {
    for (const database of opened.keys()) await database.close();
    opened.clear();
    for (const place of used) {
      if (place.wipe && !spare) {
        await place.wipe();
        spare = place;
      } else await place.remove();
    }
    used = [];
  });
  afterAll(async () => {
    await spare?.remove();
  });
  const take = async (empty: boolean, ownSchema: boolean): Promise<Place> => {
    const asMade = spare;
    if (asMade && !empty && !ownSchema) {
      spare = null;
      used.push(asMade);
      return asMade;
    }
    const { place, wipe, remove } = await engine.make(empty);
    const made = empty || ownSchema || !wipe ? { place, remove } : { place, remove, wipe };
    used.push(made);
    return made;
  };
  const open: OpenDatabase = Object.assign(
    async ({ empty = false, ownSchema = false, beside }: Parameters<OpenDatabase>[0] = {}) => {
      const place = (beside && opened.get(beside)) ?? (await take(empty, ownSchema)).place;
      const database = engine.open(place);
      opened.set(database, place);
      return database;
    },
    { engine: engine.engine, placeOf: (database: Database) => opened.get(database) ?? '' },
  );
  return open;
}

const sqlite: Engine = {
  engine: 'sqlite',
  async make(empty) {
    const folder = mkdtempSync(join(tmpdir(), 'daybook-test-'));
    const place = join(folder, 'daybook.sqlite');
    if (!empty) copySqliteTemplate(place);
    return { place, remove: async () => rmSync(folder, { recursive: true, force: true }) };
  },
  open: openSqlite,
};

function onPostgres({ url, template }: { url: string; template: string }): Engine {
  return {
    engine: 'postgres',
    async make(empty) {
      const name = `daybook_test_${randomBytes(6).toString('hex')}`;
      await onServer(url, `create database ${name}${empty ? '' : ` template ${template}`}`);
      const place = databaseUrl(url, name);
      return {
        place,
        wipe: () => onServer(place, emptyTables),
        remove: () => onServer(url, `drop database if exists ${name} with (force)`),
      };
    },
    open: openPostgres,
  };
}

/**
 * Empties the tables that hold something, and lets their numbers start again; the record of the schema stays. To truncate
 * makes every index anew, and takes ten times as long as to delete the few rows of a test; deleting in any order needs
 * foreign keys and triggers to be set aside, which a superuser may. Large tables are truncated, lest their dead rows stay.
 */
const emptyTables = `
do $$
declare name text; filled boolean; names text := '';
begin
  perform set_config('session_replication_role', 'replica', true) where current_setting('is_superuser') = 'on';
  for name in select quote_ident(tablename) from pg_tables where schemaname = 'public' and tablename not like 'schema_steps%' loop
    execute 'select exists (select from ' || name || ')' into filled;
    if filled and current_setting('is_superuser') = 'on' and pg_relation_size(name::regclass) < 500000 then
      execute 'delete from ' || name;
    elsif filled then names := names || ',' || name;
    end if;
  end loop;
  if names <> '' then execute 'truncate ' || substr(names, 2) || ' restart identity cascade'; end if;
  perform setval(quote_ident(sequencename)::regclass, 1, false) from pg_sequences where schemaname = 'public' and last_value is not null;
end $$`;
