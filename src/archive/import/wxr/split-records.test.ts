import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type BrokenRecord, splitRecords, type XmlRecord } from './split-records.ts';

async function split(text: string, size: number): Promise<(XmlRecord | BrokenRecord)[]> {
  const found: (XmlRecord | BrokenRecord)[] = [];
  async function* chunks() {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  for await (const record of splitRecords(chunks())) found.push(record);
  return found;
}

test.each(['quay-courier.xml', 'damaged.xml'])('cuts %s the same wherever the chunks end', async (name) => {
  const text = readFileSync(new URL(`../../../../tests/corpus/imports/wxr/${name}`, import.meta.url), 'utf8');
  const whole = await split(text, text.length);
  expect(whole.length).toBeGreaterThan(8);
  for (const size of [1, 2, 7, 64, 1_000]) expect(await split(text, size)).toEqual(whole);
});

test('what looks like an item inside a text or comment is none', async () => {
  const item = '<item><c><![CDATA[<item>a</item>]]></c><!-- </item> --></item>';
  const found = await split(`<rss><channel><!-- <item></item> -->${item}<item/></channel></rss>`, 5);
  expect(found).toEqual([
    { name: 'item', raw: item, line: 1, column: 37 },
    { name: 'item', raw: '<item/>', line: 1, column: 37 + item.length },
  ]);
});

test('a list that ends too early is told even where it ends between items', async () => {
  const found = await split('<rss><channel>\n<item></item>\n', 4);
  expect(found.at(-1)).toEqual({
    name: 'end',
    line: 3,
    column: 1,
    problem: 'the file ends before its list of items does',
  });
});
