import { type Migration, Migrator, type Kysely } from 'kysely';
import type { Database } from './database.ts';

/** Forward only: a name that sorts after the last one, why it came, and what it does on each engine. */
export interface SchemaStep {
  name: string;
  reason: string;
  up(db: Kysely<unknown>, engine: Database['engine']): Promise<void>;
}

export type SchemaState =
  | { kind: 'empty' }
  | { kind: 'current' }
  | { kind: 'older'; missing: string[] }
  | { kind: 'newer'; unknown: string[] };

/** The database's schema is not the one that this program was built for; `message` says what to run. */
export class SchemaMismatch extends Error {
  override name = 'SchemaMismatch';
}

/** Compares what the database has had applied with the steps that this program knows. */
export async function readSchemaState(database: Database, steps: SchemaStep[]): Promise<SchemaState> {
  const applied = await appliedSteps(database);
  if (applied.length === 0) return { kind: 'empty' };
  const known = steps.map((step) => step.name);
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length > 0) return { kind: 'newer', unknown };
  const missing = known.filter((name) => !applied.includes(name));
  return missing.length > 0 ? { kind: 'older', missing } : { kind: 'current' };
}

/** Applies every missing step, each with its record, under a lock; answers the names applied. */
export async function migrate(database: Database, steps: SchemaStep[]): Promise<string[]> {
  const state = await readSchemaState(database, steps);
  if (state.kind === 'newer') throw schemaMismatch(state);
  const migrations = Object.fromEntries(
    steps.map((step): [string, Migration] => [step.name, { up: (db) => step.up(db, database.engine) }]),
  );
  const migrator = new Migrator({
    db: database.schema,
    provider: { getMigrations: async () => migrations },
    migrationTableName: 'schema_steps',
    migrationLockTableName: 'schema_steps_lock',
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error)
    throw new Error('The database could not be migrated; nothing of the failed step was kept.', { cause: error });
  return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName);
}

/** Lets an empty database be made and a current one through; anything else is refused with the command to run. */
export async function requireCurrentSchema(database: Database, steps: SchemaStep[]): Promise<void> {
  const state = await readSchemaState(database, steps);
  if (state.kind === 'empty') await migrate(database, steps);
  else if (state.kind !== 'current') throw schemaMismatch(state);
}

function schemaMismatch(state: Extract<SchemaState, { kind: 'older' | 'newer' }>): SchemaMismatch {
  if (state.kind === 'older')
    return new SchemaMismatch(
      `The database lacks ${state.missing.length} schema step(s), from ${state.missing[0]}. Back up, then run: bin/daybook migrate`,
    );
  return new SchemaMismatch(
    `The database was made by a newer Daybook (it has ${state.unknown.join(', ')}). Run that version, or put back a copy of the data made before it. To update this checkout: git pull`,
  );
}

/** The names of the steps that a database has had; none when it is empty. */
export async function appliedSteps(database: Database): Promise<string[]> {
  const tables = await database.read.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'schema_steps')) return [];
  const rows = await database.read
    .withTables<{ schema_steps: { name: string } }>()
    .selectFrom('schema_steps')
    .select('name')
    .orderBy('name')
    .execute();
  return rows.map((row) => row.name);
}
