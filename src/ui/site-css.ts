/** The one style sheet of the reader's site: plain files in layer order, each publication's accent, lightly packed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/root.ts';
import { accentPair } from './accent.ts';

const FILES = [
  'layers',
  'reset',
  'tokens',
  'base',
  'masthead',
  'piece',
  'note',
  'correction',
  'calendar',
  'list',
  'letter',
  'form',
  'places',
  'footer',
  'search',
  'utilities',
  'print',
];

let authored: string | null = null;

/** The files are read once a process; the caller names the text by its hash. */
export function siteCss(accents: { slug: string; accent: string }[]): string {
  authored ??= packCss(
    FILES.map((name) => readFileSync(join(projectRoot, 'src/ui', `${name}.css`), 'utf8')).join('\n'),
  );
  return authored + accentCss(accents);
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
