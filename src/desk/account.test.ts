import { afterEach, beforeEach, expect, test } from 'vitest';
import { instantText } from '#platform/clock.ts';
import { findMember, insertStaff, signInMember } from '#staff/staff.ts';
import { sessionCookieName } from './session-cookie.ts';
import { openTestDesk, type TestDesk } from '../../tests/support/test-desk.ts';

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

test('somebody changes their own name and mail address, not into those of somebody else; what is signed stays signed', async () => {
  const { id, cookie } = await enter('Bela');
  const change = async (name: string, email: string) =>
    (await asked('/desk/account/details', cookie, { name, email })).headers.get('location');
  expect(await change('Bela  Tarn', 'bela@tarn.example')).toBe('/desk/account?said=changed');
  expect(await findMember(desk.newsroom.database.read, id)).toMatchObject({
    name: 'Bela Tarn',
    email: 'bela@tarn.example',
  });
  expect(await change(' ', 'bela@tarn.example')).toBe('/desk/account?said=no-name');
  expect(await change('Bela', 'bela')).toBe('/desk/account?said=no-email');
  expect(await change('Bela', 'EDITOR@localhost')).toBe('/desk/account?said=taken');
  expect((await findMember(desk.newsroom.database.read, id))?.name).toBe('Bela Tarn');
});

test('whoever leaves has no role, no way in and no session; whoever alone runs the newsroom stays', async () => {
  const { id, cookie } = await enter('Bela');
  expect((await asked('/desk/account/leave', cookie, {})).headers.get('location')).toBe('/desk/account?said=not-sure');
  const left = await asked('/desk/account/leave', cookie, { sure: 'yes' });
  expect([left.status, await left.text()]).toEqual([200, expect.stringContaining('Signed out')]);
  expect((await desk.app.request('/desk/belisar', { headers: { cookie } })).status).toBe(401);
  expect(await findMember(desk.newsroom.database.read, id)).toMatchObject({ roles: {}, suspended: true });
  const last = await asked('/desk/account/leave', desk.cookie, { sure: 'yes' });
  expect(last.headers.get('location')).toBe('/desk/account?said=last-to-run');
  expect((await desk.get('/desk')).status).toBe(200);
});

async function enter(name: string) {
  const { newsroom } = desk;
  const id = `st_${name.toLowerCase()}`;
  const member = { id, name, email: `${id}@desk.example`, runsNewsroom: false, roles: { belisar: 'editor' as const } };
  await newsroom.database.write((tx) => insertStaff(tx, member, instantText(newsroom.clock.now())));
  return { id, cookie: `${sessionCookieName('https://desk.example')}=${await signInMember(newsroom, id)}` };
}

async function asked(path: string, cookie: string, form: Record<string, string>): Promise<Response> {
  const headers = { cookie, 'sec-fetch-site': 'same-origin' };
  return desk.app.request(path, { method: 'POST', headers, body: new URLSearchParams(form) });
}

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
