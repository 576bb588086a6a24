import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ArchiveUnreadable } from './importer.ts';
import { bytesFrom } from './zip-folder-bytes.ts';
import { type TestEntry, testZip } from '../../../tests/support/test-zip.ts';
import { openFiles } from './zip-folder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function listed(path: string): Promise<Record<string, string>> {
  const files = await openFiles(path);
  const found: Record<string, string> = {};
  for await (const file of files.files()) found[file.name] = 'unread' in file ? file.unread : `${file.size} bytes`;
  await files.close();
  return found;
}

function zipOf(entries: TestEntry[]): string {
  const path = join(folder, 'archive.zip');
  writeFileSync(path, testZip(entries));
  return path;
}

describe('a folder or a zip of it', () => {
  const contents = { 'a.html': 'first', 'b/c.html': 'second', 'b.html': 'third' };

  it('lists the same names in the same order and gives the same bytes', async () => {
    const inside = join(folder, 'site');
    mkdirSync(join(inside, 'b'), { recursive: true });
    for (const [name, text] of Object.entries(contents)) writeFileSync(join(inside, name), text);
    const zip = zipOf(
      Object.entries(contents)
        .map(([name, bytes]) => ({ name, bytes }))
        .reverse(),
    );
    for (const path of [inside, zip]) {
      expect(Object.keys(await listed(path))).toEqual(['a.html', 'b.html', 'b/c.html']);
      const files = await openFiles(path);
      const file = await files.find('b/c.html');
      const bytes = file && (await files.read(file, 100));
      expect(Buffer.from(bytes as Uint8Array).toString()).toBe('second');
      expect(file && (await files.read(file, 3))).toContain('it has 6 bytes, more than the 3 bytes');
      expect(await files.find('../archive.zip')).toBeNull();
      await files.close();
    }
  });

  it('gives a packed entry and one that is not packed piece by piece, backwards too', async () => {
    const bytes = Buffer.from('the harbour of Gorvan '.repeat(20_000));
    const files = await openFiles(
      zipOf([
        { name: 'packed', bytes },
        { name: 'stored', bytes, stored: true },
      ]),
    );
    for (const name of ['packed', 'stored']) {
      const file = await files.find(name);
      if (!file) throw new Error(name);
      const source = await files.source(file);
      expect(Buffer.from(await source.read(300_000, 7)).toString()).toBe(bytes.toString('latin1', 300_000, 300_007));
      const parts: Uint8Array[] = [];
      for await (const part of bytesFrom(source, 4)) parts.push(part);
      expect(Buffer.concat(parts).equals(bytes.subarray(4))).toBe(true);
      await source.close();
    }
    await files.close();
  });

  it('says what to do about a path that leads nowhere and a file that is no zip', async () => {
    await expect(openFiles(join(folder, 'nothing'))).rejects.toThrow(ArchiveUnreadable);
    const path = join(folder, 'text.zip');
    writeFileSync(path, 'no zip at all');
    await expect(openFiles(path)).rejects.toThrow('Fetch it again, or unpack it and name the folder');
    writeFileSync(path, testZip([{ name: 'a', bytes: 'x'.repeat(1_000) }]).subarray(0, 60));
    await expect(openFiles(path)).rejects.toThrow(ArchiveUnreadable);
  });
});

describe('a zip', () => {
  it('names what climbs out, links, is encrypted or packed in an unknown way, and reads the rest', async () => {
    const names = [
      '../up.html',
      'a/../../up.html',
      '/root.html',
      'C:\\x.html',
      'c:/x.html',
      'a\\..\\b.html',
      'back\\slash.html',
    ];
    const found = await listed(
      zipOf([
        ...names.map((name) => ({ name, bytes: 'x' })),
        { name: 'link', bytes: '/etc/passwd', link: true },
        { name: 'secret.html', bytes: 'x', encrypted: true },
        { name: 'odd.html', bytes: 'x', method: 14 },
        { name: 'good.html', bytes: 'x' },
        { name: 'good.html', bytes: 'y' },
      ]),
    );
    for (const name of names.slice(0, 6)) expect(found[name]).toContain('leads out of the archive');
    expect(found['back\\slash.html']).toContain('backslash');
    expect(found.link).toContain('it is a link');
    expect(found['secret.html']).toContain('encrypted');
    expect(found['odd.html']).toContain('method 14');
    expect(found['good.html']).toBe('1 bytes');
    expect(found['good.html (entry 12)']).toContain('another entry of this name');
    expect(readdirSync(folder)).toEqual(['archive.zip']);
  });

  it('names bombs: by stated size, by ratio, by shared bytes, and one that lies of its size', async () => {
    const path = zipOf([
      { name: 'huge.html', bytes: 'x', statedSize: 300_000_000 },
      { name: 'ratio.html', bytes: 'x', statedSize: 2_000_000 },
      { name: 'liar.html', bytes: Buffer.alloc(5_000_000, 'a'), statedSize: 10 },
      { name: 'real.html', bytes: 'the harbour of Gorvan '.repeat(1_000) },
      { name: 'again.html', bytes: 'the harbour of Gorvan '.repeat(1_000), sharesDataOf: 3 },
    ]);
    const found = await listed(path);
    expect(found['huge.html']).toContain('would unpack to 300.0 MB');
    expect(found['ratio.html']).toContain('as zip bombs do');
    expect(found['again.html'] ?? found['real.html']).toContain('shares its bytes with another entry');
    const files = await openFiles(path);
    const liar = await files.find('liar.html');
    expect(liar && (await files.read(liar, 1_000))).toContain('it is damaged');
    await files.close();
  });

  it('of more than 100,000 entries is read up to there', async () => {
    const found = await listed(zipOf(Array.from({ length: 100_001 }, (_, n) => ({ name: `${n}.html`, stored: true }))));
    expect(Object.keys(found)).toHaveLength(100_001);
    expect(found['what follows entry 100000']).toContain('more than 100000 entries');
  });

  it('that has more entries than it states names what is not read', async () => {
    const path = join(folder, 'archive.zip');
    writeFileSync(
      path,
      testZip(
        [
          { name: 'a.html', bytes: 'a' },
          { name: 'b.html', bytes: 'b' },
        ],
        1,
      ),
    );
    const found = await listed(path);
    expect(found['a.html']).toBe('1 bytes');
    expect(found['what follows entry 1']).toContain('states fewer entries than it has');
  });

  it('notices a wrong check sum', async () => {
    const files = await openFiles(zipOf([{ name: 'a.html', bytes: 'abc', wrongSum: true }]));
    const file = await files.find('a.html');
    expect(file && (await files.read(file, 100))).toContain('its check sum is another');
    await files.close();
  });
});

describe('a folder', () => {
  it('follows links to files inside, names those that leave, and opens no socket', async () => {
    const site = join(folder, 'site');
    mkdirSync(join(site, 'sub'), { recursive: true });
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    writeFileSync(join(site, 'sub', 'page.html'), 'page');
    symlinkSync('../secret.txt', join(site, 'out.html'));
    symlinkSync('sub/page.html', join(site, 'in.html'));
    symlinkSync('sub', join(site, 'folder'));
    symlinkSync('nowhere', join(site, 'dead.html'));
    const server = createServer();
    await new Promise<void>((done) => server.listen(join(site, 'pipe.html'), done));
    const found = await listed(site);
    expect(found['out.html']).toContain('leaves the folder');
    expect(found['in.html']).toBe('4 bytes');
    expect(found.folder).toContain('read under its own name');
    expect(found['dead.html']).toContain('link to nothing');
    expect(found['pipe.html']).toContain('no ordinary file');
    const files = await openFiles(site);
    server.close();
    expect(await files.find('out.html')).toBeNull();
    expect(await files.find('../secret.txt')).toBeNull();
    await files.close();
  });

  it('reads files whose names are no UTF-8', async () => {
    const site = join(folder, 'site');
    mkdirSync(site);
    writeFileSync(Buffer.concat([Buffer.from(`${site}/caf`), Buffer.of(0xe9), Buffer.from('.html')]), 'odd');
    const files = await openFiles(site);
    for await (const file of files.files()) {
      expect(file.name).toBe('caf\\xE9.html');
      expect('unread' in file ? file.unread : Buffer.from((await files.read(file, 10)) as Uint8Array).toString()).toBe(
        'odd',
      );
    }
    await files.close();
  });
});
