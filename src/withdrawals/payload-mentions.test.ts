import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { makeWithdrawal } from './begin-withdrawal.ts';
import { payloadMayMention } from './payload-mentions.ts';
import { createRedactor } from './redactor.ts';

const redactor = createRedactor([
  makeWithdrawal({ names: ['Oona Firth', 'عونة فيرث'], by: 'Editor' }, '2026-11-20T09:00:00.000Z'),
]);
const bytes = (text: string) => Buffer.from(text, 'utf8');

test.each([
  ['plain', bytes('By Oona Firth.')],
  ['gzip', gzipSync('By Oona Firth.')],
  ['mark-up inside it', bytes('<p>Oona <b>Firth</b></p>')],
  ['a line break inside it', bytes('<h1>Oona<br>Firth</h1>')],
  ['character references', bytes('<p>&#79;ona&nbsp;Firth &#x639;')],
  ['JSON escapes', bytes('{"by":"\\u0639\\u0648\\u0646\\u0629 \\u0641\\u064a\\u0631\\u062b"}')],
  ['an address', bytes('<a href="/%D8%B9%D9%88%D9%86%D8%A9-%D9%81%D9%8A%D8%B1%D8%AB">')],
  ['UTF-16', Buffer.from('\uFEFFBy Oona Firth.', 'utf16le')],
  ['windows-1256', Uint8Array.of(0xda, 0xe6, 0xe4, 0xc9, 0x20, 0xdd, 0xed, 0xd1, 0xcb)],
])('a payload holds the name as %s', (_, payload) => {
  expect(payloadMayMention(payload, redactor)).toBe(true);
});

test('a payload that cannot be read is not surely free of it', () => {
  expect(payloadMayMention(Uint8Array.of(0x1f, 0x8b, 0, 1, 2, 3), redactor)).toBe(true);
  expect(payloadMayMention(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xfe), redactor)).toBe(true);
});

test('a payload without it, and a picture, are free of it', () => {
  expect(payloadMayMention(bytes('<p>The ferry, “the Heron”, sailed. \uFFFD</p>'), redactor)).toBe(false);
  expect(payloadMayMention(gzipSync('{"id":1}'), redactor)).toBe(false);
  const picture = Buffer.concat([bytes('RIFF'), Uint8Array.of(4, 0, 0, 0), bytes('WEBP'), bytes('\0Oona Firth')]);
  expect(payloadMayMention(picture, redactor)).toBe(false);
});
