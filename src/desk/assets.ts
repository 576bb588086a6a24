import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '#platform/hash.ts';
import { projectRoot } from '#platform/root.ts';

/** The desk's own files, each under a name that holds its hash, so that it may be kept for ever. */
export interface Assets {
  css: string;
  /** The path of an island's script; null where it has not been built. */
  island(name: string): string | null;
  /** The path of the style sheet of the preview's banner. */
  previewCss: string;
  icon: string;
  find(path: string): { type: string; body: string } | null;
}

const types = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
};
/** A sheet, a heavy rule over it, a line marked. */
const iconSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#fdfcf8" d="M4 0h24v32H4z"/><path fill="#1d4373" d="M4 0h24v6H4zM9 12h14v2H9zM9 24h14v2H9z"/><path fill="#8a2506" d="M9 18h9v2H9z"/></svg>`;

const shared = ['layers', 'reset', 'tokens'];
const own = [
  'desk',
  'forms',
  'day',
  'storylines',
  'composer',
  'writing',
  'margin',
  'evidence',
  'dialogs',
  'wires',
  'inbox',
  'media',
  'account',
  'settings/settings',
  'contributors/contributors',
  'pieces',
];

/** Reads the style sheets of the checkout and the islands that `tools/build.ts` made. */
export function loadAssets(): Assets {
  const files = new Map<string, { type: string; body: string }>();
  const keep = (name: string, extension: keyof typeof types, body: string): string => {
    const path = `/desk/assets/${name}-${sha256(body).slice(0, 12)}.${extension}`;
    files.set(path, { type: types[extension], body });
    return path;
  };
  const css = [...shared.map((name) => join(projectRoot, 'src/ui', `${name}.css`)), ...own.map(ownCss)];
  const folder = join(projectRoot, 'dist/islands');
  const islands = new Map(
    (existsSync(folder) ? readdirSync(folder) : [])
      .filter((file) => file.endsWith('.island.js'))
      .map((file) => {
        const name = file.replace('.island.js', '');
        return [name, keep(name, 'js', readFileSync(join(folder, file), 'utf8'))];
      }),
  );
  return {
    css: keep('desk', 'css', css.map((file) => readFileSync(file, 'utf8')).join('\n')),
    previewCss: keep('preview', 'css', readFileSync(ownCss('preview'), 'utf8')),
    icon: keep('icon', 'svg', iconSvg),
    island: (name) => islands.get(name) ?? null,
    find: (path) => files.get(path) ?? null,
  };
}

function ownCss(name: string): string {
  return join(projectRoot, 'src/desk', `${name}.css`);
}
