import type { Reader } from '#platform/database/database.ts';
import { sha256 } from '#platform/hash.ts';
import { findPublications } from '#publications/publications.ts';
import { otherCss, siteCss } from '#ui/site-css.ts';

/** A style sheet, named by its bytes so that it may be kept for ever. */
export interface Stylesheet {
  path: string;
  css: string;
}

/** What every page has, then what every page but a summary has too. */
export async function readStylesheets(db: Reader): Promise<[Stylesheet, Stylesheet]> {
  const accents = (await findPublications(db)).map(({ slug, accent }) => ({ slug, accent }));
  return [named(siteCss(accents)), named(otherCss())];
}

function named(css: string): Stylesheet {
  return { path: `/assets/site-${sha256(css).slice(0, 12)}.css`, css };
}
