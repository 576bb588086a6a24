/** A process of its own that opens a database as `serve` does, and says what became of it. For engines.ts's places. */
import { requireCurrentSchema } from '#platform/database/migrate.ts';
import { openPostgres } from '#platform/database/postgres.ts';
import { openSqlite } from '#platform/database/sqlite.ts';
import { migrations } from '../../src/migrations/migrations.ts';

const place = process.argv[2] ?? '';
const database = place.startsWith('postgres:') ? openPostgres(place) : openSqlite(place);
await requireCurrentSchema(database, migrations);
await database.close();
process.stdout.write('opened');
