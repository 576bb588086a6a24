import { expect, test } from 'vitest';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { testClock } from '../../tests/support/fixtures.ts';
import { createSignInToken, findSignedIn, sessionDays, signIn, signOut } from './sign-in.ts';
import { findStaff } from './staff-store.ts';

describeOnBothEngines('signing in', (open) => {
  const begin = async () => {
    const clock = testClock();
    const database = await open();
    return { clock, database, deps: { clock, database } };
  };

  test('makes the first administrator once, and lets them in by the link', async () => {
    const { deps, database, clock } = await begin();
    const token = await createSignInToken(deps);
    await createSignInToken(deps);
    expect(await findStaff(database.read)).toMatchObject([{ runsNewsroom: true }]);
    const session = await signIn(deps, token);
    expect(await findSignedIn(database.read, clock, session ?? '')).toMatchObject({ runsNewsroom: true });
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
    for (const table of ['staff', 'sign_in_links', 'sessions', 'events', 'changes', 'jobs']) {
      const rows = await database.read.withTables<Record<string, object>>().selectFrom(table).selectAll().execute();
      for (const secret of [token, session, unused]) expect(JSON.stringify(rows)).not.toContain(secret);
    }
    expect(await findSignedIn(database.read, testClock(), token)).toBeNull();
  });

  test('ends by signing out, and by itself after some days', async () => {
    const { deps, database, clock } = await begin();
    const first = (await signIn(deps, await createSignInToken(deps))) ?? '';
    const second = (await signIn(deps, await createSignInToken(deps))) ?? '';
    await signOut(deps, first);
    expect(await findSignedIn(database.read, clock, first)).toBeNull();
    expect(await findSignedIn(database.read, clock, second)).not.toBeNull();
    clock.advance({ hours: sessionDays * 24 });
    expect(await findSignedIn(database.read, clock, second)).toBeNull();
  });
});
