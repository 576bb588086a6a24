import { createHash } from 'node:crypto';

const algorithms: Record<string, string> = { sha1: 'sha1', sha256: 'sha256', sha512: 'sha512', md5: 'md5' };

/**
 * Whether bytes have the digest that a record or a package states (`sha1:` and base 32 or hex, RFC 4648).
 * Null when it states none, or one of a kind that is not known here.
 */
export function hasDigest(bytes: Uint8Array, stated: string | null): boolean | null {
  const [, name = '', value = ''] = /^([a-z\d-]+):([a-z\d+/=_-]+)$/iu.exec(stated?.trim() ?? '') ?? [];
  const algorithm = algorithms[name.toLowerCase().replace('-', '')];
  if (algorithm === undefined) return null;
  const digest = createHash(algorithm).update(bytes).digest();
  const given = value.replace(/=+$/u, '');
  return given.toLowerCase() === digest.toString('hex') || given.toUpperCase() === base32(digest);
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function base32(bytes: Uint8Array): string {
  let [text, bits, held] = ['', 0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += alphabet[(held >>> (bits - 5)) & 31] ?? '';
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + (alphabet[(held << (5 - bits)) & 31] ?? '') : text;
}
