import { describe, expect, test } from 'vitest';
import { findCasualtyFigures } from './casualty-figures.ts';

const figures = (text: string) => findCasualtyFigures(text).map(({ kind, value }) => `${value} ${kind}`);

describe('casualty figures', () => {
  test.each([
    ['At least 12 people were killed and 30 wounded.', ['12 killed', '30 injured']],
    ['12 killed, 30 injured.', ['12 killed', '30 injured']],
    ['The blast killed 12 people and injured 30.', ['12 killed', '30 injured']],
    ['It killed at least twenty-three; 400 were displaced.', ['23 killed', '400 displaced']],
    ['Some 2,000 people were displaced.', ['2000 displaced']],
    ['In 2016 nobody was killed.', []],
    ['Seven people are missing after Friday’s storm.', ['7 missing']],
    ['Forty were arrested. Nine boats sailed.', ['40 detained']],
    ['The dead were buried.', []],
    ['Nine boats sailed. The crew was hurt.', []],
    ['Nobody spoke of the detainees. All nine sailed.', []],
    ['12 dead and, later, 12 killed.', ['12 killed']],
    ['مقتل 12 شخصًا وإصابة 30 آخرين', ['12 killed', '30 injured']],
    ['نزوح ثلاثة آلاف', ['3000 displaced']],
    ['', []],
  ])('in %j are %j', (text, expected) => {
    expect(figures(text).sort()).toEqual(expected.toSorted());
  });
});
