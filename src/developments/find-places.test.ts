import { expect, test } from 'vitest';
import { createClusterer } from './clusterer.ts';

const at = Date.parse('2026-11-02T06:00:00Z');
const english = {
  ...{ id: 'en', at, lang: 'en', outlet: 'The Marram Echo', title: 'Rockets strike a bakery in Aleppo' },
  body: 'Rockets struck a bakery in Aleppo on Monday morning, doctors said. Nobody knew how many people were in the queue.',
};
const arabic = {
  ...{ id: 'ar', at: at + 3_600_000, lang: 'ar', outlet: 'صدى مارام', title: 'صواريخ تصيب مخبزا في حلب' },
  body: 'أصابت صواريخ مخبزا في حلب صباح الاثنين، وقال أطباء إن عدد الواقفين في الطابور غير معروف.',
};
const together = (places?: string[], others = places) => {
  const clusterer = createClusterer();
  clusterer.add({ ...english, ...(places && { places }) });
  return clusterer.add({ ...arabic, ...(others && { places: others }) }).development === 'en';
};

test('a place whose names sound alike in no way brings two scripts together once it is known', () => {
  expect(together()).toBe(false);
  expect(together(['geonames:170063'])).toBe(true);
  expect(together(['geonames:170063'], ['geonames:170654'])).toBe(false);
});

test('without places nothing is decided otherwise: none known is as none looked for', () => {
  const decide = (places: object) => {
    const clusterer = createClusterer();
    return [english, arabic].map((report) => clusterer.add({ ...report, ...places }));
  };
  expect(decide({ places: [] })).toEqual(decide({}));
});
