// Bundles the program and its worker-thread entries into dist/, packages left outside; browser islands into dist/islands/.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const islandFolder = join(root, 'src/desk/islands');
mkdirSync(join(root, 'dist/islands'), { recursive: true });

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
  packages: 'external',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  sourcemap: true,
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  logLevel: 'warning',
});

if (existsSync(islandFolder)) {
  await build({
    entryPoints: readdirSync(islandFolder)
      .filter((name) => name.endsWith('.island.ts'))
      .map((name) => join(islandFolder, name)),
    outdir: join(root, 'dist/islands'),
    bundle: true,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    format: 'esm',
    logLevel: 'warning',
  });
}
writeFileSync(join(root, 'dist/.built'), '');
