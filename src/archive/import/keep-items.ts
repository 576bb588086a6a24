import { saveForeignEvidence } from '#evidence/evidence.ts';
import { recordChanges } from '#platform/changes/change-store.ts';
import type { Writer } from '#platform/database/database.ts';
import { stableId } from '#platform/stable-ids.ts';
import {
  appendRevision,
  changesOf,
  findCorrections,
  findPiece,
  findPiecesByPaths,
  findRevision,
  insertCorrection,
  insertImportedPiece,
  insertPublishing,
  insertRedirects,
  oldAddress,
  type Piece,
  sentencesOf,
  setImportedLive,
} from '#pieces/pieces.ts';
import { findPublication, type Publication, savePublication } from '#publications/publications.ts';
import { findRedactor } from '#withdrawals/withdrawals.ts';
import { redactParsedItem } from '../redact-parsed-item.ts';
import { fillPublication } from './fill-publication.ts';
import type { ImportedPiece, ParsedItem } from './importer.ts';
import { type ImportItem, type ItemFacts, type ItemOutcome, saveImportItems } from './import-item-store.ts';

/** An item on its way into the newsroom: what it says, and what its pictures became. */
export interface ParsedEntry {
  name: string;
  sha256: string;
  parsed: ParsedItem;
  pictures: { held: number; missing: string[] };
}

/** How many pieces of a chunk were new, read anew, or the same as before. */
export interface KeptChunk {
  publication: Publication;
  items: ImportItem[];
  made: number;
  updated: number;
  unchanged: number;
}

/** Who saves what an import brings. */
const importer = 'import';

/**
 * Keeps a chunk of an archive in one transaction: pieces live with their original's dates, redirects, what it says of its
 * publication, and what became of each item. The first item that names a path is its piece; another one is folded into it
 * and leaves its address. A piece that somebody has changed at the desk stays as it is.
 */
export async function keepItems(
  tx: Writer,
  request: {
    publication: Publication;
    formerAddresses: string[];
    format: string;
    entries: ParsedEntry[];
    /** What became of the same items before, by name, where they were read from other bytes. */
    before: Map<string, ImportItem>;
    at: string;
  },
): Promise<KeptChunk> {
  const { format, before, at } = request;
  const { slug } = request.publication;
  // As they are now: somebody may have changed the profile, or withdrawn a name, since the import began.
  const standingPublication = (await findPublication(tx, slug)) ?? request.publication;
  let publication = standingPublication;
  const redactor = await findRedactor(tx);
  const entries = request.entries.map((entry) => ({
    ...entry,
    parsed: redactParsedItem(entry.parsed, redactor),
    pictures: { ...entry.pictures, missing: entry.pictures.missing.map((each) => redactor.text(each)) },
  }));
  const counts = { made: 0, updated: 0, unchanged: 0 };
  const changes = new Set<string>();
  const paths = entries.flatMap(({ parsed }) => (parsed.kind === 'piece' ? [parsed.piece.path] : []));
  const standing = await findPiecesByPaths(tx, slug, paths);
  const items: ImportItem[] = [];

  for (const entry of entries) {
    const { parsed } = entry;
    if (parsed.kind === 'piece' || parsed.kind === 'facts') {
      const { redirects = [], ...facts } = parsed.facts ?? {};
      publication = fillPublication(publication, facts);
      // What pieces are filed under follows from it.
      if (facts.profile && publication !== standingPublication) await savePublication(tx, publication, at);
      const kept = parsed.kind === 'piece' ? await keepPiece(entry, parsed.piece) : null;
      const plain = await keepRedirects(redirects.map(({ from, to }) => ({ from, target: { path: to } })));
      const outcome: ItemOutcome = kept?.outcome ?? 'facts';
      items.push(itemOf(entry, outcome, null, { ...kept?.facts, redirects: (kept?.facts.redirects ?? 0) + plain }));
    } else {
      const reason = parsed.kind === 'set-aside' ? parsed.reason : parsed.why;
      items.push(itemOf(entry, parsed.kind, reason, {}));
    }
  }
  await saveImportItems(tx, slug, format, items, { redactor, at });
  if (publication !== standingPublication) await savePublication(tx, publication, at);
  // Links and old addresses that led nowhere may lead here now, on any page of the publication.
  if (items.length > 0) changes.add(`publication:${slug}`);
  await recordChanges(tx, at, [...changes]);
  return { publication, items, ...counts };

  async function keepRedirects(
    redirects: { from: string; target: { pieceId: string } | { path: string } }[],
    own: string | null = null,
  ): Promise<number> {
    const sources = new Map(
      redirects.flatMap(({ from, target }) => {
        const source = oldAddress(from, request.formerAddresses);
        return source === null || source === '' || source === own ? [] : [[source, target] as const];
      }),
    );
    await insertRedirects(
      tx,
      slug,
      [...sources].map(([source, target]) => ({ source, target })),
      at,
    );
    return sources.size;
  }

  async function keepPiece(
    entry: ParsedEntry,
    piece: ImportedPiece,
  ): Promise<{ outcome: ItemOutcome; facts: ItemFacts }> {
    const { path } = piece;
    const earlier = standing.get(path);
    const own = before.get(entry.name);
    const ours = own?.outcome === 'piece' || own?.outcome === 'kept';
    const folded = earlier !== undefined && !(ours && own.facts.path === path);
    const id = earlier?.id ?? (await freeId(piece));
    let outcome: ItemOutcome = folded ? (own || (await isImported(earlier)) ? 'folded' : 'kept') : 'piece';
    if (!earlier) standing.set(path, await makePiece(id, piece));
    else if (!folded) outcome = await renewPiece(earlier, piece);
    const aliases = piece.aliases.map((from) => ({ from, target: { pieceId: id } }));
    const redirects = await keepRedirects(aliases, path);
    const facts: ItemFacts = { path, redirects };
    if (folded) return { outcome, facts };
    const { content } = piece;
    return {
      outcome,
      facts: {
        ...facts,
        kind: content.kind,
        ...(piece.state === 'unpublished' ? { unpublished: true } : {}),
        links: countLinks(piece),
        picturesHeld: entry.pictures.held,
        picturesMissing: entry.pictures.missing,
        withdrawn: piece.withdrawn?.length ?? 0,
        ...(piece.leftOut ? { leftOut: piece.leftOut } : {}),
        ...originalOf(id, piece),
      },
    };
  }

  async function isImported(piece: Piece): Promise<boolean> {
    return (await findRevision(tx, piece.id, piece.headRevision))?.savedBy === importer;
  }

  /** The id that follows from the path, or that a dump gives; another where a publication here has that one already. */
  async function freeId(piece: ImportedPiece): Promise<string> {
    const own = stableId('pc', `${slug}/${piece.path}`);
    if (!piece.kept || piece.kept.id === own) return own;
    return (await findPiece(tx, piece.kept.id)) ? own : piece.kept.id;
  }

  async function makePiece(id: string, piece: ImportedPiece): Promise<Piece> {
    const { content, path, dated, kept } = piece;
    const row = { id, publication: slug, kind: content.kind, lang: content.lang, path, dated, translationOf: null };
    const revision = kept?.revision ?? 1;
    const live = piece.state === 'live';
    const dates = { firstPublishedAt: piece.publishedAt, modifiedAt: piece.modifiedAt };
    await saveForeignEvidence(tx, kept?.evidence ?? [], at);
    await insertImportedPiece(tx, row, content, { by: importer, at }, { revision, live, ...dates });
    for (const correction of kept?.corrections ?? [])
      await insertCorrection(tx, id, { ...correction, revision, by: importer });
    if (live) await insertPublishing(tx, { pieceId: id, revision, kind: 'published', at, by: importer });
    for (const key of changesOf(row)) changes.add(key);
    counts.made += 1;
    const state = live ? 'live' : 'unpublished';
    return { ...row, state, headRevision: revision, liveRevision: live ? revision : null, ...dates };
  }

  /** The corrections that a dump says and that are not here yet; whether there were any. */
  async function addCorrections(earlier: Piece, { kept }: ImportedPiece): Promise<boolean> {
    if (!kept || kept.corrections.length === 0) return false;
    const known = new Set((await findCorrections(tx, earlier.id)).map(({ at: on, note }) => `${on} ${note}`));
    const missing = kept.corrections.filter(({ at: on, note }) => !known.has(`${on} ${note}`));
    const revision = earlier.headRevision;
    for (const correction of missing) await insertCorrection(tx, earlier.id, { ...correction, revision, by: importer });
    return missing.length > 0;
  }

  async function renewPiece(earlier: Piece, piece: ImportedPiece): Promise<ItemOutcome> {
    const head = await findRevision(tx, earlier.id, earlier.headRevision);
    if (head?.savedBy !== importer || earlier.state === 'withdrawn') return 'kept';
    const dates = { firstPublishedAt: piece.publishedAt, modifiedAt: piece.modifiedAt };
    const live = piece.state === 'live';
    const same =
      JSON.stringify(head.content) === JSON.stringify(piece.content) &&
      (earlier.state === 'live') === live &&
      earlier.firstPublishedAt === dates.firstPublishedAt &&
      earlier.modifiedAt === dates.modifiedAt;
    await saveForeignEvidence(tx, piece.kept?.evidence ?? [], at);
    const corrected = await addCorrections(earlier, piece);
    if (same && corrected) for (const key of changesOf(earlier)) changes.add(key);
    if (same) {
      counts.unchanged += 1;
      return 'piece';
    }
    const saved = await appendRevision(tx, earlier.id, earlier.headRevision, piece.content, { by: importer, at });
    if (saved.kind === 'conflict') return 'kept';
    await setImportedLive(tx, earlier.id, { revision: saved.revision, live, ...dates });
    if (live)
      await insertPublishing(tx, { pieceId: earlier.id, revision: saved.revision, kind: 'updated', at, by: importer });
    for (const key of changesOf(earlier)) changes.add(key);
    counts.updated += 1;
    return 'piece';
  }
}

function itemOf(entry: ParsedEntry, outcome: ItemOutcome, reason: string | null, facts: ItemFacts): ImportItem {
  return { name: entry.name, sha256: entry.sha256, outcome, reason, facts };
}

/** The links of a piece's sentences, and its recommended reads. */
export function countLinks({ content }: ImportedPiece): number {
  const linked = sentencesOf(content.blocks).reduce(
    (sum, { basis }) => sum + (basis.kind === 'linked' ? basis.links.length : 0),
    0,
  );
  return linked + content.recommendedReads.length;
}

/** A translation names its original by path, or by id in a dump; it is set when all pieces are there. */
function originalOf(piece: string, { translationOf, kept }: ImportedPiece): Pick<ItemFacts, 'translationOf' | 'was'> {
  const original = kept?.translationOf ?? translationOf;
  return {
    ...(kept && kept.id !== piece ? { was: kept.id } : {}),
    ...(original === undefined || original === null ? {} : { translationOf: { piece, original } }),
  };
}
