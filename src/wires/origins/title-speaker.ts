import { isArabic } from '#lib/text/words.ts';
import { arabicAttributions } from './arabic-attributions.ts';
import type { Source } from './attribution.ts';
import { readEnglishSource } from './english-sources.ts';
import type { Named } from './known-origins.ts';

const STATEMENT =
  /^(?:statement|notice|communiqué|message|letter|announcement) (?:of|by|from) (?:the )?(?<of>.+?)(?: on | about | regarding |:|$)/iu;
const BEFORE_COLON = /^(?<of>[^:]{3,60}):\s/u;

/** The official whose words a title says are printed: "Statement of the Council on vaccines", "Police: no brake marks", المديرية: …. */
export function titleSpeaker(title: string, table: readonly Named[]): Source | null {
  const of = (STATEMENT.exec(title) ?? BEFORE_COLON.exec(title))?.groups?.['of'];
  if (of === undefined) return null;
  const source = isArabic(of) ? arabicAttributions(`قال ${of}`, table)[0]?.source : englishSource(of, table);
  return source?.kind === 'official' || source?.kind === 'monitor' ? source : null;
}

function englishSource(of: string, table: readonly Named[]): Source | null {
  const read = readEnglishSource(of, [], table);
  return read === 'nobody' ? null : read.source;
}

/** Whether a title says that a statement is printed below it. */
export function isPrintedStatement(title: string): boolean {
  return /\bstatement\b|communiqué|^notice\b|بيان/iu.test(title);
}
