import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readObject, readText } from '#lib/json/read-json.ts';
import { sha256 } from '#platform/hash.ts';
import { readLines } from '#platform/read-lines.ts';
import { readContent } from '#pieces/pieces.ts';
import { plainPublication, profileProblems } from '#publications/publications.ts';
import { dumpSchema, type DumpedPiece, type DumpedPublication } from '../../dump-piece.ts';
import { type ArchiveItem, ArchiveUnreadable, type Importer, type ParsedItem, type UnreadItem } from '../importer.ts';

const longestLine = 32_000_000;

/**
 * Our own archive: a dump (docs/contracts/dump.md), or the static copy of a publication, which holds its dump and its
 * pictures. Every id, number and date stays, so that a dump of what comes in is the dump that it came from.
 */
export const daybook: Importer = {
  version: 1,
  async open(path) {
    const { file, folder } = await findDump(path);
    return {
      count: null,
      formerAddresses: [],
      items: () => readDump(file),
      parse: parseLine,
      picture: async (address) => (folder === null ? null : readPicture(folder, address)),
      close: async () => {},
    };
  },
};

/** The dump that a path means, and the folder of pictures beside it. */
async function findDump(path: string): Promise<{ file: string; folder: string | null }> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new ArchiveUnreadable(`“${path}” is not there`);
  if (!found.isDirectory()) return { file: path, folder: null };
  for (const name of (await readdir(path)).sort()) {
    const file = join(path, name, 'dump.jsonl');
    if (await stat(file).catch(() => null)) return { file, folder: path };
  }
  throw new ArchiveUnreadable(
    `“${path}” holds no static copy of a publication with its dump; name the copy's folder, or a file that \`daybook dump\` made`,
  );
}

async function* readDump(file: string): AsyncGenerator<ArchiveItem | UnreadItem> {
  for await (const { number, text } of readLines(file, longestLine)) {
    const name = `line ${number}`;
    if (text === null) yield { name, unread: `it is longer than ${longestLine / 1_000_000} MB; no piece is` };
    else yield { name, bytes: Buffer.from(text), url: null, contentType: 'application/json' };
  }
}

function parseLine(item: ArchiveItem): ParsedItem {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(item.bytes).toString('utf8'));
  } catch (error) {
    return { kind: 'set-aside', reason: `it is not JSON (${(error as Error).message}); make the dump again` };
  }
  const record = readObject({ value, at: item.name });
  const { schema } = record.value;
  if (schema !== dumpSchema) {
    const advice =
      typeof schema === 'number' && schema > dumpSchema ? 'update Daybook' : 'make the dump with this Daybook';
    return { kind: 'set-aside', reason: `its schema is ${String(schema)}, not ${dumpSchema}; ${advice}` };
  }
  const kind = readText(record.field('kind'), 40);
  return kind === 'publication' ? parsePublication(value as DumpedPublication) : parsePiece(value as DumpedPiece);
}

function parsePublication({ profile, redirects }: DumpedPublication): ParsedItem {
  const problems = profileProblems({ ...profile }, plainPublication('imported'));
  if (problems.length > 0) return { kind: 'set-aside', reason: `the publication's profile: ${problems.join('; ')}` };
  return { kind: 'facts', facts: { profile, redirects } };
}

function parsePiece(record: DumpedPiece): ParsedItem {
  const content = readContent(record.document, { vouched: 'keep' });
  const prefix = `${record.publication}/`;
  return {
    kind: 'piece',
    piece: {
      path: record.path.startsWith(prefix) ? record.path.slice(prefix.length) : record.path,
      content,
      dated: record.date,
      publishedAt: record.publishedAt,
      modifiedAt: record.modifiedAt,
      state: record.status === 'live' ? 'live' : 'unpublished',
      aliases: record.aliases,
      kept: {
        id: record.id,
        revision: record.revision,
        translationOf: record.translationOf,
        corrections: record.corrections.map(({ on, note, sentence, lang }) => ({
          at: on,
          note,
          sentenceId: sentence,
          lang,
        })),
        evidence: record.evidence,
      },
    },
  };
}

/** A picture of the copy, by the address that a piece gives it. */
async function readPicture(folder: string, address: string): Promise<Uint8Array | null> {
  const name = /^media\/([0-9a-f]{64})$/u.exec(address)?.[1];
  if (!name) return null;
  const bytes = await readFile(join(folder, `media/${name}.webp`)).catch(() => null);
  return bytes && sha256(bytes) === name ? bytes : null;
}
