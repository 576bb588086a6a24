import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { instantText } from '#platform/clock.ts';
import type { Writer } from '#platform/database/database.ts';
import { recordDeed } from '#platform/audit/audit-store.ts';
import { newToken } from '#platform/id.ts';
import {
  findPasskey,
  findPasskeys,
  insertChallenge,
  insertPasskey,
  type Passkey,
  setPasskeyUsed,
  takeChallenge,
} from './passkey-store.ts';
import { beginSession, type SignInDeps, type Where } from './sign-in.ts';
import { findMember } from './staff-store.ts';

/** Who asks for passkeys: the site that they are of. Null where an address can have none, being a number. */
export interface PasskeySite {
  rpId: string;
  /** Where the browser may stand. */
  origins: string[];
  name: string;
}

interface Deps extends SignInDeps {
  site: PasskeySite;
}

const challengeMinutes = 5;
/** Challenges that wait for their answer at once: whoever asks for more pushes the oldest out. */
const mostChallenges = 10_000;
const signingIn = 'sign-in';
/** COSE: EdDSA, ES256, RS256. */
const algorithms = [-8, -7, -257];

/** The site of an origin. A passkey is of a name, never of a number: on the own machine, that of `localhost`. */
export function passkeySite(origin: string, name: string): PasskeySite | null {
  const url = new URL(origin);
  if (url.hostname === '127.0.0.1' || url.hostname === '[::1]') url.hostname = 'localhost';
  if (/^[\d.]+$|^\[/u.test(url.hostname)) return null;
  if (url.protocol !== 'https:' && url.hostname !== 'localhost') return null;
  return { rpId: url.hostname, origins: [url.origin], name };
}

/** What the browser is asked to sign in with: any passkey of the site, its holder proved to the device. */
export async function askForPasskey({ site, ...deps }: Deps) {
  const challenge = await giveChallenge(deps, signingIn);
  return generateAuthenticationOptions({
    rpID: site.rpId,
    challenge: bytesOf(challenge),
    userVerification: 'required',
  });
}

/** Signs in by a passkey: the session's token, or null. A challenge is used up whether it fits or not. */
export async function signInByPasskey(
  { site, ...deps }: Deps,
  response: AuthenticationResponseJSON,
  where: Where,
): Promise<string | null> {
  const { database, clock } = deps;
  const passkey = await findPasskey(database.read, response.id);
  const member = passkey && (await findMember(database.read, passkey.staffId));
  const taken = (challenge: string) => useChallenge(deps, challenge, signingIn);
  if (!passkey || !member || member.suspended) return null;
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: taken,
    expectedOrigin: site.origins,
    expectedRPID: site.rpId,
    requireUserVerification: true,
    credential: {
      id: passkey.id,
      publicKey: bytesOf(passkey.publicKey),
      counter: passkey.counter,
    },
  }).catch(() => null);
  if (!verified?.verified) return null;
  const now = clock.now();
  return database.write(async (tx) => {
    // Removed or suspended while the signature was looked at: then it lets nobody in.
    if (!(await findPasskey(tx, passkey.id)) || (await findMember(tx, passkey.staffId))?.suspended) return null;
    await setPasskeyUsed(tx, passkey.id, verified.authenticationInfo.newCounter, instantText(now).slice(0, 10));
    return beginSession(tx, now, passkey.staffId, where, 'passkey');
  });
}

/** What the browser is asked to make a passkey with, for somebody or for whoever holds an invitation (`owner`). */
export async function askForNewPasskey({ site, ...deps }: Deps, owner: { id: string; name: string }) {
  const challenge = await giveChallenge(deps, owner.id);
  const held = await findPasskeys(deps.database.read, owner.id);
  return generateRegistrationOptions({
    rpName: site.name,
    rpID: site.rpId,
    userID: new TextEncoder().encode(owner.id),
    userName: owner.name,
    userDisplayName: owner.name,
    challenge: bytesOf(challenge),
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: held.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** Looks at a new passkey; null when it is not what was asked for. */
export async function readNewPasskey(
  { site, ...deps }: Deps,
  owner: string,
  response: RegistrationResponseJSON,
): Promise<Pick<Passkey, 'id' | 'publicKey' | 'counter' | 'transports'> | null> {
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => useChallenge(deps, challenge, owner),
    expectedOrigin: site.origins,
    expectedRPID: site.rpId,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => null);
  if (!verified?.verified) return null;
  const { id, publicKey, counter, transports } = verified.registrationInfo.credential;
  return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports: transports ?? [] };
}

/** Keeps a passkey that was looked at; false where it is known already. */
export async function keepPasskey(
  tx: Writer,
  now: Temporal.Instant,
  passkey: Pick<Passkey, 'id' | 'publicKey' | 'counter' | 'transports'> & { staffId: string; name: string },
): Promise<boolean> {
  if (await findPasskey(tx, passkey.id)) return false;
  const at = instantText(now);
  await insertPasskey(tx, { ...passkey, createdAt: at, usedOn: null });
  const { staffId } = passkey;
  await recordDeed(tx, at, { by: staffId, action: 'passkey added', object: `staff:${staffId}` });
  return true;
}

async function giveChallenge({ database, clock }: SignInDeps, owner: string): Promise<string> {
  const challenge = newToken();
  const now = clock.now();
  const expiresAt = instantText(now.add({ minutes: challengeMinutes }));
  const bounds = { now: instantText(now), most: mostChallenges };
  await database.write((tx) => insertChallenge(tx, { challenge, owner, expiresAt }, bounds));
  return challenge;
}

async function useChallenge({ database, clock }: SignInDeps, challenge: string, owner: string): Promise<boolean> {
  return database.write((tx) => takeChallenge(tx, { challenge, owner, now: instantText(clock.now()) }));
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(base64url, 'base64url'));
}
