/** What the pages of corrections and of sources are made from. */
import type { Reader } from '#platform/database/database.ts';
import { findLiveRevisions, pieceKinds, readKeys, sentencesOf } from '#pieces/pieces.ts';
import type { Publication } from '#publications/publications.ts';
import { hostOf } from '#ui/safe-href.ts';
import { countPublicCorrections, findPublicCorrections } from './corrections-store.ts';
import { cardsOnPage } from './paths.ts';
import type { ReadLog } from './read-log.ts';
import {
  countHosts,
  type CountedSource,
  countOutlets,
  findOriginsCited,
  findSourceYears,
  type OriginCited,
} from './sources-store.ts';
import type { CorrectionsPageView, PublicCorrectionView, SourcesPageView, SourceView } from './view.ts';

export const sourcesOnPage = 100;

/** Whatever is published in any language changes what the whole publication says. */
function readWhole(publication: Publication, log: ReadLog): void {
  for (const lang of publication.languages)
    for (const kind of pieceKinds) log.add(...readKeys.list({ publication: publication.slug, kind, lang }));
}

/** A page of the publication's corrections; null past the last. */
export async function readCorrections(
  db: Reader,
  publication: Publication,
  page: number,
  log: ReadLog,
): Promise<CorrectionsPageView | null> {
  readWhole(publication, log);
  const pages = Math.max(1, Math.ceil((await countPublicCorrections(db, publication.slug)) / cardsOnPage));
  if (page > pages) return null;
  const range = { limit: cardsOnPage, offset: (page - 1) * cardsOnPage };
  const found = await findPublicCorrections(db, publication.slug, range);
  const ids = [...new Set(found.map(({ pieceId }) => pieceId))];
  log.add(...ids.map((id) => `piece:${id}`));
  const revisions = await findLiveRevisions(db, ids);
  const corrections = found.flatMap((correction): PublicCorrectionView[] => {
    const content = revisions.get(correction.pieceId)?.content;
    if (!content) return [];
    const { id, at, note, sentenceId, lang } = correction;
    const stands = sentencesOf(content.blocks).some((sentence) => sentence.id === sentenceId);
    const path = `/${publication.slug}/${correction.path}`;
    return [
      {
        ...{ id, kind: 'correction', on: at, note, sentenceId, lang },
        piece: { path, title: content.title, lang: correction.pieceLang },
        anchor: `${path}#${stands ? `s-${sentenceId}` : 'corrections'}`,
      },
    ];
  });
  return { corrections, page, pages };
}

/** A page of what the publication rests on, over all years or by the months of one; null past the last. */
export async function readSources(
  db: Reader,
  publication: Publication,
  asked: { year: string | null; page: number },
  log: ReadLog,
): Promise<SourcesPageView | null> {
  readWhole(publication, log);
  log.add('wires');
  const { slug } = publication;
  const { year, page } = asked;
  const years = await findSourceYears(db, slug);
  if (year !== null && !years.includes(year)) return null;
  // What it links to at its own former address is no source of it.
  const own = new Set(publication.formerAddresses.map((address) => hostOf(address).replace(/^www\./u, '')));
  const all = [
    ...gather('outlet', await countOutlets(db, slug, year)),
    ...gatherOrigins(await findOriginsCited(db, slug, year)),
    ...gather(
      'host',
      (await countHosts(db, slug, year)).filter(({ name }) => !own.has(name)),
    ),
  ];
  const pages = Math.max(1, Math.ceil(all.length / sourcesOnPage));
  if (page > pages) return null;
  return { year, years, sources: all.slice((page - 1) * sourcesOnPage, page * sourcesOnPage), page, pages };
}

function gather(kind: SourceView['kind'], counted: CountedSource[]): SourceView[] {
  const byName = Map.groupBy(counted, ({ name }) => name);
  return inOrder(
    [...byName].map(([name, counts]) => ({
      kind,
      name,
      pieces: counts.reduce((sum, each) => sum + each.pieces, 0),
      times: counts.reduce((sum, each) => sum + each.times, 0),
      over: counts.map(({ when, pieces }) => ({ when, pieces })).sort((a, b) => (a.when < b.when ? -1 : 1)),
    })),
  );
}

/** Agencies and monitors alone: an official or a witness is not gathered over years. */
function gatherOrigins(cited: OriginCited[]): SourceView[] {
  const counts = new Map<string, CountedSource & { kind: 'agency' | 'monitor'; seen: Set<string> }>();
  for (const { origin, piece, when, times } of cited) {
    const { kind, name } = JSON.parse(origin) as { kind: string; name: string };
    if (kind !== 'agency' && kind !== 'monitor') continue;
    const key = JSON.stringify([kind, name, when]);
    const count = counts.get(key) ?? { kind, name, when, pieces: 0, times: 0, seen: new Set<string>() };
    counts.set(key, count);
    count.seen.add(piece);
    count.pieces = count.seen.size;
    count.times += times;
  }
  const all = [...counts.values()];
  return inOrder(
    (['agency', 'monitor'] as const).flatMap((kind) =>
      gather(
        kind,
        all.filter((each) => each.kind === kind),
      ),
    ),
  );
}

function inOrder(sources: SourceView[]): SourceView[] {
  return sources.sort((a, b) => b.times - a.times || (a.name < b.name ? -1 : 1));
}
