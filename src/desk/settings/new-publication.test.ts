import { findLatestDeeds } from '#platform/audit/audit-store.ts';
import { findPublication, findPublications } from '#publications/publications.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../tests/support/test-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const given = { name: 'Gorvan Courier', slug: '', language: 'ar', timeZone: 'Asia/Beirut' };

test('a publication is added with a name, a language and a zone, in no list, at an address made of its name', async () => {
  const added = await desk.post('/desk/publications', given);
  expect([added.status, added.headers.get('location')]).toEqual([303, '/desk/gorvan-courier/settings?said=new']);
  expect(await findPublication(desk.newsroom.database.read, 'gorvan-courier')).toMatchObject({
    name: 'Gorvan Courier',
    languages: ['ar'],
    timeZone: 'Asia/Beirut',
    region: { ar: 'Gorvan Courier' },
    status: 'active',
    listed: false,
  });
  const next = await desk.get('/desk/gorvan-courier/settings?said=new');
  expect(await next.text()).toContain('The publication is there, and in no list yet.');
  expect((await desk.get('/desk/gorvan-courier')).status).toBeLessThan(400);
  const [deed] = await findLatestDeeds(desk.newsroom.database.read, 1, null);
  expect(deed).toMatchObject({ action: 'publication added', object: 'publication:gorvan-courier' });
});

test.each([
  [{ ...given }, 'Another publication has this address.'],
  [{ ...given, slug: 'belisar' }, 'Another publication has this address.'],
  [{ ...given, name: ' ' }, 'A publication needs a name.'],
  [{ ...given, slug: 'desk' }, '“desk” cannot be an address'],
  [{ ...given, slug: 'publications' }, '“publications” cannot be an address'],
  [{ ...given, name: 'بليسار' }, 'cannot be an address'],
  [{ ...given, slug: 'new', timeZone: 'Mars/Olympus' }, 'must be an IANA name'],
  [{ ...given, slug: 'new', language: 'tlh' }, 'Choose one.'],
])('%o is refused beside its field: %s', async (typed, words) => {
  const before = await findPublications(desk.newsroom.database.read);
  const refused = await desk.post('/desk/publications', typed);
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining(words)]);
  expect(await findPublications(desk.newsroom.database.read)).toEqual(before);
});

test('the desk’s first page leads there', async () => {
  expect(await (await desk.get('/desk')).text()).toContain('href="/desk/publications/new"');
});
