import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupUnusable, continueWithdrawals, readManifest, readTable, restoreBackup } from '#archive/archive.ts';
import { openBlobs } from '#platform/blobs/blobs.ts';
import { instantText, systemClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openPostgres } from '#platform/database/postgres.ts';
import { openSqlite } from '#platform/database/sqlite.ts';
import { findWithdrawals, type NameToWithdraw } from '#withdrawals/withdrawals.ts';
import { migrations } from '../migrations/migrations.ts';
import { openDatabase, openNewsroom } from '../newsroom.ts';
import { type Command, exitCodes, textFlag, UsageError } from './command.ts';
import { readNamesFile } from './read-names-file.ts';

export const restore: Command = {
  name: 'restore',
  usage: 'BACKUP [--withdrawn FROM]',
  summary: 'puts a backup into an empty data folder or database; names withdrawn since, in FROM, stay withdrawn',
  flags: { withdrawn: 'text' },
  positionals: 1,
  async run(input) {
    const { config, flags, print, note, signal } = input;
    const [folder = ''] = input.positionals;
    const from = textFlag(input, 'withdrawn');
    try {
      const { schema, madeAt } = await readManifest(folder);
      const unknown = schema.filter((step) => !migrations.some(({ name }) => name === step));
      if (unknown.length > 0)
        throw new UsageError(
          `the backup was made by a newer Daybook (it has ${unknown.join(', ')}): restore it with that`,
        );
      const withdrawn = from === null ? [] : await readWithdrawn(from);
      const database = openDatabase(config);
      try {
        // Rows are read into the schema that they are of; later steps then do to them what they did elsewhere.
        const asItWas = migrations.filter(({ name }) => schema.includes(name));
        await migrate(database, asItWas);
        const target = { database, blobs: openBlobs(join(config.data, 'blobs')), data: config.data };
        const at = instantText(systemClock.now());
        await restoreBackup(target, folder, { withdrawn, at, signal, progress: note });
        await migrate(database, migrations);
      } finally {
        await database.close();
      }
      const newsroom = await openNewsroom(config);
      try {
        await continueWithdrawals(newsroom);
      } finally {
        await newsroom.close();
      }
      if (flags.json) print(JSON.stringify({ folder, madeAt, withdrawn: withdrawn.length }));
      else
        print(
          `Restored what was kept at ${madeAt}. Whoever was signed in signs in again; search reads its index anew.`,
        );
      if (from === null)
        note(
          `Names that were withdrawn after ${madeAt} are back, unless --withdrawn says where they stand: do it again with it, or withdraw them now.`,
        );
      return exitCodes.done;
    } catch (error) {
      if (signal.aborted) return exitCodes.interrupted;
      throw error instanceof BackupUnusable ? new UsageError(error.message) : error;
    }
  },
};

/** Names from a newer backup, another data folder, a database by its URL, or a file as `withdraw --from` reads it. */
async function readWithdrawn(from: string): Promise<NameToWithdraw[]> {
  if (/^postgres(?:ql)?:\/\//u.test(from)) return withdrawnIn(openPostgres(from));
  const found = await stat(from).catch(() => null);
  if (found === null) throw new UsageError(`--withdrawn: ${from} is not there`);
  if (found.isFile()) return readNamesFile(from);
  if (await stat(join(from, 'daybook.sqlite')).catch(() => null))
    return withdrawnIn(openSqlite(join(from, 'daybook.sqlite')));
  const table = (await readManifest(from)).tables.find(({ name }) => name === 'withdrawals');
  const rows = table ? await readTable(from, table) : [];
  return rows.map(({ names, tombstone, by_whom: by }) => ({
    names: JSON.parse(String(names)) as string[],
    tombstone: JSON.parse(String(tombstone)) as Record<string, string>,
    by: String(by),
  }));
}

async function withdrawnIn(database: Database): Promise<NameToWithdraw[]> {
  try {
    return await findWithdrawals(database.read);
  } finally {
    await database.close();
  }
}
