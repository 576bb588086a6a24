import { describe, expect, test } from 'vitest';
import { findTotals } from './reported-totals.ts';

const totals = (text: string) => findTotals(text).map(({ kind, value }) => `${value} ${kind}`);

describe('totals that a text reports', () => {
  test.each([
    ['The number of dead in the capsizing rose to nine early on Wednesday.', ['9 killed']],
    ['The dead had reached nine by early Wednesday.', ['9 killed']],
    ['Two more bodies were found, raising to 11 the number killed when the ferry capsized.', ['11 killed']],
    ['The death toll rose from 9 to 11.', ['11 killed']],
    ['She said the dead now numbered 15 and the missing four.', ['15 killed']],
    ['She put the number of the dead at 15 and said that four had still not been found.', ['15 killed']],
    ['She put the number of the dead at 15.', ['15 killed']],
    ['They agreed on 12 dead and seven missing, out of 71.', ['12 killed', '7 missing']],
    ['The number of suspected cholera cases in Wadi Nasil has reached 251, with four deaths.', ['251 suspected']],
    ['The directorate now counts 293 suspected cases and five deaths.', ['293 suspected']],
    ['There were 360 suspected cases in the valley.', ['360 suspected']],
    ['It put suspected cases at 374 in the valley.', ['374 suspected']],
    ['Confirmed cases stood at 1,204 on Friday.', ['1204 confirmed']],
    ['ارتفع عدد القتلى في غرق العبّارة إلى 15.', ['15 killed']],
    ['وأعلنت المديرية أن عدد الحالات المشتبه فيها بلغ 331 حالة.', ['331 suspected']],
  ])('in %j are %j', (text, expected) => {
    expect(totals(text).sort()).toEqual(expected.toSorted());
  });

  test.each([
    'Divers recovered two bodies from the wreck.',
    'Two patients died before dawn.',
    'He pulled in nine people, two of whom were dead.',
    'It had seen 27 suspected cases there and no deaths.',
    'Three new suspected cases were found on Monday.',
    'The directorate counted three new suspected cases.',
    'The number of dead could rise to 40.',
    'The number of dead had not reached 40.',
    'The authority denied that the death toll had reached 40.',
    'The number of dead rose to at least nine.',
    'The number of dead rose to about 40.',
    'The number of dead rose to 9 in the east and 11 in the west; the death toll reached 20.',
    'The death toll in the flood of 2019 reached 31.',
    'The death toll reached 31 in 2019.',
    'The death toll reached 31 per cent of last year’s.',
    'The death toll for the day reached 31.',
    'In the worst week the death toll reached 31.',
    'The number of deaths a day fell to 3.',
    'The dead were buried at 9.',
    'The dead had reached the 9th row.',
    '',
  ])('in %j is none that is sure', (text) => {
    expect(totals(text)).toEqual([]);
  });
});
