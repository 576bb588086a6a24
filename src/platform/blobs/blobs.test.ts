import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '#platform/hash.ts';
import { BlobDamaged, openBlobs } from './blobs.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-blobs-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const files = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const bytes = new TextEncoder().encode('a captured copy');
const fileOf = (name: string) => join(folder, 'deep/blobs', name.slice(0, 2), name);

describe('blobs', () => {
  test('come back by the hash of their bytes', async () => {
    const blobs = openBlobs(join(folder, 'deep/blobs'));
    const name = await blobs.put(bytes);
    expect(name).toBe(sha256(bytes));
    expect(Buffer.from((await blobs.get(name)) ?? [])).toEqual(Buffer.from(bytes));
    const empty = await blobs.put(new Uint8Array());
    expect((await blobs.get(empty))?.length).toBe(0);
    expect(await blobs.get(sha256('never put'))).toBeNull();
  });

  test('of the same bytes are kept once, also when put twenty times at the same moment, and leave nothing half-written', async () => {
    const blobs = openBlobs(join(folder, 'deep/blobs'));
    const names = await Promise.all(Array.from({ length: 20 }, () => blobs.put(bytes)));
    expect(new Set(names).size).toBe(1);
    const before = statSync(fileOf(names[0] ?? '')).mtimeMs;
    await blobs.put(bytes);
    expect(statSync(fileOf(names[0] ?? '')).mtimeMs).toBe(before);
    expect(files()).toHaveLength(1);
    expect(statSync(fileOf(names[0] ?? '')).mode & 0o077).toBe(0);
  });

  test('that are damaged are named, and never answered', async () => {
    const blobs = openBlobs(join(folder, 'deep/blobs'));
    const name = await blobs.put(bytes);
    writeFileSync(fileOf(name), 'a forged copy');
    await expect(blobs.get(name)).rejects.toThrow(BlobDamaged);
    await expect(blobs.get(name)).rejects.toThrow(name);
  });

  test('are gone when they are withdrawn, and may be withdrawn again', async () => {
    const blobs = openBlobs(join(folder, 'deep/blobs'));
    const name = await blobs.put(bytes);
    await blobs.remove(name);
    await blobs.remove(name);
    expect(await blobs.get(name)).toBeNull();
    expect(files()).toEqual([]);
  });

  test.each(['', '../../etc/passwd', 'ABCD', `${'a'.repeat(63)}/`, `${'a'.repeat(64)}\n`, '0'.repeat(65)])(
    'are not looked for by a name such as %j',
    async (name) => {
      await expect(openBlobs(folder).get(name)).rejects.toThrow(TypeError);
      await expect(openBlobs(folder).remove(name)).rejects.toThrow(TypeError);
    },
  );
});
