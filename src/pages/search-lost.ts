import { plainQuery } from '#lib/search/read-query.ts';

/**
 * The words of an address that nothing stands at, to be looked for: those of its last part, as slugs are written. Empty
 * where it has none, and for files that are no pages: machines ask for a great many of these.
 */
export function wordsOfAddress(pathname: string): string {
  const last = pathname.split('/').at(-1) ?? '';
  let text: string;
  try {
    text = decodeURIComponent(last);
  } catch {
    return '';
  }
  const name = text.replace(/\.html?$/iu, '');
  if (name.includes('.')) return '';
  const words = name.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => /\p{L}{2}/u.test(word));
  return plainQuery(words.join(' '));
}
