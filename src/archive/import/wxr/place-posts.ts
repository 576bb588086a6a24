import type { ImportContext } from '../importer.ts';
import { pieceLanguage } from '../plain-piece.ts';
import { createTaken, placePiece } from '../plain-piece-path.ts';
import { type PlacedPost, sortOfPost } from './parse-post.ts';
import { publishedAt } from './post-dates.ts';
import type { WordPressPost } from './wordpress-post.ts';

/** What was public at its own address, if only for some. */
const hadAddress = new Set(['publish', 'private']);

/**
 * Gives posts their places, in the order of the export: two that would stand at one are told apart, one that comes twice
 * (parts of an export overlap) is at the same place twice.
 */
export function createPlaces(context: ImportContext, site: { language: string; addresses: string[] }) {
  const take = createTaken();
  return (post: WordPressPost, resaved: boolean): PlacedPost => {
    const bases = site.addresses;
    const lang = pieceLanguage(context, post.lang || site.language);
    const sort = sortOfPost(post, bases);
    const placed = { post, lang, bases, resaved };
    if ('why' in sort) return { ...placed, path: '' };
    const at = publishedAt(post)?.at ?? null;
    const address = hadAddress.has(post.status) ? post.link : null;
    const words = post.slug || post.title || 'post';
    const slug = address === null && post.id !== '' ? `${words.replace(/\.html?$/u, '')}-${post.id}` : words;
    const wanted = placePiece({ context, lang, kind: sort.kind, address, bases, at, slug });
    const key = [post.type, post.id, post.guid, post.id === '' ? post.link : ''].join(' ');
    return { ...placed, path: take(wanted, key) };
  };
}
