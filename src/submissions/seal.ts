import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { pad, unpad } from './pad.ts';

/**
 * Public-key sealing out of node:crypto alone, in the form of RFC 9180's base mode (not in its bytes): an ephemeral X25519
 * key (RFC 7748) agrees on a secret with the recipient's; HKDF-SHA-256 (RFC 5869), salted with both public keys, makes a
 * key and a nonce of it for AES-256-GCM (NIST SP 800-38D). Each key seals one message, so no nonce comes twice. Whoever
 * seals can not open. The associated data binds a message to its place: moved elsewhere, it does not open.
 *
 * Bytes: 0x01, the ephemeral public key (32), the ciphertext, the tag (16).
 */
const version = 1;
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const spkiHead = Buffer.from('302a300506032b656e032100', 'hex');

/** It was sealed to another key, bound to another place, or altered. Says nothing of its text. */
export class SealBroken extends Error {
  override name = 'SealBroken';
}

/** Seals a text to a raw X25519 public key (32 bytes). The length is padded to one of a few sizes (`pad.ts`). */
export function sealTo(recipient: Uint8Array, text: string, boundTo: string): Buffer {
  const ephemeral = generateKeyPairSync('x25519');
  const sender = rawPublicKey(ephemeral.publicKey);
  const shared = diffieHellman({ privateKey: ephemeral.privateKey, publicKey: publicKeyOf(recipient) });
  const { key, nonce } = deriveKey(shared, sender, recipient);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(boundTo, 'utf8'));
  const sealed = Buffer.concat([cipher.update(pad(Buffer.from(text, 'utf8'))), cipher.final()]);
  return Buffer.concat([Uint8Array.of(version), sender, sealed, cipher.getAuthTag()]);
}

/** Opens what was sealed to a private key's other half. Throws SealBroken. */
export function openSealed(privateKey: KeyObject, sealed: Uint8Array, boundTo: string): string {
  try {
    const bytes = Buffer.from(sealed);
    if (bytes[0] !== version || bytes.length < 1 + keyBytes + tagBytes) throw new Error('not of this form');
    const sender = bytes.subarray(1, 1 + keyBytes);
    // OpenSSL refuses a shared secret of all zeros (RFC 7748, section 6.1).
    const shared = diffieHellman({ privateKey, publicKey: publicKeyOf(sender) });
    const { key, nonce } = deriveKey(shared, sender, rawPublicKey(createPublicKey(privateKey)));
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(boundTo, 'utf8'));
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    const padded = Buffer.concat([decipher.update(bytes.subarray(1 + keyBytes, -tagBytes)), decipher.final()]);
    return unpad(padded).toString('utf8');
  } catch (error) {
    throw new SealBroken('This does not open: it was altered, moved, or sealed to another key.', { cause: error });
  }
}

/** The 32 bytes of an X25519 public key. */
export function rawPublicKey(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(-keyBytes);
}

function publicKeyOf(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([spkiHead, raw]), format: 'der', type: 'spki' });
}

function deriveKey(shared: Buffer, sender: Uint8Array, recipient: Uint8Array): { key: Buffer; nonce: Buffer } {
  const salt = Buffer.concat([sender, recipient]);
  const bytes = Buffer.from(hkdfSync('sha256', shared, salt, 'daybook sealed message 1', keyBytes + nonceBytes));
  return { key: bytes.subarray(0, keyBytes), nonce: bytes.subarray(keyBytes) };
}
