import type { Reader } from '#platform/database/database.ts';
import { sha256 } from '#platform/hash.ts';
import { findPublications } from '#publications/publications.ts';
import { siteCss } from '#ui/site-css.ts';

/** The one style sheet, named by its bytes so that it may be kept for ever. */
export interface Stylesheet {
  path: string;
  css: string;
}

export async function readStylesheet(db: Reader): Promise<Stylesheet> {
  const css = siteCss((await findPublications(db)).map(({ slug, accent }) => ({ slug, accent })));
  return { path: `/assets/site-${sha256(css).slice(0, 12)}.css`, css };
}
