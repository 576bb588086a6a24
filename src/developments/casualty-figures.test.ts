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
    ['وبلغ عدد الحالات 352 حالة وعدد الوفيات 7.', ['7 killed']],
    ['مقتل 12 شخصًا وإصابة 30 آخرين', ['12 killed', '30 injured']],
    ['نزوح ثلاثة آلاف', ['3000 displaced']],
    // What is nearest is not what is counted.
    ['Nine promised a bridge and only two mentioned the second exchange of detainees. All nine agreed.', []],
    ['No leader named a date for the second exchange of detainees. All nine said they would accept it.', []],
    ['Nobody was killed, though two shepherds needed treatment.', []],
    ['Cases had risen to 251 and a fourth person had died.', []],
    ['It saw 27 suspected cases there and no deaths.', []],
    ['A man of 70 died at the hospital.', []],
    ['A woman aged 48 died.', []],
    ['Detainees freed five days before said so.', []],
    ['Of nine parties, five spoke of the detainees.', []],
    ['Two soldiers, both from Ashmere, were killed.', []],
    ['The dead had reached nine by Wednesday.', ['9 killed']],
    ['They were killed ten days ago.', []],
    ['Two of the dead were children.', []],
    ['مقتل رجل بعد 12 يومًا من الهدنة', []],
    ['He pulled in nine people, two of whom were dead.', ['2 killed']],
    ['The number of the dead is 15.', ['15 killed']],
    ['Killed: 4. Missing: 7', ['4 killed', '7 missing']],
    ['', []],
  ])('in %j are %j', (text, expected) => {
    expect(figures(text).sort()).toEqual(expected.toSorted());
  });
});
