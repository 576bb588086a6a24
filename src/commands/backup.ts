import { join } from 'node:path';
import { BackupUnusable, makeBackup } from '#archive/archive.ts';
import { openBlobs } from '#platform/blobs/blobs.ts';
import { listBlobs } from '#platform/blobs/list-blobs.ts';
import { instantText, systemClock } from '#platform/clock.ts';
import { appliedSteps } from '#platform/database/migrate.ts';
import { openDatabase } from '../newsroom.ts';
import { type Command, exitCodes, UsageError } from './command.ts';

export const backup: Command = {
  name: 'backup',
  usage: 'OUT',
  summary: 'writes everything that is kept into an empty folder, while the newsroom goes on (docs/contracts/backup.md)',
  flags: {},
  positionals: 1,
  async run({ config, positionals, flags, print, note, signal }) {
    const [folder = ''] = positionals;
    // Whatever its schema: one backs up before one migrates.
    const database = openDatabase(config);
    try {
      const schema = await appliedSteps(database);
      if (schema.length === 0) throw new UsageError('there is no newsroom here: nothing to back up');
      const blobs = join(config.data, 'blobs');
      const source = { database, blobs: openBlobs(blobs), listBlobs: () => listBlobs(blobs), data: config.data };
      const at = instantText(systemClock.now());
      const manifest = await makeBackup(source, folder, { schema, at, signal, progress: note });
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
      if (flags.json) print(JSON.stringify({ folder, rows, blobs: manifest.blobs }));
      else
        print(
          `${folder}: ${rows} rows, ${manifest.blobs} blobs. It holds secrets: keep it as you keep the data folder.`,
        );
      return exitCodes.done;
    } catch (error) {
      if (signal.aborted) return exitCodes.interrupted;
      throw error instanceof BackupUnusable ? new UsageError(error.message) : error;
    } finally {
      await database.close();
    }
  },
};
