import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openReceipt, readReceiptCode, receiptCode } from './receipt-code.ts';
import { openSealed, rawPublicKey, SealBroken, sealTo } from './seal.ts';

const desk = generateKeyPairSync('x25519');
const recipient = rawPublicKey(desk.publicKey);

test('whatever is sealed opens to the same text, with the private key and in its place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), fc.string(), (text, place) => {
      expect(openSealed(desk.privateKey, sealTo(recipient, text, place), place)).toBe(text.toWellFormed());
    }),
    { numRuns: 60 },
  );
});

test('one text is never sealed to the same bytes twice, and none of it stands in them', () => {
  const text = 'The key is under the third stone';
  const [first, second] = [sealTo(recipient, text, 'a'), sealTo(recipient, text, 'a')];
  expect(first.equals(second)).toBe(false);
  expect(first.includes('stone')).toBe(false);
});

test('a changed bit anywhere, another place, another key, or a cut: it does not open, and the error says nothing of the text', () => {
  const sealed = sealTo(recipient, 'The well at Sorrel is dry.', 'place');
  const harmed = Array.from({ length: sealed.length }, (_, at) => at)
    .filter((at) => at < 64 || at % 97 === 0 || at > sealed.length - 20)
    .map((at) => {
      const copy = Buffer.from(sealed);
      copy[at] = (copy[at] ?? 0) ^ 1;
      return copy;
    });
  const cut = [sealed.subarray(0, -1), sealed.subarray(0, 0), sealed.subarray(0, 20)];
  // RFC 7748 has the highest bit of a public key ignored; the salt holds it, so it counts here too.
  const highBit = Buffer.from(sealed);
  highBit[32] = (highBit[32] ?? 0) ^ 0x80;
  for (const copy of [...harmed, ...cut, highBit])
    expect(() => openSealed(desk.privateKey, copy, 'place')).toThrow(SealBroken);
  expect(() => openSealed(desk.privateKey, sealed, 'elsewhere')).toThrow(SealBroken);
  expect(() => openSealed(generateKeyPairSync('x25519').privateKey, sealed, 'place')).toThrow(/does not open/u);
});

test('a public key of low order is refused', () => {
  const sealed = sealTo(recipient, 'x', 'place');
  sealed.fill(0, 1, 33);
  expect(() => openSealed(desk.privateKey, sealed, 'place')).toThrow(SealBroken);
  expect(() => sealTo(Buffer.alloc(32), 'x', 'place')).toThrow();
});

test('a size tells a line from an essay, and no more', () => {
  const sizes = [0, 5, 900, 2000].map((length) => sealTo(recipient, 'a'.repeat(length), '').length);
  expect(new Set(sizes).size).toBe(1);
  expect(sealTo(recipient, 'a'.repeat(9000), '').length).toBe(sealTo(recipient, 'a'.repeat(30_000), '').length);
  expect(() => sealTo(recipient, 'a'.repeat(200_000), '')).toThrow('too large');
});

test('a receipt code is read as people write it, gives one place and one key pair, and stands in neither', () => {
  const code = receiptCode(Uint8Array.from({ length: 16 }, (_, at) => at * 7));
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}$/u);
  for (const typed of [
    code.toLowerCase(),
    code.replaceAll('-', ' '),
    `  ${code.replaceAll('-', '')}\n`,
    code.replaceAll('-', '–'),
    code.replaceAll('0', 'o').replaceAll('1', 'l'),
  ])
    expect(readReceiptCode(typed)).toBe(code);
  for (const none of ['', 'nope', `${code}0`, code.slice(1), code.replace(/.$/u, 'U')])
    expect(readReceiptCode(none)).toBeNull();
  const receipt = openReceipt(code);
  expect(receipt.lookup).toBe(openReceipt(code).lookup);
  expect(openSealed(receipt.privateKey, sealTo(receipt.publicKey, 'Thank you.', 'p'), 'p')).toBe('Thank you.');
  expect(receipt.lookup).not.toContain(code.slice(0, 4).toLowerCase());
});
