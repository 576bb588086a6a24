import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type BrokenElement, type JsonElement, splitJson } from './split-json.ts';

async function split(text: string, size: number, lists: string[]): Promise<(JsonElement | BrokenElement)[]> {
  const found: (JsonElement | BrokenElement)[] = [];
  async function* chunks() {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  for await (const element of splitJson(chunks(), new Set(lists))) found.push(element);
  return found;
}

test('takes elements out whole wherever the chunks end', async () => {
  const text = readFileSync(
    new URL('../../../../tests/corpus/imports/ghost/quay-courier.json', import.meta.url),
    'utf8',
  );
  const { db } = JSON.parse(text) as { db: { data: { posts: unknown[]; users: unknown[] } }[] };
  for (const size of [1, 2, 7, 64, text.length]) {
    const found = await split(text, size, ['db.data.posts', 'db.data.users']);
    const rows = found.map((element) => ('raw' in element ? (JSON.parse(element.raw) as unknown) : element));
    expect(rows).toEqual([...(db[0]?.data.posts ?? []), ...(db[0]?.data.users ?? [])]);
  }
});

test('knows lists by where they stand, whatever strings say', async () => {
  const text = JSON.stringify({
    'a"posts': [{ no: 1 }],
    other: { posts: [{ no: 2 }] },
    posts: [{ 'x\\': '"]}{[\\', posts: [{ inner: 1 }] }, 3, { last: 'é' }],
  });
  for (const size of [1, 3, text.length]) {
    expect(await split(text, size, ['posts'])).toMatchObject([
      { list: 'posts', place: 1, raw: '{"x\\\\":"\\"]}{[\\\\","posts":[{"inner":1}]}' },
      { list: 'posts', raw: '{"last":"é"}' },
    ]);
  }
});

test('holds no string that is no key, however long', async () => {
  const found = await split(`{"x":"${'y'.repeat(3_000_000)}","posts":[{"a":1}]}`, 1_000, ['posts']);
  expect(found).toEqual([{ list: 'posts', place: 1, raw: '{"a":1}' }]);
});
