import { expect, test } from 'vitest';
import { CLUSTER_DEFAULTS } from './cluster-options.ts';
import { compareTold, readTold } from './cluster-told.ts';
import { createLexicon } from './cluster-words.ts';

function compare(one: string, other: string) {
  const lexicon = createLexicon();
  const [a, b] = [one, other].map((text) => {
    const [title = '', body = ''] = text.split(' | ');
    const words = lexicon.read(title, body, CLUSTER_DEFAULTS);
    return {
      told: readTold(words, CLUSTER_DEFAULTS.toldNames),
      terms: words.hashes,
      arabic: words.arabic > words.latin,
    };
  }) as [Parameters<typeof compareTold>[0], Parameters<typeof compareTold>[0]];
  const [namesLacked, numbersShared] = compareTold(a, b);
  return { namesLacked, numbersShared };
}

const gulls = 'Rovers beat Gulls | On Saturday the Rovers beat the Gulls 31-24, and so the Gulls are out of the Cup.';
const gullsAgain = 'Late run beats Gulls | A late run beat the Gulls, who led the Rovers on Saturday. It ended 31-24.';
const herons =
  'Rovers beat Herons | On Saturday the Rovers beat the Herons 20-13, and so the Herons are out of the Cup.';

test('of two games of one team each names somebody whom the other leaves out, and tells another score', () => {
  const [same, different] = [compare(gulls, gullsAgain), compare(gulls, herons)];
  expect(different.namesLacked).toBeGreaterThan(same.namesLacked + 0.3);
  expect(different.numbersShared).toBeLessThan(same.numbersShared - 0.3);
});

test('a name that is told once beside one that is told often says little', () => {
  const withCoach = `${gulls} The Gulls blamed their coach, said Ashby.`;
  const { namesLacked } = compare(withCoach, gulls);
  expect(namesLacked).toBeGreaterThan(0);
  expect(namesLacked).toBeLessThan(compare(gulls, herons).namesLacked / 2);
});

test('a name that the other tells further down is not left out', () => {
  const far = `Cup final is set | ${'It rained all day long on the field. '.repeat(20)} The last to leave were the Gulls and the Rovers.`;
  expect(compare(gulls, far).namesLacked).toBeLessThan(compare(gulls, herons).namesLacked);
});

test('a number is the same in digits, in words and in either script', () => {
  const digits = compare('Fire | A fire hurt 9 dockers.', 'Fire | Dockers hurt: nine.').numbersShared;
  expect(digits).toBe(compare('Fire | A fire hurt 9 dockers.', 'Fire | Dockers hurt: 9.').numbersShared);
  expect(digits).toBe(compare('Fire | A fire hurt 9 dockers.', 'حريق | أصيب تسعة عمال.').numbersShared);
  expect(digits).toBeGreaterThan(compare('Fire | A fire hurt 9 dockers.', 'Fire | Dockers hurt: four.').numbersShared);
});

test('where the script marks no names, none is taken to be left out, and none to be shared', () => {
  const { namesLacked } = compare('حريق في الميناء | أصيب عمال في حريق.', 'سوق السمك | أغلق السوق يوم الاثنين.');
  expect(namesLacked).toBeGreaterThan(compare(gulls, gulls).namesLacked);
  expect(namesLacked).toBeLessThan(compare(gulls, herons).namesLacked);
});
