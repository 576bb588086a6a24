import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from './test-newsroom.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});
afterEach(() => desk.close());

test('asks to sign in again before what lets people in is changed, after a quarter of an hour', async () => {
  const options = () => desk.send('POST', '/desk/api/account/passkey-options', {});
  desk.clock.advance({ minutes: 14 });
  expect((await options()).status).toBe(200);
  desk.clock.advance({ minutes: 1 });
  const refused = await options();
  expect([refused.status, await refused.json()]).toMatchObject([403, { kind: 'sign-in-again' }]);
  for (const [path, page] of [
    ['/desk/account/passkey/x/remove', 'account'],
    ['/desk/account/app', 'account'],
    ['/desk/account/sessions/others', 'account'],
    ['/desk/account/session/x/end', 'account'],
    ['/desk/staff/invite/belisar', 'staff'],
  ] as const) {
    const asked = await desk.post(path, { role: 'editor' });
    expect([path, asked.status, asked.headers.get('location')]).toEqual([path, 303, `/desk/sign-in?again=${page}`]);
  }
  const page = await (await desk.get('/desk/sign-in?again=staff')).text();
  expect(page).toContain('Sign in once more');
  expect(page).toContain('data-to="/desk/staff"');
  // What was done before stays open to them: the rest of the desk.
  expect((await desk.get('/desk/account')).status).toBe(200);
});

test('what the browser asks of a device: a name that is the site’s, a holder who is checked, nothing of the device', async () => {
  const made: unknown = await (await desk.send('POST', '/desk/api/account/passkey-options', {})).json();
  expect(made).toMatchObject({
    rp: { id: 'desk.example' },
    attestation: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  const asked: unknown = await (await desk.send('POST', '/desk/api/sign-in/options', {})).json();
  expect(asked).toMatchObject({ rpId: 'desk.example', userVerification: 'required' });
  expect(asked).not.toHaveProperty('allowCredentials');
});

test('what is no passkey is refused, and says nothing of who is there', async () => {
  for (const body of [
    null,
    1,
    {},
    { id: 'x' },
    { id: 'x', response: {} },
    { id: 'x', response: { clientDataJSON: 'e30' } },
  ]) {
    const signIn = await desk.send('POST', '/desk/api/sign-in', body);
    expect([body, signIn.status, signIn.headers.get('set-cookie')]).toEqual([body, 400, null]);
    expect((await desk.send('POST', '/desk/api/account/passkey', body)).status).toBe(400);
    expect((await desk.send('POST', '/desk/api/join', body)).status).toBe(400);
  }
});
