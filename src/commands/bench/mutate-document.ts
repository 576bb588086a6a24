/** One mutated document: which seed it was made of, and its bytes. */
export interface Mutated {
  name: string;
  bytes: Uint8Array;
}

/** A number from 0 to 1. */
type Chance = () => number;

/** No document grows beyond this: what is looked for is in the shape, not the size. */
const largest = 60_000;

/** What stands in documents that are meant to break readers, or by accident. */
const pieces = [
  '<',
  '>',
  '&',
  '"',
  "'",
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<?xml version="1.0" encoding="utf-16"?>',
  '<!DOCTYPE x [<!ENTITY a "&b;&b;"><!ENTITY b "&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>',
  '&a;&c;&#0;&#x110000;&#xd800;',
  '<p>'.repeat(400),
  '[{'.repeat(400),
  '{"uri":{"uri":[]},"associations":{"a":null},"bodies":[[]],"headlines":7}',
  '"__proto__":{"x":1},',
  'null',
  '-1e999',
  '\u0000',
  '\ufeff',
  '\u202e',
  '\r\n\r\n',
  '\nFrom a@b.example Fri Nov 20 08:00:00 2026\n',
  'Content-Type: multipart/mixed; boundary=""\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  '--b1\r\n',
  '=?utf-8?b?////?= =?x?q?=ZZ?=',
  '9999-99-99T99:99:99+99:99',
  '-271821-04-20T00:00:00Z',
  '20261120T',
  'javascript:alert(1)',
  'http://[::1',
  'xml:lang="aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"',
  'xmlns:a="a" a:href="//"',
  '١٢٣٤٥٦٧٨٩٠',
].map((piece) => Buffer.from(piece));

/** One to six changes to one of the seeds: bytes, cuts, repeats, pieces of others, and what breaks readers. */
export function mutateDocument(seeds: readonly Mutated[], chance: Chance): Mutated {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
  const { name, bytes } = pick(seeds);
  let changed = Buffer.from(bytes);
  const place = () => Math.floor(chance() * (changed.length + 1));
  const slice = (of: Buffer) => {
    const from = Math.floor(chance() * of.length);
    return of.subarray(from, from + Math.ceil(chance() ** 2 * 2_000));
  };
  const insert = (at: number, what: Uint8Array) => Buffer.concat([changed.subarray(0, at), what, changed.subarray(at)]);
  const changes: (() => Buffer)[] = [
    () => {
      const copy = Buffer.from(changed);
      for (let count = 1 + Math.floor(chance() * 8); count > 0; count -= 1)
        copy[Math.floor(chance() * copy.length)] = Math.floor(chance() * 256);
      return copy;
    },
    () => changed.subarray(0, place()),
    () => changed.subarray(place()),
    () => {
      const at = place();
      return Buffer.concat([changed.subarray(0, at), changed.subarray(at + Math.ceil(chance() ** 2 * 500))]);
    },
    () => insert(place(), slice(changed)),
    () => insert(place(), pick(pieces)),
    () => insert(place(), pick(pieces)),
    () => insert(place(), slice(Buffer.from(pick(seeds).bytes))),
    () => {
      const [from, to] = [pick(pieces), pick(pieces)];
      return Buffer.from(
        changed.toString('latin1').replaceAll(from.toString('latin1'), to.toString('latin1')),
        'latin1',
      );
    },
  ];
  for (let count = 1 + Math.floor(chance() * 6); count > 0 && changed.length > 0; count -= 1)
    changed = Buffer.from(pick(changes)().subarray(0, largest));
  return { name, bytes: new Uint8Array(changed) };
}
