import { randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new random id such as `rev_3f9k2m7qd1c0x8wz`: 80 random bits, Crockford base 32, safe in a URL and a file name. */
export function newId(prefix: string): string {
  const text = Array.from(randomBytes(16), (byte) => alphabet[byte & 31]).join('');
  return `${prefix}_${text}`;
}

/** An unguessable token of 256 bits, base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}
