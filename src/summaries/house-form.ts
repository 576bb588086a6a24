import { ordinaryWords } from '#lib/text/ordinary-words.ts';
import type { Lang } from '#platform/language.ts';

/** The fixed phrases of a summary in one language. */
export interface HouseForm {
  title(day: string): string;
  /** "We review the key developments in Syria, including A, B and C." */
  lede(region: string, headings: string[]): string;
  /** An outlet's own sentence, quoted and attributed; `agency` when the outlet carries one. */
  attributed(outlet: string, agency: string | null, sentence: string): string;
}

const english: HouseForm = {
  title: (day) => `Executive Summary for ${englishDay(day)}`,
  lede: (region, headings) =>
    headings.length === 0
      ? `We review the key developments in ${region}.`
      : `We review the key developments in ${region}, including ${joinHeadings(headings.map(lowerFirst))}.`,
  attributed: (outlet, agency, sentence) =>
    agency && agency !== outlet
      ? `${outlet}, carrying ${agency}, reported: “${innerQuotes(sentence, '‘', '’')}”`
      : `${outlet} reported: “${innerQuotes(sentence, '‘', '’')}”`,
};

const arabic = (lang: Lang): HouseForm => ({
  title: (day) => `الموجز التنفيذي ليوم ${arabicDay(day, lang)}`,
  lede: (region, headings) =>
    headings.length === 0
      ? `نستعرض أبرز التطورات في ${region}.`
      : `نستعرض أبرز التطورات في ${region}، ومنها: ${joinList(headings, '، ', '، و')}.`,
  attributed: (outlet, agency, sentence) =>
    agency && agency !== outlet
      ? `أفاد ${outlet} نقلًا عن ${agency}: «${innerQuotes(sentence, '‹', '›')}»`
      : `أفاد ${outlet}: «${innerQuotes(sentence, '‹', '›')}»`,
});

const forms: Record<string, (lang: Lang) => HouseForm> = { en: () => english, ar: arabic };

/** The house form of a language; English where there is none of its own. */
export function houseForm(lang: Lang): HouseForm {
  return forms[lang.split('-')[0] ?? '']?.(lang) ?? english;
}

/** "A, B and C"; semicolons where a heading has a comma of its own. */
function joinHeadings(headings: string[]): string {
  return headings.some((heading) => heading.includes(','))
    ? joinList(headings, '; ', '; and ')
    : joinList(headings, ', ', ' and ');
}

function joinList(items: string[], between: string, last: string): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(between)}${last}${items.at(-1)}`;
}

const isOrdinary = ordinaryWords([]);

/** "A ceasefire holds" after "including": lower case, where the first word is one that surely names nobody. */
function lowerFirst(heading: string): string {
  const rest = heading.replace(/[.!?]+$/u, '');
  const first = /^\p{Lu}\p{Ll}*(?=\s)/u.exec(rest)?.[0] ?? '';
  const next = rest.slice(first.length).trimStart();
  const names = !/^(?:A|An|The)$/u.test(first) && !(isOrdinary(first.toLowerCase()) && /^\p{Ll}/u.test(next));
  return first === '' || names ? rest : first.toLowerCase() + rest.slice(first.length);
}

/** Quotation marks within a quotation become the inner kind. */
function innerQuotes(sentence: string, open: string, close: string): string {
  let opened = false;
  return sentence.replace(/[“”„«»"]/gu, (mark) => {
    if (mark === '"') opened = !opened;
    else opened = mark === '“' || mark === '„' || mark === '«';
    return opened ? open : close;
  });
}

/** "April 11th" */
function englishDay(day: string): string {
  const date = Temporal.PlainDate.from(day);
  const suffix = { one: 'st', two: 'nd', few: 'rd', other: 'th' } as Record<string, string>;
  const rule = new Intl.PluralRules('en', { type: 'ordinal' }).select(date.day);
  return `${date.toLocaleString('en', { month: 'long', calendar: 'iso8601' })} ${date.day}${suffix[rule] ?? 'th'}`;
}

/** "11 نوفمبر" in `ar`, "11 تشرين الثاني" in `ar-SY`: the region's own month names. */
function arabicDay(day: string, lang: Lang): string {
  const noon = new Date(`${day}T12:00:00Z`);
  return noon.toLocaleDateString(`${lang}-u-nu-latn`, { day: 'numeric', month: 'long', timeZone: 'UTC' });
}
