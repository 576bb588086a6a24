import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/root.ts';
import { type Command, exitCodes, textFlag, UsageError } from '../command.ts';
import { benchCluster } from './bench-cluster.ts';
import { benchBilingual } from './labelled/bench-bilingual.ts';
import { benchStorylines } from './labelled/bench-storylines.ts';
import { benchOrigins } from './labelled/bench-origins.ts';
import { type Part, parts } from './labelled/labelled-sets.ts';
import { benchExtract } from './bench-extract.ts';
import { benchFeeds } from './bench-feeds.ts';
import { benchGate } from './bench-gate.ts';
import { benchHostile } from './bench-hostile.ts';
import { benchImport } from './bench-import.ts';
import { benchInterleavings } from './bench-interleavings.ts';
import { benchLighthouse } from './bench-lighthouse.ts';
import { benchLinks } from './bench-links.ts';
import type { BenchRow } from './bench-row.ts';
import { benchMutated } from './bench-mutated.ts';
import { benchNearDuplicates } from './bench-near-duplicates.ts';
import { benchPictures } from './bench-pictures.ts';
import { benchPublish } from './bench-publish.ts';
import { benchSearch } from './bench-search.ts';
import { benchServe } from './bench-serve.ts';
import { benchWeight } from './bench-weight.ts';

/** The measurement data lies beside the checkout; it is never part of it. */
const shared = join(projectRoot, '../shared/data');

const benches: Record<
  string,
  {
    needs: string | null;
    run(flatness: boolean, note: (line: string) => void, part: Part): Promise<BenchRow[]> | BenchRow[];
  }
> = {
  bilingual: { needs: null, run: (_, note, part) => benchBilingual(part, note) },
  cluster: {
    needs: 'clustering',
    run: (flatness) =>
      benchCluster({
        streamFile: join(shared, 'clustering/stream-2012-2018.jsonl.gz'),
        eventsFile: join(shared, 'clustering/events-2012-2018.jsonl'),
        ecbFile: join(shared, 'clustering/ecbplus.jsonl.gz'),
        flatness,
      }),
  },
  extract: { needs: 'extraction/aeb', run: () => benchExtract(join(shared, 'extraction/aeb')) },
  feeds: { needs: 'feeds', run: () => benchFeeds(join(shared, 'feeds')) },
  gate: {
    needs: 'clustering',
    run: (_, note) => benchGate(join(shared, 'clustering/stream-2012-2018.jsonl.gz'), note),
  },
  hostile: { needs: 'hostile', run: (_, note) => benchHostile(join(shared, 'hostile'), note) },
  import: { needs: 'newsdeeply-syria', run: (_, note) => benchImport(join(shared, 'newsdeeply-syria'), note) },
  interleavings: { needs: null, run: (_, note) => benchInterleavings(note) },
  lighthouse: { needs: null, run: (_, note) => benchLighthouse(note) },
  links: { needs: 'newsdeeply-syria', run: (_, note) => benchLinks(join(shared, 'newsdeeply-syria'), note) },
  mutated: { needs: null, run: (_, note) => benchMutated(note) },
  'near-duplicates': {
    needs: 'clustering',
    run: (_, note) =>
      benchNearDuplicates(
        {
          streamFile: join(shared, 'clustering/stream-2012-2018.jsonl.gz'),
          eventsFile: join(shared, 'clustering/events-2012-2018.jsonl'),
        },
        note,
      ),
  },
  origins: { needs: null, run: (_, note, part) => benchOrigins(part, note) },
  pictures: { needs: null, run: () => benchPictures() },
  publish: { needs: null, run: (_, note) => benchPublish(note) },
  search: {
    needs: null,
    run: (_, note) =>
      benchSearch(
        { databaseUrl: process.env.DATABASE_URL ?? null, arabicFile: join(shared, 'arabic/ant-3000.jsonl.gz') },
        note,
      ),
  },
  serve: { needs: null, run: () => benchServe() },
  storylines: { needs: null, run: (_, __, part) => benchStorylines(part) },
  weight: { needs: null, run: () => benchWeight() },
};

export const bench: Command = {
  name: 'bench',
  usage: 'NAME [--flatness] [--part earlier|later|all]',
  summary: `measures: ${Object.keys(benches).join(', ')} (some need ../shared/data)`,
  flags: { flatness: 'switch', part: 'text' },
  positionals: 1,
  async run(input) {
    const [name = ''] = input.positionals;
    const chosen = benches[name];
    if (!chosen) throw new UsageError(`there is no bench “${name}”; there are: ${Object.keys(benches).join(', ')}`);
    if (chosen.needs !== null && !existsSync(join(shared, chosen.needs))) {
      input.note(
        `bench ${name} needs the measurement data in ${join('../shared/data', chosen.needs)}, which is not here.`,
      );
      return exitCodes.failed;
    }
    const part = parts.find((each) => each === (textFlag(input, 'part') ?? 'later'));
    if (!part) throw new UsageError(`--part is one of ${parts.join(', ')}`);
    const rows = await chosen.run(input.flags.flatness === true, input.note, part);
    if (input.flags.json) input.print(JSON.stringify({ bench: name, rows }));
    else for (const line of table(rows)) input.print(line);
    return exitCodes.done;
  },
};

function table(rows: BenchRow[]): string[] {
  const shown = (value: number): string =>
    Math.abs(value) >= 1000 ? Math.round(value).toLocaleString('en') : String(Math.round(value * 1000) / 1000);
  return [
    '| measure | value | bar |',
    '|---|---|---|',
    ...rows.map(({ name, value, unit, bar }) => `| ${name} | ${shown(value)} ${unit} | ${bar ?? ''} |`),
  ];
}
