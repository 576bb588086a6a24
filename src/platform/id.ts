import { randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new random id such as `rev_3f9k2m7qd1c0x8wz`: 80 random bits, Crockford base 32, safe in a URL and a file name. */
export function newId(prefix: string): string {
  return idText(prefix, randomBytes(16));
}

/** An id of a prefix from at least 16 bytes, five bits of each. */
export function idText(prefix: string, bytes: Uint8Array): string {
  const text = Array.from(bytes.subarray(0, 16), (byte) => alphabet[byte & 31]).join('');
  return `${prefix}_${text}`;
}

/** An unguessable token of 256 bits, base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}
