import { hasDigest } from '../warc/check-digest.ts';
import { createHash } from 'node:crypto';
import type { UnreadItem } from '../importer.ts';
import { bytesFrom } from '../zip-folder-bytes.ts';
import type { FileHold, HeldFile } from '../zip-folder-file.ts';

/** A resource as a package states it (WACZ 1.1.1, after the Frictionless Data Package). */
interface StatedResource {
  path: string;
  /** `sha256:` and hex. */
  hash: string | null;
  bytes: number | null;
}

const mostPackageBytes = 32_000_000;
const mostResources = 100_000;

/** Compares what a WACZ holds with its `datapackage.json`: everything that is missing or other than stated, by name. */
export async function checkFixity(files: FileHold): Promise<UnreadItem[]> {
  const name = 'datapackage.json';
  const file = await files.find(name);
  if (!file)
    return [
      { name, unread: 'it is missing, so that nothing in the archive could be checked; fetch the archive again' },
    ];
  const bytes = await files.read(file, mostPackageBytes);
  if (typeof bytes === 'string') return [{ name, unread: bytes }];
  const stated = readResources(bytes);
  if (stated === null)
    return [
      {
        name,
        unread: 'it is no data package, so that nothing in the archive could be checked; fetch the archive again',
      },
    ];
  const wrong: UnreadItem[] = [];
  const digest = await readDigest(files);
  if (digest !== null && hasDigest(bytes, digest) === false) {
    wrong.push({
      name,
      unread: 'it is not what datapackage-digest.json says; somebody changed one of them. Fetch the archive again',
    });
  }
  for (const resource of stated) {
    const why = await whyWrong(files, resource);
    if (why !== null && !wrong.some((other) => other.name === resource.path))
      wrong.push({ name: resource.path, unread: why });
  }
  return wrong;
}

async function whyWrong(files: FileHold, { path, hash, bytes }: StatedResource): Promise<string | null> {
  const file = await files.find(path);
  if (!file) return 'the package lists it and does not hold it; fetch the archive again';
  if (bytes !== null && bytes !== file.size)
    return `it has ${file.size} bytes where the package states ${bytes}; fetch the archive again`;
  const [, stated] = /^sha256:([\da-f]{64})$/iu.exec(hash ?? '') ?? [];
  if (stated === undefined) return null;
  const found = await sha256Of(files, file);
  if (found === stated.toLowerCase()) return null;
  return 'its bytes are not those that the package states (the digest is another): nothing of it is read. Fetch the archive again; to read it all the same, unpack it and say `import warc`';
}

/** A text that is no digest when the bytes cannot be read to their end. */
async function sha256Of(files: FileHold, file: HeldFile): Promise<string> {
  const hash = createHash('sha256');
  try {
    const source = await files.source(file);
    for await (const chunk of bytesFrom(source, 0)) hash.update(chunk);
    await source.close();
    return hash.digest('hex');
  } catch (error) {
    return (error as Error).message;
  }
}

function readResources(bytes: Uint8Array): StatedResource[] | null {
  const json = readJson(Buffer.from(bytes).toString());
  const resources: unknown = isRecord(json) ? json.resources : null;
  if (!Array.isArray(resources)) return null;
  return resources.slice(0, mostResources).flatMap((resource: unknown) => {
    if (!isRecord(resource) || typeof resource.path !== 'string') return [];
    const { path, hash, bytes: size } = resource;
    return [{ path, hash: typeof hash === 'string' ? hash : null, bytes: typeof size === 'number' ? size : null }];
  });
}

async function readDigest(files: FileHold): Promise<string | null> {
  const file = await files.find('datapackage-digest.json');
  const bytes = file ? await files.read(file, mostPackageBytes) : '';
  const json = typeof bytes === 'string' ? null : readJson(Buffer.from(bytes).toString());
  return isRecord(json) && json.path === 'datapackage.json' && typeof json.hash === 'string' ? json.hash : null;
}

const mostTitles = 200_000;
const longestTitle = 300;

/** The titles of `pages/*.jsonl` by address: what readers saw of a page that has no title of its own. */
export async function readTitles(files: FileHold, lists: HeldFile[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  for (const file of lists) {
    const bytes = await files.read(file, mostPackageBytes);
    if (typeof bytes === 'string') continue;
    for (const line of Buffer.from(bytes).toString().split('\n')) {
      const page = readJson(line);
      if (!isRecord(page) || typeof page.url !== 'string' || typeof page.title !== 'string') continue;
      if (titles.size < mostTitles && URL.canParse(page.url))
        titles.set(new URL(page.url).href, page.title.slice(0, longestTitle));
    }
  }
  return titles;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
