import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto';
import { rawPublicKey } from './seal.ts';

/** Crockford's base 32: no I, L, O or U, so that a code can be written down and read out. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const letters = 16;
const pkcs8Head = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** What a receipt code gives: where its submission is found, and the key pair that a reply is sealed to. */
export interface Receipt {
  /** Hex; neither the code nor the key can be found from it. */
  lookup: string;
  publicKey: Buffer;
  privateKey: KeyObject;
}

/** A code of 80 bits in four groups, such as `7K2M-Q9XA-40TB-ZC3N`, from 16 random bytes. */
export function receiptCode(random: Uint8Array): string {
  const code = Array.from(random.subarray(0, letters), (byte) => alphabet[byte & 31]).join('');
  return code.replace(/(.{4})(?=.)/gu, '$1-');
}

/** A code as somebody typed it: any case, spaces or hyphens, O for 0, I or L for 1. Null where it can be none. */
export function readReceiptCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\u200e\u200f]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1');
  const known = plain.length === letters && [...plain].every((letter) => alphabet.includes(letter));
  return known ? plain.replace(/(.{4})(?=.)/gu, '$1-') : null;
}

/** Derived with HKDF-SHA-256 under different names. 80 random bits need no slow hash: there is nothing to guess. */
export function openReceipt(code: string): Receipt {
  const derive = (name: string) => Buffer.from(hkdfSync('sha256', code, 'daybook receipt 1', name, 32));
  const privateKey = createPrivateKey({
    key: Buffer.concat([pkcs8Head, derive('reply key')]),
    format: 'der',
    type: 'pkcs8',
  });
  return { lookup: derive('lookup').toString('hex'), publicKey: rawPublicKey(createPublicKey(privateKey)), privateKey };
}
