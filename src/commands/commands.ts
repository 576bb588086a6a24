import { audit } from './audit.ts';
import { backup } from './backup.ts';
import { bench } from './bench/bench.ts';
import { cluster } from './cluster.ts';
import type { Command } from './command.ts';
import { draft } from './draft.ts';
import { dump } from './dump.ts';
import { extract } from './extract.ts';
import { freeze } from './freeze.ts';
import { gazetteer } from './gazetteer.ts';
import { importArchive } from './import.ts';
import { ingest } from './ingest.ts';
import { migrateSchema } from './migrate.ts';
import { publicationProfile } from './publication.ts';
import { publish } from './publish.ts';
import { restore } from './restore.ts';
import { serve } from './serve.ts';
import { signInLink } from './sign-in.ts';
import { verify } from './verify.ts';
import { withdraw } from './withdraw.ts';

/** Every command, in the order that the overview tells them. */
export const commands: Command[] = [
  serve,
  ingest,
  cluster,
  extract,
  draft,
  publish,
  importArchive,
  gazetteer,
  dump,
  freeze,
  verify,
  withdraw,
  backup,
  restore,
  audit,
  publicationProfile,
  migrateSchema,
  signInLink,
  bench,
];
