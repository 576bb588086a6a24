import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Secrets that are given to the newsroom (passwords of mailboxes): files in `secrets/` of the data folder, for its owner
 * alone. They are in no database, dump or backup.
 */
export async function saveSecret(data: string, name: string, secret: string): Promise<void> {
  const folder = join(data, 'secrets');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const partial = join(folder, `.${randomBytes(6).toString('hex')}.partial`);
  try {
    const file = await open(partial, 'wx', 0o600);
    await file.writeFile(secret, 'utf8');
    await file.sync();
    await file.close();
    await rename(partial, join(folder, checked(name)));
  } finally {
    await rm(partial, { force: true });
  }
}

/** Null where none was given. */
export async function readSecret(data: string, name: string): Promise<string | null> {
  return readFile(join(data, 'secrets', checked(name)), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

function checked(name: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,80}$/u.test(name)) throw new Error(`“${name.slice(0, 80)}” can name no secret`);
  return name;
}
