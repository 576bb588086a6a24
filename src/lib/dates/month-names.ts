/**
 * Months by the beginnings of their names; the first that fits counts. English, French, German, Spanish, Italian, Portuguese,
 * Dutch, Swedish, Polish, Greek, Russian, Ukrainian, Turkish, and Arabic east and west.
 */
export const monthNames: readonly (readonly string[])[] = [
  ['jan', 'jän', 'ene', 'gen', 'oca', 'sty', 'ιαν', 'янв', 'січ', 'يناير', 'كانون الثاني', 'جانفي'],
  ['feb', 'fév', 'fev', 'şub', 'sub', 'lut', 'φεβ', 'фев', 'лют', 'فبراير', 'شباط', 'فيفري'],
  ['mar', 'mär', 'mrz', 'maa', 'mrt', 'μάρ', 'μαρ', 'мар', 'бер', 'مارس', 'آذار', 'اذار'],
  ['apr', 'avr', 'abr', 'nis', 'kwi', 'απρ', 'апр', 'кві', 'أبريل', 'ابريل', 'إبريل', 'نيسان', 'أفريل'],
  ['may', 'mai', 'mei', 'mag', 'maj', 'μάι', 'μαΐ', 'μαι', 'мая', 'май', 'трав', 'مايو', 'أيار', 'ايار', 'ماي'],
  ['jun', 'juin', 'haz', 'giu', 'cze', 'ιούν', 'ιουν', 'июн', 'черв', 'يونيو', 'يونيه', 'حزيران', 'جوان'],
  ['jul', 'juil', 'tem', 'lug', 'lip', 'ιούλ', 'ιουλ', 'июл', 'лип', 'يوليو', 'يوليه', 'تموز', 'جويلية'],
  ['aug', 'aoû', 'aou', 'ago', 'ağu', 'agu', 'sierp', 'αύγ', 'αυγ', 'авг', 'серп', 'أغسطس', 'اغسطس', 'آب', 'أوت'],
  ['sep', 'eyl', 'set', 'wrz', 'σεπ', 'сен', 'вер', 'سبتمبر', 'أيلول', 'ايلول'],
  ['oct', 'okt', 'eki', 'ott', 'out', 'paź', 'οκτ', 'окт', 'жов', 'أكتوبر', 'اكتوبر', 'تشرين الأول', 'تشرين الاول'],
  ['nov', 'kas', 'lis', 'νοέ', 'νοε', 'ноя', 'лист', 'نوفمبر', 'تشرين الثاني'],
  ['dec', 'déc', 'dez', 'dic', 'ara', 'gru', 'δεκ', 'дек', 'груд', 'ديسمبر', 'كانون الأول', 'كانون الاول'],
];

/** The beginnings as one alternation for a regular expression, the longest first. */
export const monthAlternatives: string = monthNames
  .flat()
  .toSorted((a, b) => b.length - a.length)
  .join('|');

/** 1 for January … 12, of a name or its beginning; 0 when it is none. */
export function monthNumber(name: string): number {
  const lower = name.toLowerCase();
  return monthNames.findIndex((beginnings) => beginnings.some((beginning) => lower.startsWith(beginning))) + 1;
}
