import { describe, expect, test } from 'vitest';
import { findAnnouncedNames } from './arabic-names.ts';

describe('Arabic names that something announces', () => {
  test.each<[string, string, string[]]>([
    ['after a title', 'التقى الوزير سامر دلون أمس', ['سامر', 'دلون']],
    ['after a word of speaking', 'وقالت هانه بريسك، كبيرة المهندسين', ['هانه', 'بريسك']],
    ['before the comma alone', 'قال سامر، وهو طبيب', ['سامر']],
    ['with the article of a family', 'وأعلن إدريس الصوان، رئيس الإدارة', ['إدريس', 'الصوان']],
    ['not where an office follows', 'قال مسؤول محلي إن الطريق مغلق', []],
    ['not where an adjective follows a title', 'قال الرئيس السوري', []],
    ['not in a verb after a title', 'المبعوثة تجد أسماء على جدار', []],
    ['not where nothing announces it', 'وصل سامر دلون', []],
  ])('are found %s', (_, text, names) => {
    const found = findAnnouncedNames(text);
    expect(found.map((each) => each.text)).toEqual(names);
    for (const { start, end, text: name } of found) expect(text.slice(start, end)).toBe(name);
  });
});
