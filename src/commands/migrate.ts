import { migrate } from '#platform/database/migrate.ts';
import { migrations } from '../migrations/migrations.ts';
import { openDatabase } from '../newsroom.ts';
import { type Command, exitCodes } from './command.ts';

export const migrateSchema: Command = {
  name: 'migrate',
  usage: '',
  summary: 'brings the database to the schema of this program; forward only',
  flags: {},
  async run({ config, flags, print }) {
    const database = openDatabase(config);
    try {
      const applied = await migrate(database, migrations);
      if (flags.json) print(JSON.stringify({ applied }));
      else print(applied.length === 0 ? 'The schema is current.' : `Applied ${applied.join(', ')}.`);
      return exitCodes.done;
    } finally {
      await database.close();
    }
  },
};
