import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Evidence } from '#evidence/evidence.ts';
import {
  BadShape,
  type ObjectReading,
  type Reading,
  readArray,
  readChoice,
  readId,
  readObject,
  readSha256,
  readText,
  readWhole,
} from '#lib/json/read-json.ts';
import { sha256 } from '#platform/hash.ts';
import { readLines } from '#platform/read-lines.ts';
import { type NoteKind, readContent } from '#pieces/pieces.ts';
import { plainPublication, problemWords, profileProblems } from '#publications/publications.ts';
import { dumpSchema, type DumpedPublication } from '../../dump-piece.ts';
import { type ArchiveItem, ArchiveUnreadable, type Importer, type ParsedItem, type UnreadItem } from '../importer.ts';

const longestLine = 32_000_000;
const mostRedirects = 200_000;

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
    if (text === null)
      yield { name: `line ${number}`, unread: `it is longer than ${longestLine / 1_000_000} MB; no piece is` };
    else
      yield {
        name: nameOf(text) ?? `line ${number}`,
        bytes: Buffer.from(text),
        url: null,
        contentType: 'application/json',
      };
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
  return kind === 'publication' ? parsePublication(value as DumpedPublication) : parsePiece(record);
}

function parsePublication({ profile, redirects }: DumpedPublication): ParsedItem {
  const problems = profileProblems({ ...profile }, plainPublication('imported'));
  if (problems.length > 0) return { kind: 'set-aside', reason: `the publication's profile: ${problemWords(problems)}` };
  const read = readArray({ value: redirects, at: 'redirects' }, mostRedirects).map((each) => {
    const { field } = readObject(each);
    return { from: readText(field('from'), 4000), to: readText(field('to'), 1000) };
  });
  return { kind: 'facts', facts: { profile, redirects: read } };
}

/** Everything is read, nothing believed: a dump may have been written by anybody. */
function parsePiece(record: ObjectReading): ParsedItem {
  const { field } = record;
  const textOrNull = (of: Reading, most: number) => (of.value === null ? null : readText(of, most));
  const prefix = `${readText(field('publication'), 100)}/`;
  const path = readText(field('path'), 1100);
  const revision = readWhole(field('revision'), 1_000_000);
  if (revision < 1) throw new BadShape('revision: it is not 1 or more');
  const translationOf = field('translationOf');
  return {
    kind: 'piece',
    piece: {
      path: path.startsWith(prefix) ? path.slice(prefix.length) : path,
      content: readContent(field('document').value, { vouched: 'keep' }),
      dated: textOrNull(field('date'), 10),
      publishedAt: textOrNull(field('publishedAt'), 30),
      modifiedAt: textOrNull(field('modifiedAt'), 30),
      state: field('status').value === 'live' ? 'live' : 'unpublished',
      aliases: readArray(field('aliases'), 5000).map((alias) => readText(alias, 4000)),
      kept: {
        id: readId(field('id')),
        revision,
        translationOf: translationOf.value === null ? null : readId(translationOf),
        corrections: readArray(field('corrections'), 1000).map((each) => {
          const correction = readObject(each);
          const sentence = correction.field('sentence');
          return {
            kind: readNoteKind(correction.value.kind),
            at: readText(correction.field('on'), 30),
            note: readText(correction.field('note'), 5000),
            sentenceId: sentence.value === null ? null : readId(sentence),
            lang: readText(correction.field('lang'), 35),
          };
        }),
        evidence: readArray(field('evidence'), 5000).map(readEvidence),
      },
    },
  };
}

/** Older dumps say corrections alone, and no kind. */
function readNoteKind(value: unknown): NoteKind {
  if (value === undefined || value === 'correction') return 'correction';
  if (value === 'update' || value === 'withdrawal') return value;
  throw new BadShape('corrections: a kind is correction, update or withdrawal');
}

const originKinds = ['agency', 'monitor', 'official', 'witness', 'outlet'] as const;

function readEvidence(reading: Reading): Omit<Evidence, 'reportId'> {
  const { field } = readObject(reading);
  const text = (name: string, most = 1000) => readText(field(name), most);
  const origin = field('origin');
  const url = field('url');
  return {
    id: readId(field('id')),
    externalId: text('externalId', 4000),
    version: readWhole(field('version'), 1_000_000),
    outlet: text('outlet'),
    origin: origin.value === null ? null : readOrigin(origin),
    url: url.value === null ? null : readText(url, 4000),
    title: text('title', 5000),
    lang: text('lang', 35),
    reportedAt: text('reportedAt', 30),
    retrievedAt: text('retrievedAt', 30),
    captureSha256: readSha256(field('captureSha256')),
  };
}

/** As it stands, its fields in their order: a dump of it must be the same again. */
function readOrigin(reading: Reading): Evidence['origin'] {
  const { value, field } = readObject(reading);
  readChoice(field('kind'), originKinds);
  readText(field('name'), 1000);
  for (const name of Object.keys(value)) {
    const given = field(name);
    if (name === 'evidence') readText(given, 1000);
    else if (name === 'start' || name === 'end') readWhole(given, 10_000_000);
    else if (name !== 'kind' && name !== 'name') throw new BadShape(`${given.at}: an origin has no such field`);
  }
  return value as unknown as Evidence['origin'];
}

/** What a line is called: its piece, so that a line that comes between moves nothing. Null where it does not begin as ours do. */
function nameOf(text: string): string | null {
  const begin = /^\{"schema":\d+,"kind":"([a-z]{1,20})","publication":"[^"]{1,100}"(?:,"id":"([\w:.-]{1,80})")?/u.exec(
    text,
  );
  if (!begin) return null;
  const [, kind = '', id] = begin;
  return id === undefined ? kind : `${kind} ${id}`;
}

/** A picture of the copy, by the address that a piece gives it. */
async function readPicture(folder: string, address: string): Promise<Uint8Array | null> {
  const name = /^media\/([0-9a-f]{64})$/u.exec(address)?.[1];
  if (!name) return null;
  const bytes = await readFile(join(folder, `media/${name}.webp`)).catch(() => null);
  return bytes && sha256(bytes) === name ? bytes : null;
}
