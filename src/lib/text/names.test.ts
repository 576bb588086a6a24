import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNames, nameStandsIn } from './names.ts';

const ordinary = new Set(['the', 'ferry', 'villagers', 'talks', 'we']);
const names = (text: string, headline = false) =>
  findNames(text, (word) => ordinary.has(word), headline).map((name) => name.text);

describe('names', () => {
  test.each([
    ['Ferry crews met Dina Salam in Belhan.', ['Dina', 'Salam', 'Belhan']],
    ['Belhan was quiet. Villagers left.', ['Belhan']],
    ['On Monday in March, President Hadid spoke.', ['On', 'Hadid']],
    ['She said: “We trust Hadid’s men.”', ['She', 'Hadid']],
    ['Bashir al-Amrin and O’Brien, Jean-Luc', ['Bashir', 'Amrin', 'O’Brien', 'Jean-Luc']],
    ['the U.S. and the EU', ['U', 'S', 'EU']],
    ['an iPhone and an eBay sale', []],
    ['Évora and Łódź', ['Évora', 'Łódź']],
    ['قال المتحدث في دمشق', []],
    ['', []],
  ])('are found in %j', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test('may begin with ordinary words anywhere in a headline', () => {
    expect(names('Villagers Of Belhan Meet At The Ferry', true)).toEqual(['Of', 'Belhan', 'Meet', 'At']);
  });

  test.each([
    ['Belhan', 'in BELHAN today', true],
    ['Syrian', 'in Syria', true],
    ['Syria', 'two Syrians', true],
    ['Hadid', 'Bashir al-Hadid', true],
    ['Zoë', 'Zoe said', true],
    ['O’Brien', "O'Brien", true],
    ['Iran', 'Iraq', false],
    ['Ali', 'the Alians', false],
    ['Mali', 'Somali', false],
    ['Belhan', 'Belhanistan', false],
    ['Hadi', 'Hadid', false],
    ['Belhan', '', false],
  ])('%s against %j: %s', (name, text, stands) => {
    expect(nameStandsIn(name, text)).toBe(stands);
  });

  test('lie in order, within the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let last = 0;
        for (const { start, end, text: name } of findNames(text, () => false)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toBe(name);
          last = end;
        }
      }),
    );
  });
});
