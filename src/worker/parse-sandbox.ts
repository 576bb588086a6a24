import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '#platform/root.ts';
import { createSandbox, type Sandbox } from '#platform/sandbox/sandbox.ts';

/** The entry of the parsing threads: this folder's own in a checkout, the bundle's when running from dist/. */
export const parseThreadUrl: URL = import.meta.url.endsWith('.ts')
  ? new URL('./parse-thread.ts', import.meta.url)
  : pathToFileURL(join(projectRoot, 'dist/parse-thread.js'));

/** The sandbox that foreign feeds and pages are parsed in: 10 s and 256 MB a thread unless a job says otherwise. */
export function createParseSandbox(options: { size?: number; deadlineMs?: number; memoryMb?: number } = {}): Sandbox {
  const { size = 2, deadlineMs = 10_000, memoryMb = 256 } = options;
  return createSandbox({ entry: parseThreadUrl, size, deadlineMs, memoryMb });
}
