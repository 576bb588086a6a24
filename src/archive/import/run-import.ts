import type { Blobs } from '#platform/blobs/blobs.ts';
import { type Clock, instantText } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { recordEvent } from '#platform/events/event-store.ts';
import type { Sandbox } from '#platform/sandbox/sandbox.ts';
import { findPiece, findPieceByPath, setTranslationOf } from '#pieces/pieces.ts';
import { findPublication, type Publication, savePublication } from '#publications/publications.ts';
import { continueWithdrawals } from '../withdraw-name.ts';
import { fillPublication, importedPublication } from './fill-publication.ts';
import { holdPictures, holdShown, picturesOf } from './hold-pictures.ts';
import { recordHiddenNames } from './hidden-names.ts';
import { findImportItems, type ImportItem } from './import-item-store.ts';
import { type ImportReader, openImportReader, type ReadItem } from './import-reader.ts';
import { countItem, type ImportReport, startReport } from './import-report.ts';
import type { ImportedPiece, ImportFormat } from './importer.ts';
import { countLinks, keepItems, type ParsedEntry } from './keep-items.ts';
import { settleItem } from './settle-item.ts';

interface Deps {
  database: Database;
  blobs: Blobs;
  clock: Clock;
  /** With one thread, whose tasks are the import's own. */
  sandbox: Sandbox;
  /** The names of every blob there is: for the withdrawal of names that the archive hides. */
  listBlobs(): AsyncIterable<string>;
}

export interface ImportRequest {
  format: ImportFormat;
  path: string;
  publication: string;
  address: string | null;
  dryRun: boolean;
  signal: AbortSignal;
  progress(report: ImportReport, count: number | null): void;
}

/**
 * Brings an archive home, chunk by chunk: each is read and parsed in a thread while the one before is written, in one
 * transaction with the record of what became of its items. Killed at any moment, the next run passes over what was done;
 * a second run changes nothing. Throws ArchiveUnreadable.
 */
export async function runImport(deps: Deps, request: ImportRequest): Promise<ImportReport> {
  const { database, clock } = deps;
  const started = clock.now();
  const existing = await findPublication(database.read, request.publication);
  let publication = existing ?? importedPublication(request.publication);
  const context = { publication, address: request.address };
  const reader = await openImportReader(deps.sandbox, { format: request.format, path: request.path, context });
  const formerAddresses = reader.formerAddresses;
  if (!request.dryRun) {
    const filled = fillPublication(publication, { formerAddresses });
    if (!existing || filled !== publication)
      await database.write((tx) => savePublication(tx, filled, instantText(started)));
    publication = filled;
  }
  const report = startReport(request.format, request.publication, request.dryRun);
  const translations: NonNullable<ImportItem['facts']['translationOf']>[] = [];
  /** Paths of pieces that could not keep the id of their dump. */
  const renamed = new Map<string, string>();
  const seenPaths = new Set<string>();
  const stored = new Map<string, string>();
  let known = new Map<string, ImportItem>();

  const wanted = async (items: { name: string; sha256: string }[]): Promise<Set<string>> => {
    known = await findImportItems(
      database.read,
      request.publication,
      request.format,
      items.map(({ name }) => name),
    );
    return new Set(items.flatMap(({ name, sha256 }) => (known.get(name)?.sha256 === sha256 ? [] : [name])));
  };

  let chunk = await reader.next(wanted);
  while (chunk) {
    const before = known;
    const items = distinct(await chunk.items);
    // The next chunk is read, and its parsing begun, before this one is written.
    chunk = request.signal.aborted ? null : await reader.next(wanted);
    const counted = request.dryRun
      ? { publication, ...(await rehearse(items, reader, seenPaths)) }
      : await keepChunk({ ...deps, stored }, reader, { ...request, publication, formerAddresses, items, before });
    publication = counted.publication;
    report.pieces.made += counted.made;
    report.pieces.updated += counted.updated;
    report.pieces.unchanged += counted.unchanged;
    const fresh = new Map(counted.items.map((item) => [item.name, item]));
    for (const { name } of items) {
      const item = fresh.get(name) ?? before.get(name);
      if (!item) throw new Error(`nothing was counted for ${name}`);
      countItem(report, item, !fresh.has(name));
      if (item.facts.translationOf && item.outcome !== 'kept') translations.push(item.facts.translationOf);
      if (item.facts.was && item.facts.path) renamed.set(item.facts.was, item.facts.path);
    }
    report.seconds = secondsSince(started, clock);
    request.progress(report, reader.count);
  }
  report.interrupted = request.signal.aborted;
  if (!request.dryRun && !report.interrupted) {
    await linkTranslations(database, request.publication, translations, renamed);
    // What came in before a page said which name is withdrawn.
    await continueWithdrawals(deps);
  }
  if (!request.dryRun) {
    const { format, seen, outcomes } = report;
    const data = { publication: request.publication, format, seen, outcomes, interrupted: report.interrupted };
    await database.write((tx) => recordEvent(tx, instantText(clock.now()), { kind: 'archive imported', data }));
  }
  report.seconds = secondsSince(started, clock);
  return report;
}

async function keepChunk(
  deps: Deps & { stored: Map<string, string> },
  reader: ImportReader,
  request: Omit<ImportRequest, 'publication'> & {
    publication: Publication;
    formerAddresses: string[];
    items: ReadItem[];
    before: Map<string, ImportItem>;
  },
) {
  const entries: ParsedEntry[] = [];
  const { publication, formerAddresses, format, before } = request;
  for (const { name, sha256, parsed: given } of request.items) {
    if (!given || before.get(name)?.sha256 === sha256) continue;
    const parsed = settleItem(given);
    const pictures =
      parsed.kind === 'piece'
        ? await holdPictures(deps, parsed.piece.content, reader.picture)
        : parsed.kind === 'facts' && parsed.facts.profile
          ? await holdShown(deps, parsed.facts.profile, reader.picture)
          : { held: 0, missing: [] };
    // Settled again where pictures were named in it: in the schema's order, a dump of it comes home as the same.
    const settled = pictures.held > 0 && parsed.kind === 'piece' ? settleItem(parsed) : parsed;
    const missing = pictures.missing.map(describeMissing);
    entries.push({ name, sha256, parsed: settled, pictures: { ...pictures, missing } });
  }
  const at = instantText(deps.clock.now());
  const hidden = entries.flatMap(({ parsed }) => (parsed.kind === 'piece' ? (parsed.piece.withdrawn ?? []) : []));
  await recordHiddenNames(deps.database, hidden, at);
  return deps.database.write((tx) => keepItems(tx, { publication, formerAddresses, format, entries, before, at }));
}

function describeMissing({ address, reason }: { address: string; reason: string }): string {
  return reason.startsWith('the archive points to it') ? address : `${address} (${reason})`;
}

/** What a chunk would become, without writing: pieces are told from folded ones by the paths seen in this run. */
async function rehearse(items: ReadItem[], reader: ImportReader, seenPaths: Set<string>) {
  const counted: ImportItem[] = [];
  let made = 0;
  for (const { name, sha256, parsed: given } of items) {
    if (!given) continue;
    const parsed = settleItem(given);
    if (parsed.kind === 'set-aside' || parsed.kind === 'passed-over') {
      const reason = parsed.kind === 'set-aside' ? parsed.reason : parsed.why;
      counted.push({ name, sha256, outcome: parsed.kind, reason, facts: {} });
    } else if (parsed.kind === 'facts') counted.push({ name, sha256, outcome: 'facts', reason: null, facts: {} });
    else {
      const { piece } = parsed;
      const folded = seenPaths.has(piece.path);
      seenPaths.add(piece.path);
      if (!folded) made += 1;
      const facts = {
        path: piece.path,
        redirects: piece.aliases.length,
        ...(folded ? {} : await foresee(piece, reader)),
      };
      counted.push({ name, sha256, outcome: folded ? 'folded' : 'piece', reason: null, facts });
    }
  }
  return { items: counted, made, updated: 0, unchanged: 0 };
}

async function foresee(piece: ImportedPiece, reader: ImportReader): Promise<ImportItem['facts']> {
  const pictures = picturesOf(piece.content).flatMap(({ src, media }) => (media === undefined && src ? [src] : []));
  const missing: string[] = [];
  for (const address of pictures) if (!(await reader.picture(address))) missing.push(address);
  return {
    kind: piece.content.kind,
    links: countLinks(piece),
    picturesHeld: pictures.length - missing.length,
    picturesMissing: missing,
    withdrawn: piece.withdrawn?.length ?? 0,
    ...(piece.leftOut ? { leftOut: piece.leftOut } : {}),
    ...(piece.state === 'unpublished' ? { unpublished: true } : {}),
  };
}

/** Two things of one name in a chunk are told apart. */
function distinct(items: ReadItem[]): ReadItem[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const times = (seen.get(item.name) ?? 0) + 1;
    seen.set(item.name, times);
    return times === 1 ? item : { ...item, name: `${item.name} (${times})` };
  });
}

/** Now that every piece is there: translations name their originals, of the same publication. */
async function linkTranslations(
  { read, write }: Database,
  publication: string,
  translations: { piece: string; original: string }[],
  renamed: Map<string, string>,
): Promise<void> {
  for (const { piece, original } of translations) {
    const named = renamed.has(original) ? null : await findPiece(read, original);
    const found =
      named?.publication === publication
        ? named
        : await findPieceByPath(read, publication, renamed.get(original) ?? original);
    const own = await findPiece(read, piece);
    if (found && own && found.id !== piece && own.translationOf !== found.id)
      await write((tx) => setTranslationOf(tx, piece, found.id));
  }
}

function secondsSince(started: Temporal.Instant, clock: Clock): number {
  return clock.now().since(started).total('seconds');
}
