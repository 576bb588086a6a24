import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from './analyse.ts';
import { editDistance, typosIn } from './edit-distance.ts';
import { longestQuery, plainQuery, readQuery } from './read-query.ts';
import { markWords, snippetOf } from './snippet.ts';
import { createVocabulary } from './vocabulary.ts';

const stems = (text: string, lang = 'en') => analyse(text, lang).map(({ stem }) => stem);
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom('ferry', 'the', 'العبّارات', 'للميناء', '3,000', '"', '\0', '\u202e', '\ud800', ' ', '…'), {
      maxLength: 30,
    })
    .map((parts) => parts.join(' ')),
);
const anyLang = fc.constantFrom('en', 'ar', 'fr', 'de', 'tr', 'ru', 'ku', 'ja', 'und', '');

describe('analysing', () => {
  test.each([
    ['en', 'Ferries', 'ferry'],
    ['en', 'harbour’s', 'HARBOURS'],
    ['en', 'repairing', 'repaired'],
    ['en', 'Zoë', 'zoe'],
    ['en', '3,000', '٣٬٠٠٠'],
    ['en', 'U.N.', 'UN'],
    ['fr', 'préfectures', 'prefecture'],
    ['de', 'Häfen', 'hafen'],
    ['ar', 'العبّارات', 'عبارة'],
    ['ar', 'والعبّارة', 'عبّارة'],
    ['ar', 'للميناء', 'الميناء'],
    ['ar', 'إدارة', 'ادارة'],
    ['ar', 'مستشفى', 'مستشفي'],
    ['ar', 'مـيـنـاء', 'ميناء'],
    ['ar', 'مَدْرَسَة', 'المدرسة'],
    ['ar', 'مدرستها', 'مدرستهم'],
    ['ru', 'мосты', 'моста'],
  ])('in %s makes %s and %s one', (lang, one, other) => {
    expect(stems(one, lang)).toEqual(stems(other, lang));
    expect(stems(one, lang)).toHaveLength(1);
  });

  test.each([
    ['en', 'harbour', 'harvest'],
    ['en', '3.5', '3'],
    ['ar', 'ميناء', 'مينا'],
    ['ar', 'بحر', 'حر'],
  ])('in %s keeps %s and %s apart', (lang, one, other) => {
    expect(stems(one, lang)).not.toEqual(stems(other, lang));
  });

  test('cuts scripts that put no space between words', () => {
    expect(analyse('港务局周二表示', 'zh').length).toBeGreaterThan(1);
    expect(analyse('เรือข้ามฟาก', 'th').length).toBeGreaterThan(1);
  });

  test('gives, of any text, words in order within it, of letters and digits alone', () => {
    fc.assert(
      fc.property(anyText, anyLang, (text, lang) => {
        let last = 0;
        for (const { stem, form, start, end } of analyse(text, lang)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(stem).toMatch(/^[\p{L}\p{N}]+$/u);
          expect(form).toMatch(/^[\p{L}\p{N}]+$/u);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('does not mind case, nor how letters with marks are composed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zéèüñöç ]{0,40}$/u), anyLang, (text, lang) => {
        expect(stems(text.normalize('NFD'), lang)).toEqual(stems(text, lang));
        if (lang !== 'tr') expect(stems(text.toUpperCase(), lang)).toEqual(stems(text, lang));
      }),
    );
  });
});

describe('a query', () => {
  const asked = (text: string, lang = 'en') => readQuery(text, lang).map(({ form }) => form);

  test.each([
    ['the ferry and the harbour', ['ferry', 'harbour']],
    ['what is the', ['what', 'is', 'the']],
    ['ferry ferries FERRY', ['ferry']],
    ['"ferry" AND (mole*)', ['ferry', 'mole']],
    ['ferry\0mole \u202eharbour', ['ferry', 'mole', 'harbour']],
    ['', []],
    ['"*()', []],
  ])('%j asks for %j', (text, words) => {
    expect(asked(text)).toEqual(words);
  });

  test('of any text is short, in one line, and of few words', () => {
    fc.assert(
      fc.property(anyText, anyLang, (text, lang) => {
        const plain = plainQuery(text.repeat(50));
        expect(plain.length).toBeLessThanOrEqual(longestQuery);
        expect(plain).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect(plain.isWellFormed()).toBe(true);
        expect(readQuery(text.repeat(50), lang).length).toBeLessThanOrEqual(12);
      }),
    );
  });

  test('takes synonyms of one word for each other, whichever was typed', () => {
    const synonyms = [['ferry', 'steamboat', 'car ferry']];
    for (const text of ['ferries', 'steamboat'])
      expect(readQuery(text, 'en', synonyms)[0]?.stems.toSorted()).toEqual(['ferri', 'steamboat']);
    expect(readQuery('harbour', 'en', synonyms)[0]?.stems).toEqual(['harbour']);
  });

  test('asks for an Arabic word also with what may be written onto it, and without', () => {
    expect(readQuery('ميناء', 'ar')[0]?.stems).toContain('لميناء');
    expect(readQuery('لميناء', 'ar')[0]?.stems).toContain('ميناء');
  });
});

describe('typos', () => {
  test.each([
    ['harbour', 'harbuor', 1],
    ['ferry', 'fery', 1],
    ['bridge', 'brigde', 1],
    ['council', 'counsel', 2],
    ['council', 'councils', 1],
    ['same', 'same', 0],
    ['grain', 'mortar', 3],
  ])('%s and %s are %i apart', (a, b, distance) => {
    expect(editDistance(a, b, 2)).toBe(distance);
  });

  test('are none in short words, one in words of four to seven letters, two in longer ones', () => {
    expect(['mole', 'harbour', 'vaccines', 'sea'].map(typosIn)).toEqual([1, 1, 2, 0]);
  });

  test('distance is the same both ways, and at most one more than asked', () => {
    const word = fc.stringMatching(/^[a-f]{0,9}$/u);
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 2)).toBe(editDistance(b, a, 2));
        expect(editDistance(a, b, 2)).toBeLessThanOrEqual(3);
      }),
    );
  });

  test('the vocabulary knows every word that is near, as a look at each would find', () => {
    const word = fc.stringMatching(/^[a-e]{3,9}$/u);
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, (words, asked) => {
        const near = createVocabulary(words.map((form) => ({ form, stem: form, written: form }))).near(asked, 100);
        const allowed = typosIn(asked);
        const right = words.filter((each) => each !== asked && editDistance(asked, each, allowed) <= allowed);
        expect(near.map(({ form }) => form).toSorted()).toEqual(allowed === 0 ? [] : right.toSorted());
      }),
    );
  });
});

describe('snippets', () => {
  const text = `Nobody had told the passengers why. ${'The rain went on. '.repeat(30)}Two ferries sailed to the mole on Friday. ${'It was quiet. '.repeat(30)}`;

  test('show the stretch with the most of the words, cut at words, and say that there is more', () => {
    const runs = snippetOf(['Rain.', text], 'en', new Set(['ferri', 'mole']));
    const shown = runs.map(({ text: run }) => run).join('');
    expect(shown).toContain('Two ferries sailed to the mole on Friday.');
    expect(runs.filter(({ found }) => found).map(({ text: run }) => run)).toEqual(['ferries', 'mole']);
    expect(shown).toMatch(/^… .* …$/u);
    expect(shown.length).toBeLessThan(300);
    expect(snippetOf([text], 'en', new Set(['zzz']))).toEqual([]);
  });

  test('are, without ellipses, text of the piece, whatever it is', () => {
    fc.assert(
      fc.property(anyText, anyLang, (any, lang) => {
        const wanted = new Set(stems(any, lang).slice(0, 3));
        const shown = snippetOf([any], lang, wanted)
          .map(({ text: run }) => run)
          .join('')
          .replace(/^… | …$/gu, '');
        expect(any).toContain(shown);
        expect(
          markWords(any, lang, wanted)
            .map(({ text: run }) => run)
            .join(''),
        ).toBe(any);
      }),
    );
  });
});
