import { instantText } from '#platform/clock.ts';
import { findQueueState } from '#platform/queue/job-store.ts';
import { findWires, saveWire, usualWire } from '#wires/wires.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../tests/support/test-desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
  const at = instantText(desk.clock.now());
  const wire = { outlet: 'Courier', lang: 'en', publications: ['belisar'], ...usualWire };
  await desk.newsroom.database.write(async (tx) => {
    await saveWire(tx, { ...wire, id: 'w_1', url: 'https://courier.example/rss', visibility: 'public' }, at);
    await saveWire(
      tx,
      { ...wire, id: 'w_2', outlet: 'A friend', url: 'https://friend.example/', visibility: 'private' },
      at,
    );
  });
});
afterEach(() => desk.close());

async function bring(
  list: string,
  fields: Record<string, string> = { publications: 'belisar', visibility: 'private' },
) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  body.set('list', new File([list], 'feeds.opml'));
  const headers = { cookie: desk.cookie, 'sec-fetch-site': 'same-origin' };
  const response = await desk.app.request('/desk/wires/opml', { method: 'POST', headers, body });
  return { status: response.status, page: (await response.text()).replace(/<[^>]+>/gu, '') };
}
const outlets = async () => (await findWires(desk.newsroom.database.read)).map(({ outlet }) => outlet);

test('takes our public wires out as a list, and no private one', async () => {
  const response = await desk.get('/desk/wires.opml');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="wires.opml"');
  const list = await response.text();
  expect(list).toContain('xmlUrl="https://courier.example/rss"');
  expect(list).not.toContain('friend');
  expect(await (await desk.get('/desk/wires')).text()).toContain('One private wire is not in it.');
});

test('makes a wire of each feed, and tells of every entry what became of it', async () => {
  const { status, page } = await bring(`<opml version="2.0"><body>
<outline text="Herald" xmlUrl="https://herald.example/rss"/>
<outline text="Herald again" xmlUrl="https://HERALD.example/rss#top"/>
<outline text="The Courier" xmlUrl="https://courier.example/rss"/>
<outline text="No address"/>
</body></opml>`);
  expect(status).toBe(200);
  expect(page).toContain('One wire added from feeds.opml');
  expect(page).toContain('Line 3, Herald again: the same address stands in line 2');
  expect(page).toContain('Line 4, The Courier: it is here already, as Courier');
  expect(page).toContain('Line 5, No address: it has no address of a feed (xmlUrl)');
  expect(await outlets()).toEqual(['A friend', 'Courier', 'Herald']);
  const herald = (await findWires(desk.newsroom.database.read)).find(({ outlet }) => outlet === 'Herald');
  expect(herald).toMatchObject({ visibility: 'private', publications: ['belisar'], state: 'active' });
  expect((await findQueueState(desk.newsroom.database.read, ['fetch-wire'])).nextRunAt).not.toBeNull();
});

test('a list that is brought twice adds nothing the second time', async () => {
  const list = '<opml><body><outline text="Herald" xmlUrl="https://herald.example/rss"/></body></opml>';
  await bring(list);
  expect((await bring(list)).page).toContain('No wires added');
  expect(await outlets()).toHaveLength(3);
});

test('says on which line a broken list breaks, and takes nothing of it', async () => {
  const { status, page } = await bring(`<opml><body>
<outline text="Herald" xmlUrl="https://herald.example/rss"/>
<outline text="Broken" xmlUrl="https://broken.example/rss>
</body></opml>`);
  expect(status).toBe(422);
  expect(page).toMatch(/Nothing was taken from the list: line [34]: /u);
  expect(await outlets()).toHaveLength(2);
});

test('takes nothing for a publication that is not named', async () => {
  const list = '<opml><body><outline text="Herald" xmlUrl="https://herald.example/rss"/></body></opml>';
  expect((await bring(list, { publications: 'elsewhere' })).page).toContain('choose at least one publication');
  expect(await outlets()).toHaveLength(2);
});
