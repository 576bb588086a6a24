import { expect, test } from 'vitest';
import { type ClusterInput, createClusterer } from './clusterer.ts';

const HOUR_MS = 3_600_000;
const MONDAY = Date.parse('2026-11-02T06:00:00Z');
const report = (id: string, hours: number, lang: string, title: string, body: string): ClusterInput => ({
  ...{ id, at: MONDAY + hours * HOUR_MS, title, body, lang },
  outlet: lang === 'ar' ? 'صدى مارام' : 'The Marram Echo',
});

const ferry = report(
  'ferry',
  0,
  'en',
  'Ferry Corriane sinks off Dunmorrow, at least seven dead',
  'The ferry Corriane capsized off Dunmorrow on Monday evening with 68 passengers. Rescuers found seven bodies, said Edda Thornley of the port authority in Selwyn, and 19 people were in hospital.',
);
const ferryInArabic = report(
  'ferry-ar',
  2,
  'ar',
  'غرق العبّارة «كوريان» قبالة دنمورو ومقتل سبعة أشخاص',
  'غرقت العبّارة كوريان مساء الاثنين قبالة دنمورو وعلى متنها ٦٨ راكباً. وقالت إدا ثورنلي من هيئة ميناء سيلوين إن فرق الإنقاذ انتشلت سبع جثث وإن ١٩ شخصاً نُقلوا إلى المستشفى.',
);
const bread = report(
  'bread',
  3,
  'ar',
  'ارتفاع سعر الخبز في دار ميزان',
  'ارتفع سعر ربطة الخبز في دار ميزان إلى ٤٠ كروناً يوم الاثنين بعد تأخر قافلة الطحين عند المعبر، وقال أصحاب أفران إن المخزون يكفي لأسبوع.',
);

test('an event told in English and in Arabic is one development, through names, figures and things', () => {
  const clusterer = createClusterer();
  expect(clusterer.add(ferry).development).toBe('ferry');
  const arabic = clusterer.add(ferryInArabic);
  expect(arabic).toMatchObject({ development: 'ferry', copyOf: null, isNew: false });
  expect(arabic.similarity).toBeGreaterThan(0.5);
  expect(clusterer.add(bread)).toMatchObject({ development: 'bread', isNew: true });
});

test('it is so whichever language came first, and after what was known was put back', () => {
  const clusterer = createClusterer();
  expect(clusterer.add({ ...ferryInArabic, at: ferry.at - HOUR_MS }).isNew).toBe(true);
  expect(clusterer.add(ferry).development).toBe('ferry-ar');
  const anew = createClusterer();
  anew.remember({ ...ferryInArabic, at: ferry.at - HOUR_MS }, 'ferry-ar', null);
  expect(anew.add(ferry).development).toBe('ferry-ar');
});

test('the same place and the same kind of event with other names and figures stay apart', () => {
  const clusterer = createClusterer();
  clusterer.add(ferry);
  const another = report(
    'collision',
    2,
    'ar',
    'تصادم قاربي صيد قرب دنمورو وإصابة ثلاثة صيادين',
    'أصيب ثلاثة صيادين بجروح طفيفة عندما اصطدم قاربان قرب دنمورو فجر الاثنين، وقال حسن البارودي وهو أحد أصحاب القاربين إن الضباب كان كثيفاً وإن الخسائر تقدّر بنحو ١٢٠٠ كرون.',
  );
  expect(clusterer.add(another)).toMatchObject({ development: 'collision', isNew: true });
});

test('further reports in the other language join it by their own words', () => {
  const clusterer = createClusterer();
  clusterer.add(ferry);
  clusterer.add(ferryInArabic);
  const more = report(
    'ferry-ar-2',
    4,
    'ar',
    'ارتفاع حصيلة غرق العبّارة كوريان قبالة دنمورو',
    'قالت هيئة ميناء سيلوين إن فرق الإنقاذ تواصل البحث قبالة دنمورو عن ركاب العبّارة كوريان التي غرقت مساء الاثنين وعلى متنها ٦٨ راكباً.',
  );
  expect(clusterer.add(more).development).toBe('ferry');
  const english = report(
    'ferry-2',
    5,
    'en',
    'Search goes on for those missing from the ferry Corriane off Dunmorrow',
    'Divers searched off Dunmorrow through the night for passengers of the ferry Corriane, which capsized on Monday evening, the port authority in Selwyn said. Seven bodies had been found.',
  );
  expect(clusterer.add(english).development).toBe('ferry');
});
