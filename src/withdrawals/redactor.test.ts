import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRedactor } from './redactor.ts';
import { plainTombstone, UnusableName, type Withdrawal } from './withdrawal.ts';

function withdrawalOf(names: string[], changes: Partial<Withdrawal> = {}): Withdrawal {
  const at = '2026-11-20T09:00:00.000Z';
  return { id: 'wd_0123456789abcdef', number: 3, names, tombstone: plainTombstone, at, by: 'Editor', ...changes };
}

const redactorOf = (...names: string[]) => createRedactor([withdrawalOf(names)]);
const oona = redactorOf('Oona Firth', 'عونة فيرث');
const gone = '[name withdrawn]';

describe('a redactor', () => {
  test.each([
    ['Oona Firth sailed on Friday.', `${gone} sailed on Friday.`],
    ['said OONA FIRTH, the mate', `said ${gone}, the mate`],
    ['Óona  Fïrth', gone],
    ['Oona\nFirth', gone],
    ['Oona\u00a0Firth', gone],
    ['Oo\u00adna Fir\u200bth', gone],
    ['Oona-Firth and oona_firth', `${gone} and ${gone}`],
    ['@OonaFirth', `@${gone}`],
    ['oona.firth@courier.example', `${gone}@courier.example`],
    ["Oona Firth’s boat, Oona Firth's boat", `${gone}’s boat, ${gone}'s boat`],
    ['Oona Firth12', `${gone}12`],
    ['Ｏｏｎａ Ｆｉｒｔｈ', gone],
    ['%4Fona%20Firth', gone],
    ['“Oona Firth”', `“${gone}”`],
  ])('finds a name as it is written in %j', (text, redacted) => {
    expect(oona.text(text, 'en')).toBe(redacted);
    expect(oona.mentions(text)).toBe(true);
  });

  test.each([
    'Oona sailed. Firth stayed.',
    'Oona Firthson and Moona Firth',
    'Oona and Firth',
    'Firth, Oona Lane',
    'Oona, Firth',
  ])('leaves %j as it is', (text) => {
    expect(oona.text(text, 'en')).toBe(text);
    expect(oona.mentions(text)).toBe(false);
  });

  test.each([
    ['قالت عونة فيرث إن', 'قالت [حُجب الاسم] إن'],
    ['وعونة فيرث', 'و[حُجب الاسم]'],
    ['بعونة فيرث ولعونة فيرث', 'ب[حُجب الاسم] ول[حُجب الاسم]'],
    ['عُونـَـة فِيرْث', '[حُجب الاسم]'],
    ['عونه فیرث', '[حُجب الاسم]'],
    ['عونة\u200fفيرث', '[حُجب الاسم]'],
    ['\u2067عونة فيرث\u2069', '\u2067[حُجب الاسم]\u2069'],
    ['https://courier.example/%D8%B9%D9%88%D9%86%D8%A9-%D9%81%D9%8A%D8%B1%D8%AB', 'https://courier.example/[حُجب الاسم]'],
  ])('finds an Arabic name with what is attached to it in %j', (text, redacted) => {
    expect(oona.text(text, 'ar')).toBe(redacted);
  });

  test('knows an Arabic name that begins with the article, also where the article is swallowed', () => {
    const redactor = redactorOf('الفيرثي');
    expect(redactor.text('قال الفيرثي للفيرثي والفيرثي')).toBe('قال [حُجب الاسم] لل[حُجب الاسم] و[حُجب الاسم]');
    expect(redactorOf('أحمد عبد الفيرث').text('أمام احمد عبدالفيرث')).toBe('أمام [حُجب الاسم]');
  });

  test('says the tombstone of the text’s language, and without one that of the name’s script', () => {
    expect(oona.text('Oona Firth', 'ar-SY')).toBe('[حُجب الاسم]');
    expect(oona.text('عونة فيرث', 'en-GB')).toBe(gone);
    expect(oona.text('Oona Firth عونة فيرث')).toBe('[name withdrawn] [حُجب الاسم]');
    expect(oona.text('Oona Firth', 'fi')).toBe(gone);
    expect(oona.text('Oona Firth', 'fr')).toBe('[nom retiré]');
    const own = createRedactor([withdrawalOf(['Oona Firth'], { tombstone: { und: '[a source]' } })]);
    expect(own.text('Oona Firth', 'en')).toBe('[a source]');
  });

  test('knows names with initials, letters that are written in two ways, and scripts without spaces', () => {
    expect(redactorOf('O. Firth').text('by O. Firth, O.Firth and O Firth')).toBe(`by ${gone}, ${gone} and ${gone}`);
    expect(redactorOf('Firth, Oona').text('Firth, Oona; firth-oona')).toBe(`${gone}; ${gone}`);
    expect(redactorOf('Oona “Skip” Firth').text('Oona “Skip” Firth')).toBe(gone);
    expect(redactorOf('Jörg Måde').text('Jorg Made, joerg-maade')).toBe(`${gone}, ${gone}`);
    expect(redactorOf("Sean O'Firth").text('Sean O’Firth, sean-ofirth')).toBe(`${gone}, ${gone}`);
    expect(redactorOf('山田花子').text('昨日山田花子は')).toBe(`昨日${gone}は`);
  });

  test('takes the name out of a path and keeps the rest of it', () => {
    expect(oona.slug('articles/2016/04/11/a-talk-with-oona-firth-on-water')).toBe(
      'articles/2016/04/11/a-talk-with-name-withdrawn-3-on-water',
    );
    expect(oona.slug('articles/the-ferry')).toBe('articles/the-ferry');
  });

  test('drops an address whole, and tells a key again by a hash', () => {
    expect(oona.address('https://courier.example/by/oona-firth')).toBeNull();
    expect(oona.address('https://courier.example/ferry')).toBe('https://courier.example/ferry');
    expect(oona.key('file:Gorvan Courier:oona-firth')).toMatch(/^[0-9a-f]{64}$/u);
    expect(oona.key('file:Gorvan Courier:oona-firth')).toBe(oona.key('file:Gorvan Courier:oona-firth'));
    expect(oona.key('file:Gorvan Courier:r1')).toBe('file:Gorvan Courier:r1');
  });

  test('answers the very same JSON where no name is, and takes it out of values and keys elsewhere', () => {
    const free = { path: 'articles/ferry', counts: [1, 2], none: null };
    expect(oona.json(free)).toBe(free);
    const named = oona.json({ path: 'by/oona-firth', said: ['Oona Firth sailed'], 'oona-firth': true });
    expect(JSON.stringify(named)).not.toMatch(/firth/iu);
    expect(named).toMatchObject({ said: [`${gone} sailed`] });
  });

  test('applies an older withdrawal first, so that a later one finds what the older one left', () => {
    const older = withdrawalOf(['Oona Firth'], { id: 'wd_a' });
    const later = withdrawalOf(['Captain Oona Firth', 'Mira Holt'], { id: 'wd_b' });
    const text = 'Captain Oona Firth met Mira Holt.';
    const inTurn = createRedactor([later]).text(createRedactor([older]).text(text));
    expect(createRedactor([older, later]).text(text)).toBe(inTurn);
    expect(inTurn).toBe(`Captain ${gone} met ${gone}.`);
  });

  test('refuses a name that ordinary words are full of', () => {
    for (const name of ['A', 'Al', '—', '12']) expect(() => redactorOf(name)).toThrow(UnusableName);
  });

  test('does nothing where nothing is withdrawn', () => {
    const none = createRedactor([]);
    expect(none.empty).toBe(true);
    expect(none.text('Oona Firth')).toBe('Oona Firth');
  });
});

const names = ['Oona Firth', 'عونة فيرث', 'Mira al-Holt', 'الفيرثي', 'Jörg Ås-Quay', 'O. Firth', '山田花子'];
const bits = fc.oneof(
  fc.constantFrom(
    ...names,
    'oona-firth',
    'OonaFirth',
    'oona',
    'firth',
    'و',
    'ال',
    'لل',
    'mira',
    'holt',
    '%20',
    '%D8%B9',
  ),
  fc.constantFrom(' ', '-', '_', '.', "'", '\u0301', 'ـ', '\u200f', '\u00ad', '\n', 'ß', '🙂', '[', 'é', 's', '1'),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
);
const texts = fc.array(bits, { maxLength: 14 }).map((parts) => parts.join(''));
const everybody = createRedactor([
  withdrawalOf(names.slice(0, 4), { id: 'wd_a' }),
  withdrawalOf(names.slice(4), { id: 'wd_b' }),
]);

describe('of any text, a redactor', () => {
  test('leaves no spelling, and nothing to do for a second time', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('en', 'ar', undefined), (text, lang) => {
        const redacted = everybody.text(text, lang);
        expect(everybody.mentions(redacted)).toBe(false);
        expect(everybody.text(redacted, lang)).toBe(redacted);
        const slug = everybody.slug(text);
        expect(everybody.mentions(slug)).toBe(false);
        expect(everybody.slug(slug)).toBe(slug);
      }),
      { numRuns: 1500 },
    );
  });

  test('changes nothing where it finds nothing', () => {
    fc.assert(
      fc.property(texts, (text) => {
        if (!everybody.mentions(text)) expect(everybody.text(text)).toBe(text);
        else expect(everybody.text(text)).not.toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  test('moves every range to one of the new text: in order, and to the letter where no name is in it', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
        const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        const { text: redacted, move } = everybody.rewrite(text, 'en');
        const from = move(start, 'start');
        const to = move(end, 'end');
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(redacted.length);
        expect(move(0, 'start')).toBe(0);
        expect(move(text.length, 'end')).toBe(redacted.length);
        if (start < end) expect(from).toBeLessThanOrEqual(to);
        const within = redacted.slice(from, to);
        if (start < end && !within.includes('withdrawn')) expect(within).toBe(text.slice(start, end));
      }),
      { numRuns: 1500 },
    );
  });
});
