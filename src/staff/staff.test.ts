import { expect, test } from 'vitest';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { testClock } from '../../tests/support/fixtures.ts';
import type { Database } from '#platform/database/database.ts';
import { plainPublication, savePublication } from '#publications/publications.ts';
import { instantText } from '#platform/clock.ts';
import { deviceWords } from './device-words.ts';
import { findPasskeys, insertChallenge, takeChallenge } from './passkey-store.ts';
import { keepPasskey, passkeySite } from './passkeys.ts';
import { deleteSessions } from './session-store.ts';
import { createSignInToken, findSignedIn, isFresh, listSessions, sessionDays, signIn, signOut } from './sign-in.ts';
import { deleteInvitation, takeInvitation } from './invitation-store.ts';
import { invite, openInvitation, rolesToGive } from './invite.ts';
import type { StaffMember } from './staff-member.ts';
import { findStaff, insertStaff, setRole, setSuspended } from './staff-store.ts';
import { letIn, suspend } from './change-staff.ts';
import { removePasskey } from './ways-in.ts';

describeOnBothEngines('signing in', (open) => {
  const begin = async () => {
    const clock = testClock();
    const database = await open();
    return { clock, database, deps: { clock, database } };
  };

  test('makes the first administrator once, and lets them in by the link', async () => {
    const { deps, database } = await begin();
    const token = await createSignInToken(deps);
    await createSignInToken(deps);
    expect(await findStaff(database.read)).toMatchObject([{ runsNewsroom: true }]);
    const session = await signIn(deps, token);
    expect(await findSignedIn(deps, session ?? '')).toMatchObject({ staff: { runsNewsroom: true } });
  });

  test('works once by one link, also when it is used five times at the same moment', async () => {
    const { deps } = await begin();
    const token = await createSignInToken(deps);
    const sessions = await Promise.all([1, 2, 3, 4, 5].map(() => signIn(deps, token)));
    expect(sessions.filter((session) => session !== null)).toHaveLength(1);
    expect(await signIn(deps, token)).toBeNull();
  });

  test('is refused by an unknown or an old link', async () => {
    const { deps, clock } = await begin();
    const token = await createSignInToken(deps);
    expect(await signIn(deps, '')).toBeNull();
    expect(await signIn(deps, `${token}x`)).toBeNull();
    clock.advance({ hours: 24 });
    expect(await signIn(deps, token)).toBeNull();
  });

  test('keeps only hashes of what lets somebody in', async () => {
    const { deps, database } = await begin();
    const token = await createSignInToken(deps);
    const session = (await signIn(deps, token)) ?? '';
    const unused = await createSignInToken(deps);
    // 256 random bits, six a letter.
    for (const secret of [token, session, unused]) expect(secret).toMatch(/^[\w-]{43}$/u);
    for (const table of ['staff', 'sign_in_links', 'sessions', 'events', 'changes', 'jobs']) {
      const rows = await database.read.withTables<Record<string, object>>().selectFrom(table).selectAll().execute();
      for (const secret of [token, session, unused]) expect(JSON.stringify(rows)).not.toContain(secret);
    }
    expect(await findSignedIn(deps, token)).toBeNull();
  });

  test('ends by signing out, and by itself after some days', async () => {
    const { deps, clock } = await begin();
    const first = (await signIn(deps, await createSignInToken(deps))) ?? '';
    const second = (await signIn(deps, await createSignInToken(deps))) ?? '';
    await signOut(deps, first);
    expect(await findSignedIn(deps, first)).toBeNull();
    expect(await findSignedIn(deps, second)).not.toBeNull();
    // Used every day, so that it is not idleness that ends it.
    for (let day = 1; day < sessionDays; day += 1) {
      clock.advance({ hours: 24 });
      expect(await findSignedIn(deps, second)).not.toBeNull();
    }
    clock.advance({ hours: 24 });
    expect(await findSignedIn(deps, second)).toBeNull();
  });

  test('ends when a session lies unused for more than three days', async () => {
    const { deps, clock } = await begin();
    const session = (await signIn(deps, await createSignInToken(deps))) ?? '';
    clock.advance({ hours: 3 * 24 });
    expect(await findSignedIn(deps, session)).not.toBeNull();
    clock.advance({ hours: 4 * 24 });
    expect(await findSignedIn(deps, session)).toBeNull();
  });

  test('takes the place of the session that the browser had', async () => {
    const { deps } = await begin();
    const first = (await signIn(deps, await createSignInToken(deps))) ?? '';
    const second = await signIn(deps, await createSignInToken(deps), { instead: first });
    expect(second).not.toBe(first);
    expect(await findSignedIn(deps, first)).toBeNull();
  });

  test('is fresh for a quarter of an hour', async () => {
    const { deps, clock } = await begin();
    const token = (await signIn(deps, await createSignInToken(deps))) ?? '';
    const fresh = async () => isFresh(orFail((await findSignedIn(deps, token))?.session), clock);
    clock.advance({ minutes: 14 });
    expect(await fresh()).toBe(true);
    clock.advance({ minutes: 1 });
    expect(await fresh()).toBe(false);
  });

  test('lists where somebody is signed in, and ends one session, or all others, of nobody else', async () => {
    const { deps, database, clock } = await begin();
    const tokens: string[] = [];
    for (const device of ['Firefox on Windows', 'Safari on iPhone', 'Chrome on Linux'])
      tokens.push((await signIn(deps, await createSignInToken(deps), { device })) ?? '');
    const [first, second, third] = await Promise.all(
      tokens.map(async (token) => orFail(await findSignedIn(deps, token))),
    );
    if (!first || !second || !third) throw new Error('not signed in');
    const { staff } = first;
    const listed = await listSessions(database.read, clock, staff.id);
    expect(listed.map(({ device }) => device).sort()).toEqual([
      'Chrome on Linux',
      'Firefox on Windows',
      'Safari on iPhone',
    ]);
    const end = (id: string, which: { only?: string; but?: string }) =>
      database.write((tx) => deleteSessions(tx, id, which));
    expect(await end('st_other', { only: second.session.id })).toBe(0);
    expect(await end(staff.id, { only: second.session.id })).toBe(1);
    expect(await findSignedIn(deps, tokens[1] ?? '')).toBeNull();
    expect(await end(staff.id, { but: third.session.id })).toBe(1);
    expect(await findSignedIn(deps, tokens[0] ?? '')).toBeNull();
    expect(await findSignedIn(deps, tokens[2] ?? '')).not.toBeNull();
  });

  test('is over at once for somebody who is suspended', async () => {
    const { deps, database, clock } = await begin();
    const token = (await signIn(deps, await createSignInToken(deps))) ?? '';
    const { staff } = orFail(await findSignedIn(deps, token));
    await database.write((tx) => setSuspended(tx, staff.id, instantText(clock.now())));
    expect(await findSignedIn(deps, token)).toBeNull();
  });
});

describeOnBothEngines('passkeys', (open) => {
  const now = '2026-11-20T12:00:00.000Z';
  const most = 2;
  const give = (database: Database, challenge: string, owner = 'sign-in', expiresAt = '2026-11-20T12:05:00.000Z') =>
    database.write((tx) => insertChallenge(tx, { challenge, owner, expiresAt }, { now, most }));
  const take = (database: Database, challenge: string, owner = 'sign-in', at = now) =>
    database.write((tx) => takeChallenge(tx, { challenge, owner, now: at }));

  test('a challenge is taken once, in time, and by whom it was given to', async () => {
    const database = await open();
    await give(database, 'one');
    expect(await take(database, 'one', 'st_1')).toBe(false);
    expect(await take(database, 'one', 'sign-in', '2026-11-20T12:05:00.000Z')).toBe(false);
    expect((await Promise.all([1, 2, 3].map(() => take(database, 'one')))).filter(Boolean)).toHaveLength(1);
    expect(await take(database, 'one')).toBe(false);
  });

  test('too many challenges push the oldest out', async () => {
    const database = await open();
    for (const [index, name] of ['one', 'two', 'three'].entries())
      await give(database, name, 'sign-in', `2026-11-20T12:05:0${index}.000Z`);
    expect([await take(database, 'one'), await take(database, 'two'), await take(database, 'three')]).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('the last way in is not taken away, also when two are removed at the same moment', async () => {
    const database = await open();
    const deps = { database, clock: testClock() };
    const session = (await signIn(deps, await createSignInToken(deps))) ?? '';
    const { staff } = orFail(await findSignedIn(deps, session));
    for (const id of ['pk_1', 'pk_2'])
      await database.write((tx) =>
        keepPasskey(tx, deps.clock.now(), {
          id,
          staffId: staff.id,
          publicKey: 'AA',
          counter: 4_294_967_295,
          transports: ['usb'],
          name: id,
        }),
      );
    expect(await findPasskeys(database.read, staff.id)).toMatchObject([{ counter: 4_294_967_295 }, { id: 'pk_2' }]);
    const removed = await Promise.all(['pk_1', 'pk_2'].map((id) => removePasskey(deps, staff.id, id)));
    expect(removed.sort()).toEqual(['last', 'removed']);
    expect(await removePasskey(deps, 'st_other', 'pk_2')).toBe('gone');
  });
});

describeOnBothEngines('invitations', (open) => {
  const begin = async () => {
    const [database, clock] = [await open(), testClock()];
    const deps = { database, clock };
    const at = instantText(clock.now());
    await database.write((tx) => savePublication(tx, plainPublication('belisar'), at));
    const publisher: StaffMember = {
      id: 'st_p',
      name: 'Publisher',
      email: 'p@desk.example',
      runsNewsroom: false,
      roles: { belisar: 'publisher' },
    };
    await database.write((tx) => insertStaff(tx, publisher, at));
    const token = (await invite(deps, publisher, { publication: 'belisar', role: 'editor' })) ?? '';
    return { deps, database, clock, publisher, token };
  };

  test('give no role above one’s own, and none elsewhere', async () => {
    const { deps, publisher } = await begin();
    expect(rolesToGive(publisher, 'belisar')).toEqual(['contributor', 'editor', 'publisher']);
    expect(await invite(deps, publisher, { publication: 'belisar', role: 'administrator' })).toBeNull();
    expect(await invite(deps, publisher, { publication: 'ashmere', role: 'contributor' })).toBeNull();
    expect(rolesToGive({ ...publisher, roles: { belisar: 'editor' } }, 'belisar')).toEqual([]);
  });

  test('are kept as hashes, work once, and for three days', async () => {
    const { deps, database, clock, token } = await begin();
    const opened = orFail(await openInvitation(deps, token));
    expect(opened).toMatchObject({ publication: 'belisar', role: 'editor' });
    expect(await openInvitation(deps, `${token}x`)).toBeNull();
    const rows = await database.read
      .withTables<Record<string, object>>()
      .selectFrom('invitations')
      .selectAll()
      .execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    clock.advance({ hours: 72 });
    expect(await openInvitation(deps, token)).toBeNull();
    const take = (now: string) => database.write((tx) => takeInvitation(tx, opened.id, now));
    expect(await take(instantText(clock.now()))).toBe(false);
    const taken = await Promise.all([1, 2, 3].map(() => take(opened.createdAt)));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  test('stand no more once they are taken back, or their inviter is kept out or has a smaller role', async () => {
    const { deps, database, publisher, token } = await begin();
    const { id } = orFail(await openInvitation(deps, token));
    await suspend(deps, publisher.id, 'st_a');
    expect(await openInvitation(deps, token)).toBeNull();
    await letIn(deps, publisher.id, 'st_a');
    expect(await openInvitation(deps, token)).not.toBeNull();
    await database.write((tx) => setRole(tx, publisher.id, 'belisar', 'editor'));
    expect(await openInvitation(deps, token)).toBeNull();
    await database.write((tx) => setRole(tx, publisher.id, 'belisar', 'publisher'));
    expect(await database.write((tx) => deleteInvitation(tx, 'ashmere', id))).toBe(false);
    expect(await database.write((tx) => deleteInvitation(tx, 'belisar', id))).toBe(true);
    expect(await openInvitation(deps, token)).toBeNull();
  });
});

test('passkeys are of a name: on the own machine of localhost, elsewhere of an address with TLS', () => {
  const of = (origin: string) => passkeySite(origin, 'Daybook');
  expect(of('https://desk.example')).toMatchObject({ rpId: 'desk.example', origins: ['https://desk.example'] });
  expect(of('http://127.0.0.1:4400')).toMatchObject({ rpId: 'localhost', origins: ['http://localhost:4400'] });
  for (const origin of ['http://desk.example', 'https://192.0.2.7', 'https://[2001:db8::1]'])
    expect(of(origin)).toBeNull();
});

test('a browser is a few words', () => {
  const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0';
  const safari =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';
  expect([firefox, safari, 'curl/8'].map(deviceWords)).toEqual([
    'Firefox on Windows',
    'Safari on iPhone',
    'An unknown browser',
  ]);
});

function orFail<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('nothing there');
  return value;
}
