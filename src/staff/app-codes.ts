import { randomBytes } from 'node:crypto';
import { instantText } from '#platform/clock.ts';
import type { Writer } from '#platform/database/database.ts';
import { sha256 } from '#platform/hash.ts';
import { recordDeed } from '#platform/audit/audit-store.ts';
import { newToken } from '#platform/id.ts';
import {
  type AppCode,
  confirmAppCode,
  findAppCode,
  insertAppCode,
  setWrong,
  takeRecoveryCode,
  takeStep,
} from './app-code-store.ts';
import { beginSession, type SignInDeps, type Where } from './sign-in.ts';
import { findMember, holdMember } from './staff-store.ts';
import { base32, stepOfCode } from './time-code.ts';

const mostWrong = 5;
const lockedMinutes = 15;
const recoveryCodes = 10;

/** What is shown once, when an app has proved that it has the secret. */
export interface NewKey {
  key: string;
  recovery: string[];
}

/** Makes the secret that an app is to hold, base32. It is no way in before `confirmApp`; what was there before ends here. */
export async function beginApp({ database }: SignInDeps, staffId: string): Promise<string> {
  const secret = randomBytes(20);
  // Nobody knows this key: there is none before the app is confirmed.
  const given = { staffId, secret: secret.toString('base64url'), keySha256: sha256(newToken()) };
  await database.write((tx) => insertAppCode(tx, given));
  return base32(secret);
}

/** Takes the first code of the app: the key and the recovery codes, which are kept as hashes; null when it is wrong. */
export async function confirmApp(
  { database, clock }: SignInDeps,
  staffId: string,
  code: string,
): Promise<NewKey | null> {
  return database.write(async (tx) => {
    const app = await findAppCode(tx, { staffId });
    if (!app || app.confirmed || !(await takeCode(tx, app, code, clock.now()))) return null;
    const key = base32(randomBytes(20));
    const recovery = Array.from({ length: recoveryCodes }, () => base32(randomBytes(15)));
    await confirmAppCode(tx, staffId, { keySha256: sha256(key), codesSha256: recovery.map((each) => sha256(each)) });
    const at = instantText(clock.now());
    await recordDeed(tx, at, { by: staffId, action: 'app added', object: `staff:${staffId}` });
    return { key, recovery };
  });
}

/**
 * Signs in by the key that Daybook made and a code of the app, or a recovery code in its place. Each code works once;
 * after five wrong ones in a row nothing is taken for a quarter of an hour. Only who has the key can cause that.
 */
export async function signInByCode(
  { database, clock }: SignInDeps,
  given: { key: string; code: string },
  where: Where,
): Promise<string | null> {
  const now = clock.now();
  return database.write(async (tx) => {
    const by = { keySha256: sha256(plain(given.key)) };
    const found = await findAppCode(tx, by);
    if (found) await holdMember(tx, found.staffId);
    // Read again when others are done, so that every wrong code counts.
    const app = found && (await findAppCode(tx, by));
    if (!app?.confirmed || (await findMember(tx, app.staffId))?.suspended) return null;
    return (await takeCode(tx, app, given.code, now)) ? beginSession(tx, now, app.staffId, where, 'code') : null;
  });
}

/** Whether somebody has this way in. */
export async function hasApp({ database }: Pick<SignInDeps, 'database'>, staffId: string): Promise<boolean> {
  return (await findAppCode(database.read, { staffId }))?.confirmed ?? false;
}

async function takeCode(tx: Writer, app: AppCode, code: string, now: Temporal.Instant): Promise<boolean> {
  const { staffId, lockedUntil } = app;
  if (lockedUntil !== null && lockedUntil > instantText(now)) return false;
  const step = stepOfCode(Buffer.from(app.secret, 'base64url'), code, now);
  if (step !== null && (await takeStep(tx, staffId, step))) return true;
  if (app.confirmed && (await takeRecoveryCode(tx, staffId, sha256(plain(code))))) {
    await setWrong(tx, staffId, 0, null);
    return true;
  }
  const wrong = app.wrong + 1;
  const locked = wrong >= mostWrong;
  const until = locked ? instantText(now.add({ minutes: lockedMinutes })) : null;
  await setWrong(tx, staffId, locked ? 0 : wrong, until);
  return false;
}

/** As it was shown, without the spaces and small letters of somebody's typing. */
function plain(typed: string): string {
  return typed.replace(/[\s-]/gu, '').toUpperCase();
}
