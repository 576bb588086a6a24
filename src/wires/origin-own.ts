import { PRESS_NOUNS } from './origin-names.ts';
import type { Mention } from './origin.ts';

const OURS =
  /\b[Oo]ur (?:own )?(?:\w+ ){0,2}(?:correspondent|reporter|editor|photographer)s?\b|\btold (?:us|this (?:station|newspaper|paper|site))\b|(?<!\p{L})(?:و|ل)?مراسل(?:نا|تنا|ينا)(?!\p{L})|(?<!\p{L})(?:للصحيفة|لصحيفتنا|لموقعنا)(?!\p{L})/u;

const LAST_WORD = new RegExp(String.raw`(?<= )(?:${PRESS_NOUNS})$`, 'u');

/** Words by which a report says that its outlet's people were there, or were told: "our correspondent", "told the Ledger". */
export function ownReporting(body: string, outlet: string): Mention[] {
  const match = OURS.exec(body) ?? toldOutlet(outlet)?.exec(body);
  if (!match) return [];
  return [{ kind: 'outlet', name: outlet, start: match.index, end: match.index + match[0].length }];
}

/** The outlet is told by its whole name, or by its last word where that says that it publishes: "the Ledger". */
function toldOutlet(outlet: string): RegExp | null {
  const name = outlet.replace(/^The /, '').trim();
  if (!/^\p{Lu}/u.test(name)) return null;
  const last = LAST_WORD.exec(name)?.[0] ?? name;
  const forms = [name, last].map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return new RegExp(String.raw`\b(?:told|showed)(?: to)? (?:[Tt]he )?(?:${forms})(?![\p{L}\p{N}])`, 'u');
}
