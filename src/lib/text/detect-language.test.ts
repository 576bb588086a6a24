import { expect, test } from 'vitest';
import { detectLanguage } from './detect-language.ts';

test.each([
  ['en', 'The harbour authority said on Tuesday that ferries would sail again after the storm had passed.'],
  ['fr', 'La préfecture a annoncé mardi que les écoles de la vallée resteraient fermées jusqu’à vendredi.'],
  ['de', 'Die Hafenbehörde teilte am Dienstag mit, dass die Fähren nach dem Sturm wieder fahren würden.'],
  ['tr', 'Liman idaresi salı günü yaptığı açıklamada vapurların fırtınadan sonra yeniden sefere çıkacağını duyurdu.'],
  [
    'ku',
    'Rêveberiya bajêr roja sêşemê ragihand ku dibistan ji ber berfê heta roja înê girtî ne û ew dê li benda biryarê bin.',
  ],
  ['ru', 'Администрация порта сообщила во вторник, что паромы снова начнут ходить после окончания шторма.'],
  ['uk', 'Адміністрація порту повідомила у вівторок, що пороми знову почнуть ходити після завершення шторму.'],
  ['ar', 'أعلنت إدارة الميناء يوم الثلاثاء أن العبارات ستعود إلى الإبحار بعد انتهاء العاصفة.'],
  ['fa', 'اداره بندر روز سه‌شنبه اعلام کرد که کشتی‌ها پس از پایان طوفان دوباره حرکت خواهند کرد.'],
  ['ckb', 'بەڕێوەبەرایەتی بەندەر ڕۆژی سێشەممە ڕایگەیاند کە کەشتییەکان دوای زریانەکە دەست پێ دەکەنەوە.'],
  ['ur', 'بندرگاہ کی انتظامیہ نے منگل کو کہا کہ طوفان کے بعد کشتیاں دوبارہ چلنا شروع ہو جائیں گی۔'],
  ['he', 'רשות הנמל הודיעה ביום שלישי כי המעבורות יפליגו שוב לאחר הסערה.'],
  ['el', 'Η λιμενική αρχή ανακοίνωσε την Τρίτη ότι τα πλοία θα αποπλεύσουν ξανά.'],
  ['ja', '港湾局は火曜日、嵐の後にフェリーの運航を再開すると発表した。'],
  ['zh', '港务局周二表示，风暴过后渡轮将恢复航行。'],
])('knows %s', (lang, text) => {
  expect(detectLanguage(text)).toBe(lang);
});

test('goes with the hint when a text is short, if its script allows', () => {
  expect(detectLanguage('Ferry talks', 'nl-BE')).toBe('nl');
  expect(detectLanguage('Ferry talks', 'ar')).toBe('und');
  expect(detectLanguage('عاجل', 'fa')).toBe('fa');
  expect(detectLanguage('عاجل', 'en')).toBe('ar');
  expect(detectLanguage('12:30', 'en_US')).toBe('en');
  expect(detectLanguage('', null)).toBe('und');
});

test('does not believe a hint that a long text contradicts', () => {
  expect(detectLanguage('La préfecture a annoncé mardi que les écoles de la vallée resteraient fermées.', 'en')).toBe(
    'fr',
  );
});

test('decides by the script that most of a mixed text is in', () => {
  expect(detectLanguage('أعلنت إدارة الميناء (Harbour Authority) أن العبارات ستعود إلى الإبحار غداً')).toBe('ar');
});
