import { describe, expect, test } from 'vitest';
import { sha256 } from '#platform/hash.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { testClock } from '../../tests/support/fixtures.ts';
import { findAppCode } from './app-code-store.ts';
import { beginApp, confirmApp, hasApp, signInByCode } from './app-codes.ts';
import { createSignInToken, findSignedIn, signIn } from './sign-in.ts';
import { suspend } from './change-staff.ts';
import { base32, codeOfStep, stepOfCode } from './time-code.ts';
import { removeApp } from './ways-in.ts';

describe('a code of time', () => {
  const secret = new TextEncoder().encode('12345678901234567890');

  test('is that of RFC 6238', () => {
    for (const [seconds, code] of [
      [59, '287082'],
      [1_111_111_109, '081804'],
      [1_111_111_111, '050471'],
      [2_000_000_000, '279037'],
    ] as const)
      expect(codeOfStep(secret, Math.floor(seconds / 30))).toBe(code);
    expect(base32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  });

  test('is taken a step early or late, with spaces, and no further off', () => {
    const now = Temporal.Instant.fromEpochMilliseconds(1_111_111_111_000);
    const present = Math.floor(1_111_111_111 / 30);
    for (const step of [present - 1, present, present + 1])
      expect(stepOfCode(secret, ` ${codeOfStep(secret, step).replace(/^.../u, '$& ')}`, now)).toBe(step);
    for (const step of [present - 2, present + 2]) expect(stepOfCode(secret, codeOfStep(secret, step), now)).toBeNull();
    for (const wrong of ['', '05047', '0504711', 'ابجدهو']) expect(stepOfCode(secret, wrong, now)).toBeNull();
  });
});

describeOnBothEngines('a key and the code of an app', (open) => {
  const begin = async () => {
    const [database, clock] = [await open(), testClock()];
    const deps = { database, clock };
    const session = (await signIn(deps, await createSignInToken(deps))) ?? '';
    const staff = (await findSignedIn(deps, session))?.staff;
    if (!staff) throw new Error('not signed in');
    await beginApp(deps, staff.id);
    const app = await findAppCode(database.read, { staffId: staff.id });
    const secret = Buffer.from(app?.secret ?? '', 'base64url');
    const code = (later = 0) => codeOfStep(secret, Math.floor(clock.now().epochMilliseconds / 30_000) + later);
    return { deps, database, clock, staff, code };
  };
  const ready = async () => {
    const begun = await begin();
    const made = await confirmApp(begun.deps, begun.staff.id, begun.code());
    if (!made) throw new Error('not confirmed');
    begun.clock.advance({ seconds: 30 });
    return { ...begun, ...made, enter: (code: string, key = made.key) => signInByCode(begun.deps, { key, code }, {}) };
  };

  test('is no way in before the app has shown a code', async () => {
    const { deps, staff, code } = await begin();
    expect(await confirmApp(deps, staff.id, '000')).toBeNull();
    expect(await hasApp(deps, staff.id)).toBe(false);
    expect(await confirmApp(deps, staff.id, code())).not.toBeNull();
    expect(await hasApp(deps, staff.id)).toBe(true);
    expect(await confirmApp(deps, staff.id, code(1))).toBeNull();
  });

  test('takes a code once, also when it is sent three times at the same moment, and none of before', async () => {
    const { enter, code } = await ready();
    const entered = await Promise.all([1, 2, 3].map(() => enter(code())));
    expect(entered.filter((session) => session !== null)).toHaveLength(1);
    expect(await enter(code(-1))).toBeNull();
    expect(await enter(code(1))).not.toBeNull();
  });

  test('takes no code without the key', async () => {
    const { enter, code, recovery } = await ready();
    expect(await enter(code(), 'WRONG')).toBeNull();
    expect(await enter(recovery[0] ?? '', '')).toBeNull();
    expect(await enter(code())).not.toBeNull();
  });

  test('takes nothing for a quarter of an hour after five wrong codes, not even the right one', async () => {
    const { enter, code, recovery, clock, key } = await ready();
    for (let wrong = 0; wrong < 5; wrong += 1) expect(await enter('000')).toBeNull();
    expect(await enter(code())).toBeNull();
    expect(await enter(recovery[0] ?? '')).toBeNull();
    clock.advance({ minutes: 15 });
    expect(await enter(code(), key.toLowerCase())).not.toBeNull();
  });

  test('takes a recovery code in its place, once; key and codes are kept as hashes', async () => {
    const { enter, recovery, database, key } = await ready();
    expect(new Set(recovery).size).toBe(10);
    // 120 and 160 random bits, five a letter.
    for (const code of recovery) expect(code).toMatch(/^[A-Z2-7]{24}$/u);
    expect(key).toMatch(/^[A-Z2-7]{32}$/u);
    const rows = await Promise.all(
      ['app_codes', 'recovery_codes'].map((table) =>
        database.read.withTables<Record<string, object>>().selectFrom(table).selectAll().execute(),
      ),
    );
    for (const secret of [key, ...recovery]) expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(rows)).toContain(sha256(key));
    expect(await enter(recovery[3] ?? '')).not.toBeNull();
    expect(await enter(recovery[3] ?? '')).toBeNull();
  });

  test('lets nobody in who is kept out, and is not taken away as the last way in', async () => {
    const { deps, enter, code, staff } = await ready();
    expect(await removeApp(deps, staff.id)).toBe('last');
    await suspend(deps, staff.id, 'st_a');
    expect(await enter(code())).toBeNull();
  });
});
