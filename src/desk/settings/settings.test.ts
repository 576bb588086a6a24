import { findLatestDeeds } from '#platform/audit/audit-store.ts';
import { renderPath } from '#pages/pages.ts';
import { findPublication, type Publication, savePublication } from '#publications/publications.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../test-newsroom.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const path = '/desk/belisar/settings';
const letter = {
  'title.en': 'A pause',
  'salutation.en': 'Dear readers',
  'paragraphs.en': 'We rest.\r\n\r\nWe thank\r\nyou.',
  'signed.en': 'The desk',
  'date.en': '2026-11-20',
};

async function standing(): Promise<Publication> {
  const publication = await findPublication(desk.newsroom.database.read, 'belisar');
  if (!publication) throw new Error('no publication');
  return publication;
}

/** What the page says that a setting stands at: who sends it has seen that. */
async function seen(setting: string): Promise<string> {
  const html = await (await desk.get(path)).text();
  const section = html.slice(html.indexOf(`id="${setting}"`));
  return /name="base" value="([0-9a-f]+)"/u.exec(section)?.[1] ?? '';
}

const send = async (setting: string, typed: Record<string, string>, base?: string) =>
  desk.post(`${path}/${setting}`, { base: base ?? (await seen(setting)), ...typed });

async function home(): Promise<string> {
  const site = { origin: 'https://desk.example', networkName: 'Network', assets: { css: [] } };
  const { body } = await renderPath(desk.newsroom.database.read, site, '/belisar');
  return body as string;
}

describe('status and letter', () => {
  test('a publication is paused with its letter, which its home opens with from then on', async () => {
    const saved = await send('status', { status: 'paused', ...letter });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `${path}?saved=status#status`]);
    expect(await standing()).toMatchObject({
      status: 'paused',
      letter: { en: { title: 'A pause', paragraphs: ['We rest.', 'We thank you.'], date: '2026-11-20' } },
    });
    expect(await home()).toContain('We thank you.');
  });

  test('the audit log says which part was changed, and none of the words', async () => {
    const [deed] = await findLatestDeeds(desk.newsroom.database.read, 1, null);
    expect(deed).toMatchObject({
      action: 'settings changed',
      object: 'publication:belisar',
      detail: { part: 'status' },
    });
  });

  test('saving what stands already writes nothing down', async () => {
    const before = await findLatestDeeds(desk.newsroom.database.read, 1, null);
    expect((await send('status', { status: 'paused', ...letter })).status).toBe(303);
    expect(await findLatestDeeds(desk.newsroom.database.read, 1, null)).toEqual(before);
  });

  test('a letter without its text or day is refused beside the fields, and what was typed stays', async () => {
    const before = await standing();
    const refused = await send('status', { status: 'archived', 'title.en': 'The end <b>now</b>' });
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toContain('The letter has no text yet.');
    expect(html).toContain('Give the day on which it was written.');
    expect(html).toContain('value="The end &lt;b&gt;now&lt;/b&gt;"');
    expect(html).toContain('Not saved · Settings');
    expect(await standing()).toEqual(before);
  });

  test('a day that there is not, and a state that there is not, are refused', async () => {
    const before = await standing();
    expect((await send('status', { status: 'paused', ...letter, 'date.en': '2026-02-30' })).status).toBe(422);
    expect((await send('status', { status: 'asleep', ...letter })).status).toBe(422);
    expect(await standing()).toEqual(before);
  });

  test('a letter is taken away by emptying its fields', async () => {
    expect((await send('status', { status: 'paused' })).status).toBe(303);
    expect((await standing()).letter).toBeNull();
  });
});

describe('two administrators', () => {
  test('never write over one another: the second is shown what the first saved, beside what they wrote', async () => {
    const base = await seen('status');
    expect((await send('status', { status: 'active', ...letter, 'title.en': 'Ours' }, base)).status).toBe(303);
    const late = await send('status', { status: 'paused', ...letter, 'title.en': 'Theirs' }, base);
    const html = await late.text();
    expect(late.status).toBe(409);
    expect(html).toContain('value="Theirs"');
    expect(html).toContain('Saved meanwhile: <b lang="en" dir="ltr">Ours</b>');
    expect((await standing()).letter?.en?.title).toBe('Ours');
    const again = /name="base" value="([0-9a-f]+)"/u.exec(html)?.[1];
    expect((await send('status', { status: 'paused', ...letter, 'title.en': 'Theirs' }, again)).status).toBe(303);
    expect((await standing()).letter?.en?.title).toBe('Theirs');
  });

  test('save different parts at once, and each keeps what the other saved', async () => {
    const base = await seen('status');
    const { database } = desk.newsroom;
    const changed = { ...(await standing()), contact: 'desk@belisar.example' };
    await database.write((tx) => savePublication(tx, changed, '2026-11-20T12:00:00.000Z'));
    expect((await send('status', { status: 'archived', ...letter }, base)).status).toBe(303);
    expect(await standing()).toMatchObject({ status: 'archived', contact: 'desk@belisar.example' });
  });
});

test('a part that there is not, and a publication that there is not, are not found', async () => {
  expect((await send('colour-of-the-sky', {}, 'x')).status).toBe(404);
  expect((await desk.get('/desk/nowhere/settings')).status).toBe(404);
});
