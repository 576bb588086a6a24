import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '#platform/root.ts';

/** The entry of the thread that reads archives: this folder's own in a checkout, the bundle's when running from dist/. */
export const importThreadUrl: URL = import.meta.url.endsWith('.ts')
  ? new URL('./import-thread.ts', import.meta.url)
  : pathToFileURL(join(projectRoot, 'dist/import-thread.js'));
