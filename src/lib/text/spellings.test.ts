import { describe, expect, test } from 'vitest';
import { findKnown, wordStandsIn } from './spellings.ts';

const verrell = { spellings: ['Tomas Verrell', 'توماس فيريل', 'فيريل'] };
const mizan = { spellings: ['Dar Mizan', 'دار ميزان'] };
const orrun = { spellings: ['Orrun', 'أورون'] };
const known = [verrell, mizan, orrun];

describe('known spellings', () => {
  test.each<[string, string, string[]]>([
    ['in Latin letters, in any case', 'in DAR MIZAN, Tomas  Verrell said', ['DAR MIZAN', 'Tomas  Verrell']],
    ['in Arabic', 'وقال توماس فيريل في دار ميزان', ['توماس فيريل', 'دار ميزان']],
    ['with what Arabic writes onto a word', 'بدار ميزان وفيريل', ['بدار ميزان', 'وفيريل']],
    ['with harakat and another alef', 'اورون', ['اورون']],
    ['as part of a hyphenated name', 'Jisr al-Orrun said', ['Orrun']],
    ['not within a word', 'Orrunside', []],
    ['not a part of a spelling', 'Tomas said', []],
    ['in an empty text', '', []],
  ])('are found %s', (_, text, names) => {
    const found = findKnown(text, known);
    expect(found.map((each) => each.text)).toEqual(names);
    for (const { start, end, text: name } of found) expect(text.slice(start, end)).toBe(name);
  });

  test('find a word in another script by its consonants, and no other', () => {
    expect(wordStandsIn('بريسك', 'Hanne Brisk said')).toBe(true);
    expect(wordStandsIn('بريسك', 'Hanne Berman said')).toBe(false);
    expect(wordStandsIn('بريسك', 'a brisk wind')).toBe(false);
  });
});
