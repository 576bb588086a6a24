import { sameName } from '#lib/text/same-name.ts';
import { isArabic } from '#lib/text/words.ts';
import { PRESS_NOUNS } from './origin-names.ts';
import type { Named } from './known-origins.ts';
import type { Mention } from './origin.ts';

const OURS: readonly RegExp[] = [
  /\b[Oo]ur (?:own )?(?:[\w-]+ ){0,2}(?:correspondent|reporter|editor|photographer|team|crew|colleague)s?\b/u,
  /\b(?:told|showed) (?:us|this (?:station|newspaper|paper|site|reporter|website|radio|programme|show))\b/u,
  /\b[Tt]his (?:newspaper|reporter|correspondent)\b|\b[Aa] (?:reporter|correspondent) (?:who|saw|at the|on the|in the)\b/u,
  /(?<!\p{L})[ول]?(?:مراسل|موفد|مندوب|مصور|كاميرا?ت?)(?:نا|تنا|ينا|ونا|اتنا)(?!\p{L})/u,
  /(?<!\p{L})(?:للصحيفة|لصحيفتنا|لموقعنا|لإذاعتنا|لقناتنا|لنا)(?!\p{L})/u,
  /(?<!\p{L})[وف]?(?:زرنا|التقينا|شاهدنا|رأينا|سألنا|تجولنا|وقفنا|رصدنا|حدّ?ثتنا|أخبرنا|أخبرتنا|رافقنا|تحدثنا|وجدنا|دخلنا)(?:ها|هم|ه)?(?!\p{L})/u,
];
/** In a report's own voice, outside quotations. */
const WE = /(?<![\p{L}\p{N}’'])(?:[Ww]e|[Uu]s|[Oo]ur|I)(?![\p{L}\p{N}’'.])/u;
const LAST_WORD = new RegExp(String.raw`(?<= )(?:${PRESS_NOUNS})$`, 'u');
/** Beside its own name, in a line of rights or where it could not find out, an outlet does not say that it was there. */
const NOT_THERE =
  /^[^.\n]{0,30}\b(?:could not|cannot|was unable|has not been able|did not)\b|^\s*(?:telephoned|phoned|called|rang|knocked)\b|^[^.\n]{0,60}\bcontributed to this\b|^\s*\)/u;
const RIGHTS = /(?:©|[Cc]opyright|[Ss]ource:|[Ff]ollow|[Ss]ubscribe|المصدر:|\()[^\n.]{0,30}$/u;

/**
 * Words by which a report says that its outlet's people were there, or were told: "our correspondent", "told the Ledger",
 * its own name («جسر أورون»); and, less surely, a report that speaks of "us".
 */
export function ownReporting(body: string, outlet: string, table: readonly Named[], after: number): Mention[] {
  const told = OURS.map((pattern) => pattern.exec(body)).find((match) => match !== null);
  const place = told ? { index: told.index, length: told[0].length } : ownName(body, outlet, table, after);
  if (place) {
    const { index, length } = place;
    return [{ kind: 'outlet', name: outlet, start: index, end: index + length, role: 'there' }];
  }
  const unquoted = body.replace(/“[^“”\n]{0,2000}”|"[^"\n]{0,2000}"|‘[^‘’\n]{0,400}’(?!\p{L})/gu, (quoted) =>
    ' '.repeat(quoted.length),
  );
  const we = WE.exec(unquoted);
  return we ? [{ kind: 'outlet', name: outlet, start: we.index, end: we.index + we[0].length, role: 'we' }] : [];
}

/** The outlet by its whole name, or by its last word where that says that it publishes: "the Ledger". */
function ownName(
  body: string,
  outlet: string,
  table: readonly Named[],
  after: number,
): { index: number; length: number } | null {
  const entry = table.find(({ name }) => name === outlet);
  for (const form of new Set([outlet, ...(entry?.forms ?? [])])) {
    if (form === '' || !/^[\p{Lu}\p{Lo}]/u.test(form)) continue;
    const isWhole = LAST_WORD.test(form) || form.includes(' ') || isArabic(form);
    const bare = form.replace(/^The /u, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const last = LAST_WORD.exec(form)?.[0];
    const written = isArabic(form)
      ? form.includes(' ')
        ? String.raw`(?<!\p{L})[ولب]{0,2}ـ?«?${bare}(?!\p{L})`
        : String.raw`«${bare}»`
      : `${isWhole && !form.startsWith('The ') ? '' : String.raw`\b[Tt]he `}(?<!\\p{L})${bare}(?![\\p{L}\\p{N}])${last ? String.raw`|\b[Tt]he ${last}(?![\p{L}\p{N}])|\b(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree) ${last} (?:reporter|correspondent|photographer|journalist)` : ''}`;
    for (const match of body.matchAll(new RegExp(written, 'gu'))) {
      const end = match.index + match[0].length;
      if (
        match.index < after ||
        NOT_THERE.test(body.slice(end, end + 60)) ||
        RIGHTS.test(body.slice(Math.max(0, match.index - 40), match.index))
      )
        continue;
      return { index: match.index, length: match[0].length };
    }
  }
  for (const match of body.matchAll(/«(?<name>[^«»]{2,40})»/gu))
    if (match.index >= after && sameName(match.groups?.['name'] ?? '', outlet))
      return { index: match.index, length: match[0].length };
  return null;
}
