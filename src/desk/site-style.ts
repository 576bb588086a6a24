import { sha256 } from '#platform/hash.ts';
import type { Publication } from '#publications/publications.ts';
import { otherCss, siteCss } from '#ui/site-css.ts';

/** The reader's style sheet, for previews: served by the desk itself, so that a desk without the site still shows them. */
export function siteStyle(publications: Publication[]): { path: string; css: string } {
  const css = siteCss(publications.map(({ slug, accent }) => ({ slug, accent }))) + otherCss();
  return { path: `/desk/site/${sha256(css).slice(0, 12)}.css`, css };
}
