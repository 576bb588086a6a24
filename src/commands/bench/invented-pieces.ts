import type { PieceContent } from '#pieces/pieces.ts';

/** Invented pieces for measuring: the same ones on every machine. */
export interface InventedPiece {
  id: string;
  path: string;
  dated: string;
  content: PieceContent;
}

const english =
  `ferry harbour bridge council strike school fuel convoy grain clinic water border camp market school inquiry verdict court
prison detainee ceasefire monitor envoy talks ballot voter roll mayor budget wages dockers fishermen storm flood drought well pump
pipeline road mine clearance vaccine cholera hospital nurse doctor teacher pupil bread flour price inflation tax smuggler patrol
checkpoint shelling mortar drone militia officer soldier witness family return village valley island strait ridge river pier mole
lorry tanker engine repair engineer delay closure opening vote debate law reform protest march curfew arrest release appeal trial
archive letter journalist photograph radio newspaper rumour statement denial apology correction figure toll injured missing search
rescue diver crew captain passenger ticket lantern rope anchor net catch bream mullet salt olive barley wheat seed harvest orchard
shepherd goat fence land deed dispute boundary survey map census registry passport visa refugee shelter tent blanket winter snow`.split(
    /\s+/u,
  );
const arabic =
  `ميناء عبارة جسر مجلس إضراب مدرسة وقود قافلة حبوب عيادة مياه حدود مخيم سوق تحقيق محكمة سجن محتجز هدنة مراقب مبعوث محادثات
اقتراع ناخب عمدة ميزانية أجور صياد عاصفة فيضان جفاف بئر مضخة أنبوب طريق لغم لقاح كوليرا مستشفى ممرضة طبيب معلم تلميذ خبز طحين
سعر ضريبة دورية حاجز قصف طائرة ضابط جندي شاهد عائلة عودة قرية وادي جزيرة مضيق نهر رصيف شاحنة محرك مهندس تأخير إغلاق قانون إصلاح
احتجاج مسيرة اعتقال إفراج استئناف محاكمة أرشيف رسالة صحفي صورة إذاعة صحيفة شائعة بيان نفي اعتذار تصحيح حصيلة جريح مفقود إنقاذ غواص
قبطان راكب تذكرة فانوس حبل مرساة شبكة ملح زيتون شعير قمح بذور حصاد بستان راعي ماعز سياج أرض نزاع خريطة إحصاء سجل جواز تأشيرة لاجئ`.split(
    /\s+/u,
  );
const glue = {
  en: 'the of and in to a that for on was said with'.split(' '),
  ar: 'في من على إلى أن عن مع التي'.split(' '),
};
const syllables =
  'bel sar gor van tal am rin kha ru ba dun mor ash mere sel wyn har lo wra um ras sif qua len tor vik ze nor'.split(
    ' ',
  );

/** A small generator of even numbers from 0 to 1 (mulberry32). */
export function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const wordsOfBody = 450;
const msPerDay = 86_400_000;
const firstDay = Date.UTC(2012, 0, 1);

/** One of many: titles of three to five words, bodies of 450, in which some words are far commoner than others. */
export function inventPiece(number: number, lang: 'en' | 'ar'): InventedPiece {
  const chance = createChance(number * 7919 + (lang === 'ar' ? 1 : 0));
  const list = lang === 'ar' ? arabic : english;
  const pick = <T>(from: readonly T[], skew = 1): T => from[Math.floor(chance() ** skew * from.length)] as T;
  const name = (): string => {
    const made = Array.from({ length: 2 + Math.floor(chance() * 2) }, () => pick(syllables)).join('');
    return made.charAt(0).toUpperCase() + made.slice(1);
  };
  const noun = (): string => (lang === 'ar' ? (chance() < 0.5 ? 'ال' : '') : '') + pick(list);
  const title = [noun(), noun(), noun(), ...(lang === 'en' ? [name(), name()] : [noun(), noun()])];
  const body = Array.from({ length: wordsOfBody }, () => {
    const kind = chance();
    return kind < 0.4 ? pick(glue[lang]) : kind < 0.93 ? pick(list, 2.5) : name();
  });
  const sentences = Array.from({ length: 15 }, (_, at) => ({
    id: `s${at}`,
    text: `${body.slice(at * 30, at * 30 + 30).join(' ')}.`,
    basis: { kind: 'uncited' as const },
  }));
  return {
    id: `invented-${lang}-${number}`,
    path: `${lang === 'ar' ? 'ar/' : ''}articles/${number}`,
    dated: new Date(firstDay + (number % 4000) * msPerDay).toISOString().slice(0, 10),
    content: {
      version: 1,
      kind: number % 3 === 0 ? 'background' : 'article',
      lang,
      title: title.join(' '),
      lede: `${body.slice(0, 14).join(' ')}.`,
      blocks: [{ type: 'paragraph', id: 'p', sentences }],
      recommendedReads: [],
      topImage: null,
      topics: [number % 2 === 0 ? 'harbour' : 'ferries'],
    },
  };
}

/** A word with two letters swapped, one left out, one doubled or one put in the place of another. */
export function mistype(word: string, chance: () => number): string {
  const at = 1 + Math.floor(chance() * (word.length - 2));
  const letter = word.charAt(at);
  const kind = Math.floor(chance() * 4);
  const other = word.charAt(at + 1);
  if (kind === 0 && other !== letter) return word.slice(0, at) + other + letter + word.slice(at + 2);
  if (kind === 1) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 2) return word.slice(0, at) + letter + word.slice(at);
  return word.slice(0, at) + (letter === 'e' ? 'a' : 'e') + word.slice(at + 1);
}
