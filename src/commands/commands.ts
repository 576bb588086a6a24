import { bench } from './bench/bench.ts';
import { cluster } from './cluster.ts';
import type { Command } from './command.ts';
import { draft } from './draft.ts';
import { dump } from './dump.ts';
import { freeze } from './freeze.ts';
import { ingest } from './ingest.ts';
import { migrateSchema } from './migrate.ts';
import { publicationProfile } from './publication.ts';
import { publish } from './publish.ts';
import { serve } from './serve.ts';
import { signInLink } from './sign-in.ts';
import { verify } from './verify.ts';

/** Every command, in the order that the overview tells them. */
export const commands: Command[] = [
  serve,
  ingest,
  cluster,
  draft,
  publish,
  dump,
  freeze,
  verify,
  publicationProfile,
  migrateSchema,
  signInLink,
  bench,
];
