import type { Report } from '#wires/wires.ts';

export type ActKind =
  | 'agreement'
  | 'order'
  | 'ruling'
  | 'arrest'
  | 'resignation'
  | 'appointment'
  | 'release'
  | 'finding';

/** An act of those who decide, in the word of a headline. */
export interface Act {
  act: ActKind;
  words: string;
}

const acts: [ActKind, RegExp][] = [
  [
    'agreement',
    /\b(?:signs?|signed|agrees?|agreed|ratif(?:y|ies|ied))\b|(?<!\p{L})(?:اتفاق|اتفقت?|توقيع|وقعت?)(?!\p{L})/iu,
  ],
  [
    'order',
    /\b(?:orders|ordered|decrees?|decreed|bans?|banned|approves?|approved)\b|(?<!\p{L})(?:مرسوم|حظر|تحظر|يأمر|تأمر|أمرت?|وافقت?)(?!\p{L})/iu,
  ],
  [
    'ruling',
    /\b(?:rul(?:es?|ed|ing)|verdict|sentenced?|convicts?|convicted|acquits?|acquitted)\b|(?<!\p{L})(?:حكمت?|قضت|تقضي|إدانة|تبرئة)(?!\p{L})/iu,
  ],
  ['arrest', /\b(?:arrests?|arrested|charged|indict(?:s|ed)?)\b|(?<!\p{L})(?:اعتقال|توقيف|اتهام)(?!\p{L})/iu],
  [
    'resignation',
    /\b(?:resigns?|resigned|resignation|steps? down|stepped down)\b|(?<!\p{L})(?:استقالة|يستقيل|استقالت?)(?!\p{L})/iu,
  ],
  [
    'appointment',
    /\b(?:appoints?|appointed|sworn in|elected|dismiss(?:es|ed)|sacks|sacked)\b|(?<!\p{L})(?:تعيين|انتخاب رئيس|إقالة)(?!\p{L})/iu,
  ],
  ['release', /\b(?:frees|freed|releases|released)\b|(?<!\p{L})(?:الإفراج|إطلاق سراح)(?!\p{L})/iu],
  [
    'finding',
    /\b(?:inquiry|investigation|panel|commission|court|audit)\s+(?:finds|found|says|concludes|blames)\b|(?<!\p{L})تقرير التحقيق(?!\p{L})/iu,
  ],
];

/** What a headline tells to be done: it may come, or is asked for or denied. */
const unsure =
  /\b(?:may|might|could|would|will|to|if|not|no|never|denies|refuses?|demands?|urges?|calls? for|wants?|plans?|offers?)\b/iu;

/** The official acts that a report's headline tells. Few words, each plain: an act that is missed is no harm, a wrong one is. */
export function findActs({ title }: Pick<Report, 'title'>): Act[] {
  return acts.flatMap(([act, pattern]) => {
    const match = pattern.exec(title);
    return match && !unsure.test(title.slice(Math.max(0, match.index - 24), match.index))
      ? [{ act, words: match[0] }]
      : [];
  });
}
