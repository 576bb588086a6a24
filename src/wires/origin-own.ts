import { words } from '#lib/text/words.ts';
import type { Mention } from './origin.ts';

const OURS =
  /\b[Oo]ur (?:own )?(?:\w+ ){0,2}(?:correspondent|reporter|editor|photographer)s?\b|\btold (?:us|this (?:station|newspaper|paper|site))\b|(?<!\p{L})(?:و|ل)?مراسل(?:نا|تنا|ينا)(?!\p{L})|(?<!\p{L})(?:للصحيفة|لصحيفتنا|لموقعنا)(?!\p{L})/u;

/** Words by which a report says that its outlet's people were there, or were told: "our correspondent", "told the Ledger". */
export function ownReporting(body: string, outlet: string): Mention[] {
  const match = OURS.exec(body) ?? toldOutlet(outlet)?.exec(body);
  if (!match) return [];
  return [{ kind: 'outlet', name: outlet, start: match.index, end: match.index + match[0].length }];
}

/** The outlet is told by its whole name or by its last word. */
function toldOutlet(outlet: string): RegExp | null {
  const spelled = words(outlet).map(({ raw }) => raw.replace(/[^\p{L}\p{M}\p{N}'’-]/gu, ''));
  const [last] = spelled.slice(-1);
  if (last === undefined || !/^\p{Lu}/u.test(last)) return null;
  const name = `(?:${spelled.filter((word) => word !== 'The').join(' ')}|${last})`;
  return new RegExp(String.raw`\b(?:told|showed)(?: to)? (?:[Tt]he )?${name}(?![\p{L}\p{N}])`, 'u');
}
