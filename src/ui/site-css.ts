/** The two style sheets of the reader's site: plain files in layer order, each publication's accent, lightly packed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/root.ts';
import { accentPair } from './accent.ts';

/** What a summary needs, and every page has. */
const CORE = [
  'layers',
  'reset',
  'tokens',
  'base',
  'masthead',
  'piece',
  'note',
  'correction',
  'calendar',
  'footer',
  'search',
  'utilities',
  'print',
];

/** What only other pages need: lists, forms, search, talks, letters. */
const OTHER = ['list', 'letter', 'form', 'places', 'search-page'];

const packed = new Map<string[], string>();

/** The caller names the text by its hash. */
export function siteCss(accents: { slug: string; accent: string }[]): string {
  return readOnce(CORE) + accentCss(accents);
}

/** It stands after the first, whose order of layers holds for both. */
export function otherCss(): string {
  return readOnce(OTHER);
}

/** The files are read once a process. */
function readOnce(names: string[]): string {
  const known = packed.get(names);
  if (known !== undefined) return known;
  const css = packCss(names.map((name) => readFileSync(join(projectRoot, 'src/ui', `${name}.css`), 'utf8')).join('\n'));
  packed.set(names, css);
  return css;
}

function accentCss(accents: { slug: string; accent: string }[]): string {
  const rules = accents
    .filter(({ slug }) => /^[a-z0-9-]+$/.test(slug))
    .map(({ slug, accent }) => {
      const { light, dark } = accentPair(accent);
      return `[data-accent="${slug}"]{--accent-light:${light};--accent-dark:${dark}}`;
    });
  return rules.length > 0 ? `@layer tokens{${rules.join('')}}` : '';
}

/** Takes out comments and white space that no rule needs. The files keep no `{`, `;` or `/*` in strings. */
function packCss(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim();
}
