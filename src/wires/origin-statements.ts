import { CAPITAL, capitalised, OFFICIAL_NOUNS } from './origin-names.ts';
import type { Mention } from './origin.ts';

const OFFICIAL = capitalised(OFFICIAL_NOUNS);
const BODY = String.raw`${CAPITAL}(?: (?:(?:of|for|and) (?:the )?)?${CAPITAL}){0,5}`;

/** Who makes a statement, in English; offices first, then any body with a capital. */
const STATEMENTS: readonly RegExp[] = [
  new RegExp(String.raw`(?:\b[Tt]he\s+)?(?<name>${OFFICIAL})\s[^.!?\n]{0,60}?\bin a (?:\w+ )?statement\b`, 'gu'),
  new RegExp(String.raw`\bIn a (?:\w+ )?statement[^.!?\n]{0,40}?,? the (?<name>${OFFICIAL})`, 'gu'),
  new RegExp(
    String.raw`\b(?:statement|notice|decree|circular|communiqué|press release|announcement) (?:by|from|of|issued by|released by|published by) (?:the )?(?<name>${BODY})`,
    'gu',
  ),
  new RegExp(
    String.raw`\b[Tt]he (?<name>${OFFICIAL})\s[^.!?\n]{0,120}[.] (?:Its|The|In (?:a|its|the)) (?:\w+ )?(?:statement|notice|circular|decree)\b`,
    'gu',
  ),
  new RegExp(
    String.raw`(?:\b[Tt]he\s+)?(?<name>${BODY}) (?:said|says|announced|confirmed|denied|stated|warned|added) in a (?:\w+ )?statement\b`,
    'gu',
  ),
  new RegExp(
    String.raw`(?:\b[Tt]he\s+)?(?<name>${BODY}) (?:has |had )?(?:issued|released|published|put out|read out) (?:a|its) (?:\w+ )?(?:statement|notice|decree|circular)\b`,
    'gu',
  ),
];
const STATEMENT =
  /\b(?:statement|communiqu[eé]|press release|news release|(?:press|news) conference|televised (?:address|speech)|told (?:reporters|journalists)|decree|circular|posted on|wrote on|social (?:media|network)|followers|(?:in|on) (?:a|his|her|its|their)(?: \w+){0,2} (?:post|page|account|channel)|message (?:posted|read)|[Tt]he (?:post|message) (?:has|was|read|said)|[Ii]n (?:a|its) (?:\w+ )?notice)\b|بيان|مؤتمر صح[فا]|تصريح|للصحفيين|للصحافيين|إلى الصح[فا]|تعميم|كلمة متلفزة|منشور/u;
const GOES_ON =
  /^[.]?\s*(?:Its|The|In (?:a|its|the)) (?:\w+ )?(?:statement|notice|circular|decree)\b|^[.،]?\s*و(?:جاء|قال|قالت|ذكر|ذكرت|أوضح|أوضحت|أضاف|أضافت|بحسب)?\s?(?:في )?(?:ال)?(?:بيان|تعميم)/u;

export function findStatements(body: string): Mention[] {
  if (!/statement|notice|decree|circular|communiqué|release|announcement/u.test(body)) return [];
  return STATEMENTS.flatMap((pattern) =>
    Array.from(body.matchAll(pattern)).flatMap((match): Mention[] => {
      const name = (match.groups?.['name'] ?? '').replace(/^The\s+/, '').trim();
      const lead = match[0].length - match[0].trimStart().length;
      const end = match.index + match[0].trimEnd().length;
      return name === '' ? [] : [{ kind: 'official', name, start: match.index + lead, end, role: 'quoted' }];
    }),
  );
}

/** Whether the sentence around a place, or the beginning of the next, says that a statement is passed on. */
export function isStatementAt(body: string, start: number, end: number): boolean {
  const from = Math.max(body.lastIndexOf('. ', start), body.lastIndexOf('\n', start), start - 200, 0);
  const stop = /[.!?؟]\s|\n|$/u.exec(body.slice(end, end + 250))?.index ?? 0;
  return STATEMENT.test(body.slice(from, end + stop)) || GOES_ON.test(body.slice(end + stop, end + stop + 60));
}
