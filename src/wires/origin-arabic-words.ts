import { foldWord } from '#lib/text/words.ts';
import {
  ARABIC_MONITOR_NOUNS,
  ARABIC_OFFICE_NOUNS,
  ARABIC_OFFICIAL_NOUNS,
  ARABIC_PRESS_NOUNS,
} from './origin-names.ts';

function folded(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/u).map(foldWord));
}

/** Verbs of telling; who speaks follows. */
export const SPEAKING = folded(`
قال قالت يقول تقول أفاد أفادت يفيد تفيد ذكر ذكرت يذكر تذكر أعلن أعلنت يعلن تعلن وثق وثقت سجل سجلت أكد أكدت يؤكد تؤكد
أوضح أوضحت يوضح توضح أحصى أحصت يحصي رصد رصدت كشف كشفت أضاف أضافت أشار أشارت يشير تشير صرح صرحت بينت لفت لفتت حذر
حذرت نفى نفت ينفي تنفي اتهم اتهمت دعا دعت طالب طالبت أبلغ أبلغت شدد شددت رأى رأت اعتبر اعتبرت تحدث تحدثت روى روت قدر قدرت
قرر قررت زعم زعمت عزا عزت نقلت نقل أورد أوردت نشرت نشر بثت بث أذاعت أذاع طلب طلبت أبدى أبدت وصف وصفت رجح رجحت ندد نددت أدان أدانت رفض رفضت أقر أقرت توقع توقعت هدد هددت نصح
نصحت ناشد ناشدت كتب كتبت تعهد تعهدت وعد وعدت`);

/** Verbs that are nothing but verbs of telling. */
export const SURELY_SPEAKING = folded(`
قال قالت يقول تقول أكد أكدت أضاف أضافت ذكر ذكرت أوضح أوضحت صرح صرحت أفاد أفادت روى روت`);

/** Words that give the floor to who follows them, a conjunction written onto them or not. */
export const CUES = new Set([
  ...SPEAKING,
  ...folded(`
بحسب حسب حسبما وفق وفقا طبقا استنادا نقلا قاله قالته ذكره ذكرته أعلنه أعلنته أورده أوردته نشره نشرته بثه بثته أفادت به
كشفته أكدته أوضحته لما عما بيان بيانا تقرير تقريرا تصريح تصريحات حديث مقابلة لقاء أرقام بيانات إحصاءات حصيلة مراقبو باحثو متحدث ناطق
المتحدث الناطق مراسل مراسلة موفد موفدة مندوب مندوبة كاميرا مصور مصورة`),
]);

/** Between a cue and who it is of: "بحسب ما أفاد به مرصد …", "في بيان صادر عن هيئة …". */
export const BETWEEN = folded(`
به بها بهذا عنه عنها ما في عن على من إلى بيان تقرير خبر حصيلة أحدث آخر مصدر مسؤول مصادر تصريح تصريحات حديث مقابلة
لقاء بيانات إحصاءات أرقام جاء ورد صادر صادرة صدر صدرت خاص خاصة صحفي صحافي باسم لدى مع كل أفاد أفادت ذكر ذكرت ذكره ذكرته أورد أوردت أوردته
نقل نقلت نشر نشرت نشرته أعلن أعلنت أعلنته أعلنه أكد أكدت قال قالت قاله قالته مراسل متحدث ناطق المتحدث الناطق إليه لها له كبير رسمي رسمية مقتضب
مشترك عاجل`);

/** Said of somebody who was named before. */
export const NAMED_BEFORE = folded(`
المتحدث المتحدثة الناطق الناطقة البيان الوزارة الوزير الوزيرة المصدر التقرير المرصد الهيئة المديرية الصحيفة الوكالة المجلس القيادة الجيش
الشرطة البلدية الإدارة المحافظ المدير الرئيس المسؤول المنظمة الإذاعة القناة الموقع أنه أنها أنهم إنه إنها إنهم أن إن إنّ في خلال هؤلاء كذلك أيضا بأن بأنه بأنها
أمام عبر على لاحقا ذلك هذا لا لم قد`);

/** What somebody is called before the name. */
export const RANKS = folded(
  'القبطان الكابتن الناطق المتحدث العقيد العميد اللواء الرائد النقيب المقدم الملازم الدكتور الدكتورة السيد السيدة المهندس المهندسة الشيخ القاضي',
);

const nouns = (of: readonly string[]) => folded(of.join(' '));
export const NOUNS = [
  { kind: 'agency', nouns: nouns(ARABIC_PRESS_NOUNS) },
  { kind: 'monitor', nouns: nouns(ARABIC_MONITOR_NOUNS) },
  { kind: 'official', nouns: nouns(ARABIC_OFFICIAL_NOUNS) },
  { kind: 'official', nouns: nouns(ARABIC_OFFICE_NOUNS) },
] as const;
/** Of these, an office is one where it is of a body or of what one deals with; the others of themselves. */
export const OFFICES = nouns(ARABIC_OFFICE_NOUNS);
/** An office that a person has: the name may follow it. */
export const HELD_BY_PERSONS = new Set([...OFFICES, ...folded('وزير وزيرة محافظ متحدث ناطق')]);

/** Whether a word is in a set, also with "and" written before it or its object after it: وثّقه, نقلته, نشرها. */
export function isIn(set: ReadonlySet<string>, folded: string): boolean {
  const forms = [folded, ...(/^[وف]/.test(folded) ? [folded.slice(1)] : [])];
  return forms.some((form) => set.has(form) || set.has(form.replace(/(?<=.{3})(?:ها|ه)$/u, '')));
}
