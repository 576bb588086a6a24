import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { findWires } from '#wires/wires.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from './test-newsroom.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});
afterEach(() => desk.close());

const folder = { kind: 'folder', outlet: 'Halyard', folder: 'halyard', url: '', lang: '', publications: 'belisar' };
const wires = async () => findWires(desk.newsroom.database.read);

test('a folder becomes a wire, and is made beside the data for nobody else to read', async () => {
  expect((await desk.post('/desk/wires', { ...folder, visibility: 'private' })).status).toBe(303);
  expect(await wires()).toMatchObject([
    { kind: 'folder', url: 'folder:halyard', outlet: 'Halyard', visibility: 'private', intervalMinutes: 1 },
  ]);
  const made = await stat(join(desk.newsroom.config.data, 'inbox/halyard'));
  expect([made.isDirectory(), made.mode & 0o777]).toEqual([true, 0o700]);
  const page = await (await desk.get('/desk/wires')).text();
  expect(page).toContain('inbox/halyard');
  const again = await desk.post('/desk/wires', folder);
  expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('A wire has this folder already.')]);
});

test('a folder elsewhere on the machine cannot be named', async () => {
  for (const name of ['../../etc', '/etc', 'a/b', '']) {
    const response = await desk.post('/desk/wires', { ...folder, folder: name });
    expect([response.status, await response.text()]).toEqual([
      422,
      expect.stringContaining('Name it by small letters'),
    ]);
  }
  expect(await wires()).toEqual([]);
});
