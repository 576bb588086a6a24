import type { PieceView, PublicationView, SiteView } from './view.ts';

type Write<T> = (site: SiteView, publication: Pick<PublicationView, 'name' | 'timeZone'>, piece: PieceView) => T;

/** What is written of a piece, kept for as long as the view of it is: one text serves every feed. */
export function writtenOnce<T>(write: Write<T>): Write<T> {
  const kept = new WeakMap<PieceView, Map<string, T>>();
  return (site, publication, piece) => {
    const before = kept.get(piece) ?? new Map<string, T>();
    kept.set(piece, before);
    const key = [site.origin, publication.timeZone, publication.name].join('\n');
    const known = before.get(key) ?? write(site, publication, piece);
    before.set(key, known);
    return known;
  };
}
