import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDocumentFrequency } from './document-frequency.ts';
import { HASH_BITS, hashText } from './hash.ts';
import { createHashRows } from './hash-rows.ts';
import { createInvertedIndex } from './inverted-index.ts';
import { placesByHash } from './sort-hashes.ts';
import { containment, sharedHashes, sketchShingles } from './shingles.ts';
import { cosine, dot, sparseVector } from './sparse-vector.ts';

const entries = fc
  .uniqueArray(fc.tuple(fc.nat(200), fc.float({ min: Math.fround(0.01), max: 10, noNaN: true })), {
    selector: ([id]) => id,
    maxLength: 40,
  })
  .map((list) => list.sort((a, b) => a[0] - b[0]));
const vector = (list: readonly (readonly [number, number])[], most?: number) =>
  sparseVector(
    list.map(([id]) => id),
    list.map(([, weight]) => weight),
    most,
  );

test('hashes the same slice of a text alike, within its bits', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, text) => {
      const hash = hashText(before + text, before.length);
      expect(hash).toBe(hashText(text));
      expect(Number.isInteger(hash) && hash >= 0 && hash < 2 ** HASH_BITS).toBe(true);
    }),
  );
});

const hash = fc.nat(2 ** HASH_BITS - 1);

test('hashes get the rows 0, 1, 2 … in the order in which they come, and keep them as more come', () => {
  fc.assert(
    fc.property(fc.uniqueArray(hash, { minLength: 1, maxLength: 3000 }), hash, (hashes, other) => {
      const rows = createHashRows();
      expect(hashes.map((each) => rows.add(each))).toEqual([...hashes.keys()]);
      expect(hashes.map((each) => rows.find(each))).toEqual([...hashes.keys()]);
      expect(rows.find(other)).toBe(hashes.indexOf(other));
      rows.clear();
      expect([rows.size, rows.find(hashes[0] ?? 0)]).toEqual([0, -1]);
    }),
    { numRuns: 30 },
  );
});

test('places are sorted by their hashes, equal ones by place', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(hash, fc.nat(3)), { maxLength: 200 }), (keys) => {
      const sorted = [...keys.keys()].sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
      expect([...placesByHash(keys)]).toEqual(sorted);
    }),
  );
});

describe('a sparse vector', () => {
  test('keeps the heaviest entries, in order of id', () => {
    expect(
      Array.from(
        vector(
          [
            [1, 5],
            [2, 0],
            [3, 1],
            [4, 7],
            [9, 1],
          ],
          3,
        ).ids,
      ),
    ).toEqual([1, 3, 4]);
  });

  test('has a cosine between 0 and 1, the same both ways, and 1 with itself', () => {
    fc.assert(
      fc.property(entries, entries, (a, b) => {
        const [left, right] = [vector(a), vector(b)];
        expect(cosine(left, right)).toBeCloseTo(cosine(right, left), 10);
        expect(cosine(left, right)).toBeGreaterThanOrEqual(0);
        expect(cosine(left, right)).toBeLessThanOrEqual(1.000001);
        expect(cosine(left, left)).toBeCloseTo(a.length === 0 ? 0 : 1, 5);
      }),
    );
  });
});

describe('the inverted index', () => {
  test('finds exactly the documents that comparing all of them would find', () => {
    fc.assert(
      fc.property(fc.array(entries, { maxLength: 20 }), entries, fc.nat(20), (documents, query, oldest) => {
        const index = createInvertedIndex();
        for (const [number, list] of documents.entries()) index.add(number, vector(list));
        index.forgetBelow(Math.min(oldest, documents.length));
        const expected = documents
          .map((list, document) => ({ document, score: dot(vector(list), vector(query)) }))
          .filter(({ document, score }) => document >= oldest && score > 0)
          .sort((a, b) => b.score - a.score || a.document - b.document);
        const found = index.nearest(vector(query), 100);
        expect(index.nearest(vector(query), 3)).toEqual(found.slice(0, 3));
        expect(found.map(({ document }) => document).sort()).toEqual(expected.map(({ document }) => document).sort());
        for (const { document, score } of found) {
          expect(score).toBeCloseTo(expected.find((other) => other.document === document)?.score ?? -1, 3);
        }
      }),
    );
  });
});

test('the inverted index finds the same, however often it forgot on the way', () => {
  fc.assert(
    fc.property(fc.array(entries, { minLength: 1, maxLength: 40 }), fc.nat(6), (documents, kept) => {
      const index = createInvertedIndex();
      for (const [number, list] of documents.entries()) {
        index.forgetBelow(number - kept);
        const expected = documents.slice(Math.max(0, number - kept), number);
        const scores = expected.map((earlier) => dot(vector(list), vector(earlier))).filter((score) => score > 0);
        const found = index.nearest(vector(list), 100).map(({ score }) => score);
        expect(found.length).toBe(scores.length);
        for (const [place, score] of scores.sort((a, b) => b - a).entries()) expect(found[place]).toBeCloseTo(score, 3);
        index.add(number, vector(list));
      }
    }),
  );
});

describe('document frequency', () => {
  test('makes a common term weigh less than a rare one, and an unseen one most', () => {
    const past = createDocumentFrequency(1000, 5);
    for (let i = 0; i < 50; i++) past.add([hashText('common'), hashText(i % 10 === 0 ? 'rare' : `once ${i}`)]);
    expect(past.idf(hashText('common'))).toBeLessThan(past.idf(hashText('rare')));
    expect(past.idf(hashText('rare'))).toBeLessThan(past.idf(hashText('unseen')));
    expect(past.idf(hashText('common'))).toBeGreaterThan(0);
  });

  test('lets the past fade', () => {
    const past = createDocumentFrequency(20, 5);
    for (let i = 0; i < 20; i++) past.add([hashText('old')]);
    const then = past.idf(hashText('old'));
    for (let i = 0; i < 200; i++) past.add([hashText('new')]);
    expect(past.idf(hashText('old'))).toBeGreaterThan(then);
  });
});

test('document frequency stays what it was however long it goes on', () => {
  const past = createDocumentFrequency(10, 5);
  for (let i = 0; i < 2000; i++) past.add([hashText('common'), hashText(`once ${i}`)]);
  // A term of every document: the logarithm of at most (10 + 5 + 1) / (5 + 1), and a tenth.
  expect(past.idf(hashText('common'))).toBeLessThan(1.1);
  expect(past.idf(hashText('common'))).toBeGreaterThan(0.1);
  expect(past.idf(hashText('once 9'))).toBeGreaterThan(2);
});

describe('shingles', () => {
  const hashes = (text: string) => text.split(' ').map((word) => hashText(word));
  const long = Array.from({ length: 600 }, (_, i) => `word${i}`).join(' ');

  test('find a piece in the whole, also when only some are kept', () => {
    const piece = long.split(' ').slice(100, 300).join(' ');
    expect(containment(sketchShingles(hashes(long), 3, 1), sketchShingles(hashes(piece), 3, 1))).toBe(1);
    expect(containment(sketchShingles(hashes(long), 3, 4), sketchShingles(hashes(piece), 3, 4))).toBe(1);
  });

  test('find nothing between texts with the same words in another order', () => {
    const turned = long.split(' ').reverse().join(' ');
    expect(sharedHashes(sketchShingles(hashes(long), 3, 1), sketchShingles(hashes(turned), 3, 1))).toBe(0);
  });

  test('keep about the share that was asked for', () => {
    const kept = sketchShingles(hashes(long), 3, 4).length;
    expect(kept).toBeGreaterThan(100);
    expect(kept).toBeLessThan(200);
  });
});
