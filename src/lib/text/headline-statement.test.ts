import { describe, expect, test } from 'vitest';
import { readCase } from './headline-case.ts';
import { readHeadline } from './headline-statement.ts';

const texts = [
  'On Monday Dina Hadid closed the port. The governor, Bela Tarn, said that Hadid had no right to close it, and that the ferry workers of Tal Amrin would strike. A spokesman of the Harbour Council said that the peace talks had failed while the boats were away.',
];
const read = (headline: string) => readHeadline(headline, readCase(texts));

describe('a headline within a sentence', () => {
  test.each([
    ['Hadid closes port of Tal Amrin', 'Hadid closing port of Tal Amrin'],
    ['Tarn denies claim and asks for apology', 'Tarn denying claim and asking for apology'],
    ['Ferry workers strike over wages', 'ferry workers striking over wages'],
    ['Peace talks fail in Ostrava', 'peace talks failing in Ostrava'],
    ['Hadid is under fire', 'Hadid being under fire'],
    ['Hadid to open port on Friday', 'Hadid due to open port on Friday'],
    ['Twelve passengers found dead after storm hits coast', 'twelve passengers found dead after storm hits coast'],
    ['Boats held in port by storm', 'boats held in port by storm'],
    ['Hadid: Governor wants port closed', 'Hadid saying governor wants port closed'],
    ['Governor wants port closed, Hadid says', 'Hadid saying governor wants port closed'],
    ['Sudden turn on coast: Hadid opens port', 'Hadid opening port'],
    ['Hadid takes back her words: ‘A joke’', 'Hadid taking back her words'],
    ["Hadid calls governor 'unfit'", 'Hadid calling governor “unfit”'],
    [
      'Hadid Closes the Port of Tal Amrin for Harbour Council',
      'Hadid closing the port of Tal Amrin for Harbour Council',
    ],
  ])('%s', (headline, phrase) => {
    expect(read(headline).phrase).toBe(phrase);
  });

  test.each([
    ['a past that something follows', 'Hadid closed port as governor asks why'],
    ['a verb that is not surely one', 'Hadid flummoxes governor'],
    ['a doubt', 'Hadid may close port'],
    ['what a report is named for', 'Report: Port of Tal Amrin closed'],
    ['two sentences', 'Hadid closes port. Governor waits'],
  ])('is left in its own form: %s', (_, headline) => {
    expect(read(headline).phrase).toBeNull();
  });

  test('says whether it states something', () => {
    for (const headline of ['Hadid may close port', 'Hadid closes port', 'Boats held in port'])
      expect(read(headline).states, headline).toBe(true);
    for (const headline of ['Why Hadid closes port', 'Will Hadid close the port?', 'The myth of the old harbour'])
      expect(read(headline).states, headline).toBe(false);
  });
});
