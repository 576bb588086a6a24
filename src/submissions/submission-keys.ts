import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '#platform/hash.ts';
import { rawPublicKey } from './seal.ts';

/**
 * The newsroom's keys for submissions, files of the data folder and nowhere else, made when they are first asked for.
 * The site asks for the public key and the key of form tokens; only the desk asks for the private one.
 */
export interface SubmissionKeys {
  sealing(): Promise<SealingKey>;
  /** Null where there is none: nothing was ever sealed here, or the file was lost. */
  opening(): Promise<{ id: string; privateKey: KeyObject } | null>;
  forms(): Promise<Buffer>;
}

export interface SealingKey {
  /** Names the pair: the first 16 hex digits of the public key's SHA-256. */
  id: string;
  publicKey: Buffer;
}

const files = { private: 'submissions.private.pem', public: 'submissions.public', forms: 'forms.key' };

/** `folder` is made when a key is; only its owner may look into it. */
export function openSubmissionKeys(folder: string): SubmissionKeys {
  const held = new Map<string, Promise<Buffer>>();
  /** Once a process: a file that is there is the one that every process uses. */
  const once = (name: string, make: () => Promise<Buffer>): Promise<Buffer> => {
    const before = held.get(name);
    if (before) return before;
    const made = readFile(join(folder, name)).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return keepFirst(folder, name, await make());
    });
    held.set(name, made);
    made.catch(() => held.delete(name));
    return made;
  };
  const makePrivate = async () =>
    Buffer.from(generateKeyPairSync('x25519').privateKey.export({ format: 'pem', type: 'pkcs8' }));
  return {
    async sealing() {
      // The public half is of the private key that stands in the file, whichever process put it there.
      const publicKey = await once(files.public, async () => {
        const pem = await readFile(join(folder, files.private)).catch(async () =>
          keepFirst(folder, files.private, await makePrivate()),
        );
        return rawPublicKey(createPublicKey(createPrivateKey(pem)));
      });
      return { id: keyId(publicKey), publicKey };
    },
    async opening() {
      const pem = await readFile(join(folder, files.private)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      if (pem === null) return null;
      const privateKey = createPrivateKey(pem);
      return { id: keyId(rawPublicKey(createPublicKey(privateKey))), privateKey };
    },
    forms: () => once(files.forms, async () => randomBytes(32)),
  };
}

function keyId(publicKey: Buffer): string {
  return sha256(publicKey).slice(0, 16);
}

/** Keeps a file under a name unless another process was first; answers what stands there. Whole or not at all. */
async function keepFirst(folder: string, name: string, bytes: Buffer): Promise<Buffer> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const target = join(folder, name);
  const partial = `${target}.${randomBytes(6).toString('hex')}.partial`;
  try {
    const file = await open(partial, 'wx', 0o600);
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
    await link(partial, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(partial, { force: true });
  }
  return readFile(target);
}
