import { findLatestDeeds } from '#platform/audit/audit-store.ts';
import { renderPath } from '#pages/pages.ts';
import {
  adviceKinds,
  findPublication,
  plainPublication,
  type Publication,
  savePublication,
} from '#publications/publications.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../tests/support/test-desk.ts';

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

/** What a page says that a setting stands at: who sends it has seen that. */
function baseIn(html: string, setting: string): string {
  const section = html.slice(html.indexOf(`id="${setting}"`));
  return /name="base" value="([0-9a-f]+)"/u.exec(section)?.[1] ?? '';
}

const seen = async (setting: string): Promise<string> => baseIn(await (await desk.get(path)).text(), setting);

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
    const again = baseIn(html, 'status');
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

describe('the other parts', () => {
  /** Saves a part, and says what stands then. */
  const saved = async (setting: string, typed: Record<string, string>) => {
    const response = await send(setting, typed);
    expect([setting, response.status]).toEqual([setting, 303]);
    return standing();
  };
  /** What is said beside the field of a part that was refused; nothing was saved then. */
  const refused = async (setting: string, typed: Record<string, string>) => {
    const before = await standing();
    const response = await send(setting, typed);
    expect([setting, response.status]).toEqual([setting, 422]);
    expect(await standing()).toEqual(before);
    return [...(await response.text()).matchAll(/<p class="wrong"[^>]*>([^<]+)</gu)].map(([, words]) => words);
  };

  test('a name, a tagline and what is followed, in each language; what is left empty is the first language’s', async () => {
    await saved('languages', { 'language.0': 'en', 'language.1': 'ar' });
    const typed = {
      'name.en': ' Belisar  Daily ',
      'tagline.en': 'The port',
      'region.en': 'Belisar',
      'name.ar': 'بليسار',
    };
    expect(await saved('name', { ...typed, 'tagline.ar': '', 'region.ar': '' })).toMatchObject({
      name: 'Belisar Daily',
      nameIn: { ar: 'بليسار' },
      tagline: { en: 'The port' },
      region: { en: 'Belisar' },
    });
    expect(await refused('name', { 'name.en': ' ' })).toEqual(['A publication needs a name.']);
    expect(await refused('name', { ...typed, 'name.ar': 'ب'.repeat(501) })).toEqual([
      'This is longer than 500 characters.',
    ]);
    expect(await (await desk.get(path)).text()).toContain('lang="ar" dir="rtl"');
  });

  test('the first language stays while pieces stand at its addresses, and none is taken away that pieces stand in', async () => {
    expect((await saved('languages', { 'language.0': 'ar', 'language.1': 'en' })).region).toMatchObject({ ar: '' });
    await saved('languages', { 'language.0': 'en', 'language.2': 'ar' });
    await desk.draft();
    expect(await refused('languages', { 'language.0': 'ar', 'language.1': 'en' })).toEqual([
      'English stays first: the addresses of one piece in English follow from it.',
    ]);
    expect(await refused('languages', { 'language.0': 'ar' })).toHaveLength(1);
    expect(await refused('languages', { 'language.0': 'en', 'language.1': 'en' })).toEqual([
      'It is chosen above already.',
    ]);
    expect(await refused('languages', { 'language.0': 'en', 'language.1': 'tlh' })).toHaveLength(1);
    expect((await saved('languages', { 'language.0': 'en', 'language.1': 'fr' })).languages).toEqual(['en', 'fr']);
  });

  test('a zone that the IANA has', async () => {
    expect(await saved('day', { timeZone: 'Asia/Beirut', sectionCount: '5' })).toMatchObject({
      timeZone: 'Asia/Beirut',
      sectionCount: 5,
    });
    for (const timeZone of ['Mars/Olympus', '+03:00', ''])
      expect(await refused('day', { timeZone, sectionCount: '5' })).toEqual([
        expect.stringContaining('must be an IANA name such as Asia/Beirut'),
      ]);
    expect(await refused('day', { timeZone: 'UTC', sectionCount: '0' })).toEqual(['Give a number from 1 to 12.']);
  });

  test('about, contributing and an address to write to', async () => {
    const typed = { 'about.en': 'One.\n\nTwo.', 'contribute.en': '', contact: 'desk@belisar.example' };
    expect(await saved('about', typed)).toMatchObject({ about: { en: ['One.', 'Two.'] }, contact: typed.contact });
    expect(await refused('about', { ...typed, contact: 'the desk' })).toEqual(['This is no e-mail address.']);
    expect((await saved('about', { ...typed, contact: '' })).contact).toBeNull();
  });

  test('siblings among the listed publications; one that is not listed is not told of', async () => {
    const { database } = desk.newsroom;
    for (const [slug, listed] of [
      ['ashmere', true],
      ['hidden-fen', false],
    ] as const)
      await database.write((tx) =>
        savePublication(tx, { ...plainPublication(slug), listed }, '2026-11-20T12:00:00.000Z'),
      );
    const html = await (await desk.get(path)).text();
    expect(html).toContain('sibling.ashmere');
    expect(html).not.toContain('hidden-fen');
    const typed = { 'sibling.ashmere': 'yes', 'sibling.hidden-fen': 'yes' };
    expect((await saved('siblings', typed)).siblings).toEqual(['ashmere']);
    expect((await saved('siblings', {})).siblings).toEqual([]);
  });

  test('readers’ forms: by the status, open, or closed', async () => {
    expect((await saved('forms', { forms: 'closed' })).submissions).toBe('closed');
    expect((await saved('forms', { forms: 'auto' })).submissions).toBeNull();
    expect(await refused('forms', { forms: 'ajar' })).toEqual(['Choose one.']);
  });

  test('a colour is refused under 4.5:1 to the paper, with its ratio; looking at one saves nothing', async () => {
    expect(await refused('colour', { accent: '#e0b040' })).toEqual([
      expect.stringMatching(/contrast of 1\.\d\d:1 to the paper/u),
    ]);
    expect(await refused('colour', { accent: 'red' })).toEqual(['This is a colour such as #1f3f66.']);
    expect((await saved('colour', { accent: '#8A2506' })).accent).toBe('#8a2506');
    const look = await (await desk.get(`${path}?try=colour&accent=%23777777`)).text();
    expect(look).toContain('As chosen, on paper: 4.3');
    expect(look).toContain('refused');
    const dark = await (await desk.get(`${path}?try=colour&accent=%238a2506`)).text();
    expect(dark).toMatch(/In the dark: #[0-9a-f]{6}, [7-9]\.\d\d:1/u);
    expect((await standing()).accent).toBe('#8a2506');
  });

  test('rights that say who and what; an import is not listed without them', async () => {
    const typed = { owner: 'The Belisar Trust', allows: 'Nothing without permission.', url: '', listed: 'yes' };
    expect(await saved('rights', typed)).toMatchObject({ rights: { owner: 'The Belisar Trust' }, listed: true });
    expect(await refused('rights', { owner: 'The Belisar Trust', allows: '', url: 'ftp://x' })).toHaveLength(2);
    const imported = { ...(await standing()), formerAddresses: ['https://old.example'], rights: null, listed: false };
    await desk.newsroom.database.write((tx) => savePublication(tx, imported, '2026-11-20T12:00:00.000Z'));
    expect(await refused('rights', { owner: '', allows: '', url: '', listed: 'yes' })).toHaveLength(2);
    expect((await saved('rights', { owner: '', allows: '', url: '' })).rights).toBeNull();
  });

  test('a second pair of eyes, a checklist of so many lines, and which notes publishing waits for', async () => {
    const asked = Object.fromEntries(
      adviceKinds.filter((kind) => kind !== 'acronym').map((kind) => [`ask.${kind}`, 'yes'] as const),
    );
    expect(await saved('rules', { eyes: 'yes', checklist: 'Names\n\nNames\nFigures', ...asked })).toMatchObject({
      secondPairOfEyes: true,
      checklist: ['Names', 'Figures'],
      unasked: ['acronym'],
    });
    expect(
      await refused('rules', { checklist: Array.from({ length: 21 }, (_, at) => `Line ${at}`).join('\n') }),
    ).toEqual(['These are 21 lines; it holds 20.']);
    expect(await refused('rules', { checklist: `a\n${'b'.repeat(201)}` })).toEqual([
      'Line 2 is longer than 200 characters.',
    ]);
  });

  test('known origins and words for the same, a line each', async () => {
    const typed = { agency: 'Tidewire', monitor: 'Harbour Watch = HW = مرصد المرفأ' };
    expect((await saved('origins', typed)).knownOrigins).toEqual([
      { name: 'Tidewire', kind: 'agency' },
      { name: 'Harbour Watch', kind: 'monitor', also: ['HW', 'مرصد المرفأ'] },
    ]);
    expect(await refused('origins', { agency: 'Tidewire', monitor: 'Tidewire' })).toHaveLength(1);
    expect((await saved('synonyms', { synonyms: 'ferry = boat\n\n' })).synonyms).toEqual([['ferry', 'boat']]);
    expect(await refused('synonyms', { synonyms: 'ferry' })).toHaveLength(1);
    const html = await (await desk.get(path)).text();
    expect(html).toContain('Harbour Watch = HW = مرصد المرفأ');
    expect(html).toContain('ferry = boat');
  });
});

test('who comes back to the address of a form is shown the page', async () => {
  expect((await desk.get(`${path}/status`)).headers.get('location')).toBe(`${path}#status`);
  expect((await desk.get(`${path}/colour-of-the-sky`)).status).toBe(404);
});

test('a part that there is not, and a publication that there is not, are not found', async () => {
  expect((await send('colour-of-the-sky', {}, 'x')).status).toBe(404);
  expect((await desk.get('/desk/nowhere/settings')).status).toBe(404);
});
