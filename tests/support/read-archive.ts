import type {
  ImportContext,
  ImportedPiece,
  Importer,
  ParsedItem,
  PublicationFacts,
} from '../../src/archive/import/importer.ts';
import { settleItem } from '../../src/archive/import/settle-item.ts';

/** What an importer makes of an archive, without a newsroom. */
export interface ReadArchive {
  /** By the item's name. */
  parsed: Map<string, ParsedItem | { kind: 'unread'; unread: string }>;
  pieces: Map<string, ImportedPiece>;
  facts: PublicationFacts[];
  formerAddresses: string[];
  /** What the archive said of how many items it has. */
  count: number | null;
  items: number;
  pictures: (address: string) => Promise<Uint8Array | null>;
}

/** Reads all of an archive as the runner does: names are unique and every item ends as exactly one thing, or this throws. */
export async function readArchive(
  importer: Importer,
  path: string,
  context: Partial<ImportContext> = {},
): Promise<ReadArchive> {
  const publication = { slug: 'quay', timeZone: 'Asia/Damascus', languages: ['en', 'ar'] };
  const archive = await importer.open(path, { publication, address: null, ...context });
  const parsed: ReadArchive['parsed'] = new Map();
  const pieces: ReadArchive['pieces'] = new Map();
  const facts: PublicationFacts[] = [];
  let items = 0;
  for await (const item of archive.items()) {
    items += 1;
    if (parsed.has(item.name)) throw new Error(`two items are called ${item.name}`);
    if ('unread' in item) {
      parsed.set(item.name, { kind: 'unread', unread: item.unread });
      continue;
    }
    const made = settleItem(await archive.parse(item));
    parsed.set(item.name, made);
    if (made.kind === 'piece') pieces.set(item.name, made.piece);
    if (made.kind === 'facts') facts.push(made.facts);
  }
  const { count, formerAddresses } = archive;
  return { parsed, pieces, facts, formerAddresses, count, items, pictures: (address) => archive.picture(address) };
}
