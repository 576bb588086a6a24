import { gunzipSync } from 'node:zlib';
import { decodeEntities } from '#lib/html/entities.ts';
import { decodeText } from '#lib/text/decode-text.ts';
import type { Redactor } from './redactor.ts';

const largestUnpacked = 256_000_000;

/**
 * Whether stored bytes of any kind hold a name, or cannot be read surely enough to say that they do not: gzip is unpacked,
 * characters are decoded, mark-up, character references and JSON's escapes are taken away. Pictures (WebP, our only form)
 * hold no text.
 */
export function payloadMayMention(bytes: Uint8Array, redactor: Redactor): boolean {
  if (redactor.empty || isWebp(bytes)) return false;
  let unpacked = bytes;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      unpacked = gunzipSync(bytes, { maxOutputLength: largestUnpacked });
    } catch {
      return true;
    }
  }
  const { text, encoding } = decodeText(unpacked, null);
  // windows-1252 is what is left when nothing else fits: Arabic of an older encoding looks the same.
  const others = encoding === 'windows-1252' ? ['windows-1256', 'iso-8859-6'] : [];
  const texts = [text, ...others.map((other) => new TextDecoder(other).decode(unpacked))];
  return text.includes('\0') || texts.some((each) => viewsOf(each).some((view) => redactor.mentions(view)));
}

/** A text as it is, and as a reader of HTML or JSON would have it. */
function viewsOf(text: string): string[] {
  const views = [text];
  const bare = text.replace(/<[^<>]*>/gu, '');
  if (bare !== text || text.includes('&'))
    views.push(decodeEntities(bare), decodeEntities(text.replace(/<[^<>]*>/gu, ' ')));
  if (text.includes('\\')) views.push(unescaped(text));
  return views;
}

function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\[nrt]/gu, ' ')
    .replace(/\\(["\\/])/gu, '$1');
}

function isWebp(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  return head.startsWith('RIFF') && head.endsWith('WEBP');
}
