import { expect, test } from 'vitest';
import { createSandbox } from '#platform/sandbox/sandbox.ts';
import { openImportReader } from './import-reader.ts';

const entry = new URL('./import-test-thread.ts', import.meta.url);

/** Every item of the archive that misbehaves in this way, with what it says or why it does not. */
async function readAll(how: string, refused: string[] = []) {
  const sandbox = createSandbox({ entry, size: 1, deadlineMs: 1000, memoryMb: 48 });
  try {
    const context = { publication: { slug: 'gorvan', timeZone: 'UTC', languages: ['en'] }, address: null };
    const request = { format: 'html' as const, path: how, context };
    const reader = await openImportReader(sandbox, request, { readMs: 1500, parseMs: 1500 });
    const read: [string, string | null][] = [];
    const wanted = async (items: { name: string }[]) =>
      new Set(items.flatMap(({ name }) => (refused.includes(name) ? [] : [name])));
    for (let chunk = await reader.next(wanted); chunk; chunk = await reader.next(wanted))
      for (const { name, parsed } of await chunk.items) {
        const said = parsed?.kind === 'passed-over' ? parsed.why : parsed?.kind === 'set-aside' ? parsed.reason : null;
        read.push([name, said]);
      }
    return read;
  } finally {
    await sandbox.close();
  }
}

test('a reader gives every item once, in order', async () => {
  expect(await readAll('well')).toEqual(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [name, `read ${name}`]));
});

test('an item that is not wanted is not parsed', async () => {
  expect((await readAll('well', ['b', 'f'])).filter(([, said]) => said === null)).toEqual([
    ['b', null],
    ['f', null],
  ]);
});

test.each([
  ['parsing never ends at b', 'b', /did not end within/],
  ['parsing eats memory at c', 'c', /more memory than an import may use/],
])('where %s, that item is named and the others are had', async (how, guilty, reason) => {
  const read = await readAll(how);
  expect(read.map(([name]) => name)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  for (const [name, said] of read)
    if (name === guilty) expect(said).toMatch(reason);
    else expect(said).toBe(`read ${name}`);
});

test('where reading never ends, all that stands before is had, and the rest is named', async () => {
  const read = await readAll('reading never ends at e');
  expect(read.slice(0, 4).map(([, said]) => said)).toEqual(['read a', 'read b', 'read c', 'read d']);
  expect(read.slice(4)).toEqual([
    ['what follows d', expect.stringMatching(/cannot be read further.*did not end within/)],
  ]);
});

test('where an archive breaks off, all that stands before is had, and the rest is named', async () => {
  const read = await readAll('breaks at d');
  expect(read.map(([name]) => name)).toEqual(['a', 'b', 'c', 'what follows c']);
  expect(read[3]?.[1]).toMatch(/its end is missing.*mend the archive/);
});

test('what is no archive is refused with its own advice', async () => {
  await expect(readAll('unreadable')).rejects.toThrow('it is no archive; name another');
});
