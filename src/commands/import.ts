import { resolve } from 'node:path';
import { ArchiveUnreadable, describeReport, type ImportFormat, importFormats, runImport } from '#archive/archive.ts';
import { createSandbox } from '#platform/sandbox/sandbox.ts';
import { isPublicationSlug } from '#publications/publications.ts';
import { openNewsroom } from '../newsroom.ts';
import { importThreadUrl } from '../worker/import-thread-url.ts';
import { type Command, exitCodes, requireFlag, textFlag, UsageError } from './command.ts';

const mostMemoryMb = 320;

export const importArchive: Command = {
  name: 'import',
  usage: 'FORMAT PATH --publication P [--url URL] [--dry-run]',
  summary: `brings an archive home (${importFormats.join(', ')}); can be stopped, resumed and repeated`,
  flags: { publication: 'text', url: 'text', 'dry-run': 'switch' },
  positionals: 2,
  async run(input) {
    const [format = '', path = ''] = input.positionals;
    if (!importFormats.includes(format as ImportFormat))
      throw new UsageError(`“${format}” is no format; there are: ${importFormats.join(', ')}`);
    const publication = requireFlag(input, 'publication');
    if (!isPublicationSlug(publication))
      throw new UsageError(`“${publication}” cannot be a publication's address: use small letters, digits and hyphens`);
    const newsroom = await openNewsroom(input.config);
    const sandbox = createSandbox({ entry: importThreadUrl, size: 1, deadlineMs: 30_000, memoryMb: mostMemoryMb });
    try {
      let told = 0;
      const report = await runImport(
        { ...newsroom, sandbox },
        {
          format: format as ImportFormat,
          path: resolve(path),
          publication,
          address: readAddress(textFlag(input, 'url')),
          dryRun: input.flags['dry-run'] === true,
          signal: input.signal,
          progress: ({ seen, seconds }, count) => {
            if (seconds - told < 2) return;
            told = seconds;
            input.note(describeProgress(seen, count, seconds));
          },
        },
      );
      if (input.flags.json) input.print(JSON.stringify(report));
      else for (const line of describeReport(report)) input.print(line);
      for (const { item, reason } of report.setAside) input.note(`set aside: ${printable(item)}: ${printable(reason)}`);
      if (report.interrupted) {
        input.note(
          'Stopped. What was read is kept; run the same command again to go on. Names that the archive hides are taken out of what came before them only then.',
        );
        return exitCodes.interrupted;
      }
      return report.outcomes['set-aside'] > 0 ? exitCodes.setAside : exitCodes.done;
    } catch (error) {
      if (!(error instanceof ArchiveUnreadable)) throw error;
      input.note(printable(error.message));
      return exitCodes.failed;
    } finally {
      await sandbox.close();
      await newsroom.close();
    }
  },
};

function readAddress(text: string | null): string | null {
  if (text === null) return null;
  if (!/^https?:\/\//u.test(text) || !URL.canParse(text))
    throw new UsageError(
      `--url must be the address that the archive stood under, such as https://www.example.org/site`,
    );
  return text.replace(/\/+$/u, '');
}

function describeProgress(seen: number, count: number | null, seconds: number): string {
  const rate = seen / seconds;
  if (count === null || count <= seen) return `${seen} items, ${Math.round(rate)} a second`;
  const left = Math.ceil((count - seen) / rate);
  return `${seen} of ${count} items, ${Math.round(rate)} a second, about ${left} s to go`;
}

/** A name from an archive may hold what a terminal would obey. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '�');
}
