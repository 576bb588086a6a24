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

/** Reads the CSS files once a call; the caller keeps the text and names it by its hash. */
export function siteCss(accents: { slug: string; accent: string }[]): string {
  const authored = FILES.map((name) => readFileSync(join(projectRoot, 'src/ui', `${name}.css`), 'utf8')).join('\n');
  return packCss(authored + accentCss(accents));
}

function accentCss(accents: { slug: string; accent: string }[]): string {
  const rules = accents
    .filter(({ slug }) => /^[a-z0-9-]+$/.test(slug))
    .map(({ slug, accent }) => {
      const { light, dark } = accentPair(accent);
      return `[data-accent="${slug}"]{--accent-light:${light};--accent-dark:${dark}}`;
    });
  return rules.length > 0 ? `\n@layer tokens{${rules.join('')}}` : '';
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
