import { foldWord } from '#lib/text/words.ts';
import { ARABIC_PRESS_NOUNS } from './origin-names.ts';

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

/** Words that give the floor to who follows them, a conjunction written onto them or not. */
export const CUES = new Set([
  ...SPEAKING,
  ...folded(`
بحسب حسب حسبما وفق وفقا طبقا استنادا نقلا قاله قالته ذكره ذكرته أعلنه أعلنته أورده أوردته نشره نشرته بثه بثته أفادت به
كشفته أكدته أوضحته لما عما بيان بيانا تقرير تقريرا تصريح تصريحات حديث مقابلة لقاء أرقام بيانات إحصاءات حصيلة مراقبو باحثو صحفيو صحافيو محررو مراسلو مندوبو متحدث ناطق
المتحدث الناطق مراسل مراسلة موفد موفدة مندوب مندوبة كاميرا مصور مصورة`),
]);

/** Between a cue and who it is of: "بحسب ما أفاد به مرصد …", "في بيان صادر عن هيئة …". */
export const BETWEEN = folded(`
به بها بهذا عنه عنها ما في عن على من إلى بيان تقرير خبر حصيلة أحدث آخر مصدر مسؤول مصادر تصريح تصريحات حديث مقابلة
لقاء بيانات إحصاءات أرقام جاء ورد صادر صادرة صدر صدرت خاص خاصة صحفي صحافي باسم لدى مع كل أفاد أفادت ذكر ذكرت ذكره ذكرته أورد أوردت أوردته
نقل نقلت نشر نشرت نشرته أعلن أعلنت أعلنته أعلنه أكد أكدت قال قالت قاله قالته مراسل متحدث ناطق المتحدث الناطق إليه لها له كبير رسمي رسمية مقتضب
مشترك عاجل`);

export const PRESS = folded(ARABIC_PRESS_NOUNS.join(' '));

/** Whether a word is in a set, also with "and" written before it or its object after it: وثّقه, نقلته, نشرها. */
export function isIn(set: ReadonlySet<string>, folded: string): boolean {
  const forms = [folded, ...(/^[وف]/.test(folded) ? [folded.slice(1)] : [])];
  return forms.some((form) => set.has(form) || set.has(form.replace(/(?<=.{3})(?:ها|ه)$/u, '')));
}
