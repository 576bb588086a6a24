// Bundles the program and its worker-thread entries into dist/, packages that are CommonJS or hold a binary left outside;
// browser islands into dist/islands/.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const islandFolders = [
  { from: join(root, 'src/desk/islands'), to: join(root, 'dist/islands') },
  { from: join(root, 'src/site/islands'), to: join(root, 'dist/islands/site') },
];
mkdirSync(join(root, 'dist/islands'), { recursive: true });
// What was compiled of the build before (src/main.ts).
rmSync(join(root, 'dist/compiled'), { recursive: true, force: true });

await build({
  entryPoints: {
    main: join(root, 'src/main.ts'),
    'parse-thread': join(root, 'src/worker/parse-thread.ts'),
    'import-thread': join(root, 'src/worker/import-thread.ts'),
  },
  outdir: join(root, 'dist'),
  bundle: true,
  platform: 'node',
  target: 'node26',
  format: 'esm',
  external: [
    'sharp',
    'esbuild',
    'pg',
    'undici',
    'sanitize-html',
    'yauzl',
    'saxes',
    'unpdf',
    '@mozilla/readability',
    'axe-core',
  ],
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  sourcemap: true,
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  logLevel: 'warning',
});

for (const { from, to } of islandFolders.filter((each) => existsSync(each.from))) {
  await build({
    entryPoints: readdirSync(from)
      .filter((name) => name.endsWith('.island.ts'))
      .map((name) => join(from, name)),
    outdir: to,
    bundle: true,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    format: 'esm',
    logLevel: 'warning',
  });
}
writeFileSync(join(root, 'dist/.built'), '');
