/** What the newsroom of the tests would say in languages that have a file of words; days as the region writes 11 April 2026. */
export interface Told {
  name: string;
  topic: string;
  title: string;
  sentence: string;
  person: string;
  /** A word of the sentence, to search for. */
  word: string;
  day: string;
  month: string;
}

export const toldIn: Record<string, Told> = {
  fr: {
    ...{ name: 'Le Courrier du port', topic: 'Traversées', title: 'Le bac repart', person: 'Lucile Harmand' },
    ...{ sentence: 'Le bac est reparti vendredi.', word: 'reparti', day: '11 avril 2026', month: 'avril 2026' },
  },
  ru: {
    ...{ name: 'Портовый вестник', topic: 'Переправы', title: 'Паром снова ходит', person: 'Лидия Гаванская' },
    ...{ sentence: 'Паром вышел в море в пятницу.', word: 'паром', day: '11 апреля 2026', month: 'апрель 2026' },
  },
  tr: {
    ...{ name: 'Liman Postası', topic: 'Geçişler', title: 'Vapur yeniden yolda', person: 'İpek Limancı' },
    ...{ sentence: 'Vapur cuma günü yeniden yola çıktı.', word: 'vapur', day: '11 Nisan 2026', month: 'Nisan 2026' },
  },
  fa: {
    ...{ name: 'پیک بندر', topic: 'گذرگاه‌ها', title: 'کشتی دوباره راه افتاد', person: 'لاله بندری' },
    ...{ sentence: 'کشتی روز جمعه دوباره راه افتاد.', word: 'کشتی', day: '۱۱ آوریل ۲۰۲۶', month: 'آوریل ۲۰۲۶' },
  },
  ku: {
    ...{ name: 'Peyka Benderê', topic: 'Derbasbûn', title: 'Keştî dîsa çû', person: 'Zîn Benderî' },
    ...{ sentence: 'Keştî roja înê dîsa çû.', word: 'keştî', day: '11ê nîsana 2026an', month: '2026' },
  },
  ckb: {
    ...{ name: 'پەیکی بەندەر', topic: 'پەڕینەوەکان', title: 'کەشتی دووبارە ڕۆیشت', person: 'ژین بەندەری' },
    ...{ sentence: 'کەشتی ڕۆژی هەینی دووبارە ڕۆیشت.', word: 'کەشتی', day: '١١ی نیسانی ٢٠٢٦', month: '٢٠٢٦' },
  },
};
