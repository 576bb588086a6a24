import type { Lang } from '#platform/language.ts';
import type { PieceKind } from './document.ts';
import { labelSlug } from './filing.ts';
import { summaryPath } from './piece.ts';

/** The folder that pieces of a kind stand in; a standing page stands in none. */
export const kindFolders: Record<Exclude<PieceKind, 'page'>, string> = {
  summary: 'executive-summaries',
  article: 'articles',
  community: 'community',
  background: 'background',
  series: 'series',
  project: 'projects',
  talk: 'talks',
};

/** Whether the address of a piece of this kind holds the day that it is of. */
export function hasDay(kind: PieceKind): boolean {
  return kind === 'summary' || kind === 'article' || kind === 'community';
}

const longestSlug = 80;

/** The last part of a new piece's address, made of its title: words of any script in lower case, joined by hyphens. */
export function pieceSlug(title: string): string {
  return labelSlug(title.replace(/['’]/gu, '')).slice(0, longestSlug).replace(/-+$/u, '');
}

/** Where a new piece stands below its publication (docs/contracts/urls.md); `day` where its kind has one, `slug` where it does not do alone. */
export function piecePath(
  kind: PieceKind,
  { slug, day, lang, first }: { slug: string; day: string | null; lang: Lang; first: Lang },
): string {
  if (kind === 'summary') return summaryPath(day ?? '', lang, first);
  const folder = kind === 'page' ? [] : [kindFolders[kind]];
  const dated = hasDay(kind) && day !== null ? [day.replaceAll('-', '/')] : [];
  const path = [...folder, ...dated, encodeURI(slug)].join('/');
  return lang === first ? path : `${lang}/${path}`;
}
