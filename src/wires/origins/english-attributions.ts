import type { Named } from './known-origins.ts';
import type { Attribution } from './attribution.ts';
import { antecedent, introduced, isSurname } from './english-antecedents.ts';
import { sentencesOf, type Token } from './english-clauses.ts';
import {
  DAYS,
  following,
  nounEnd,
  opensClause,
  PASSIVE,
  phrase,
  PLURALS,
  RELATIVES,
  segment,
  skipFilling,
  type Subject,
  SURELY,
  backwards,
} from './english-phrases.ts';
import { readEnglishSource } from './english-sources.ts';
import { OFFICIAL_TELLING, SAYING, TELLING } from './speech-words.ts';
import { isStatementIn } from './statement-words.ts';

const NOT = new Set(
  "not didn't doesn't don't hasn't haven't hadn't never nor cannot couldn't wouldn't won't neither".split(' '),
);
/** Who tells what in an English text, in order: by verbs of telling, "according to", statements of somebody. */
export function englishAttributions(body: string, table: readonly Named[]): Attribution[] {
  const rows = sentencesOf(body);
  const found = rows.flatMap((row) => row.flatMap((_, at) => attributionAt(body, row, at, table) ?? []));
  const [first] = found.filter(({ source }) => source?.kind !== 'carrier');
  if (!first || (first.source !== null && first.source.bare !== 'office' && !isSurname(first.source))) return found;
  const named = first.source;
  const source =
    (named && isSurname(named) ? introduced(body, rows, first.start, named.name, table) : null) ??
    (named?.kind === 'person'
      ? null
      : antecedent(
          body,
          rows,
          named ? { ...first, adds: [named.name, ...named.also].filter((name) => name.includes(' ')) } : first,
          table,
        ));
  if (!source || (named && source.kind !== 'official' && source.kind !== 'monitor')) return found;
  return found.map((each) => (each === first ? { ...each, source } : each));
}

function attributionAt(body: string, row: readonly Token[], at: number, table: readonly Named[]): Attribution | null {
  const token = row[at];
  if (token?.kind !== 'word') return null;
  const first = Math.max(row[0]?.start ?? 0, token.start - MOST_AROUND);
  const last = Math.min(row.at(-1)?.end ?? 0, token.end + MOST_AROUND);
  const isStatement = () =>
    token.low === 'announced' ||
    isStatementIn(body.slice(first, last), body) ||
    STATEMENT_NEXT.test(body.slice(last, last + 60));
  const made = (subject: Subject | null): Attribution | null => {
    if (!subject) return { start: token.start, end: token.end, source: null, isStatement: isStatement() };
    const { head, beside } = subject;
    const read = readEnglishSource(head.text, beside, table);
    if (read === 'nobody') return null;
    const [start, end] = [Math.min(head.start, token.start), Math.max(head.end, token.end)];
    if (read.source === null) return { start, end, source: null, adds: read.adds, isStatement: isStatement() };
    return { start, end, source: read.source, isStatement: isStatement() };
  };
  const { low } = token;
  if (low === 'according' && row[at + 1]?.low === 'to') return made(following(body, row, at + 2));
  if (
    /^(?:words|view|opinion|account|reckoning|estimation|version|telling)$/u.test(low) &&
    row[at + 1]?.low === 'of' &&
    row[at - 1]?.low === 'the'
  )
    return made(following(body, row, at + 2));
  if (BY.test(low)) {
    const by = row[at + 1]?.low === 'on' && DAYS.test(row[at + 2]?.low ?? '') ? at + 3 : at + 1;
    const told = row[by]?.low === 'by' ? made(following(body, row, by + 1)) : null;
    if (told?.source && (low === 'reported' || SPEAKS_BY_DEEDS.has(told.source.kind))) return told;
    if (told) return null;
  }
  if (TEXTS.test(low)) {
    const told = made(textOf(body, row, at));
    return told?.source && !SPEAKS_BY_DEEDS.has(told.source.kind) ? null : told;
  }
  if (low === 'quoted' && PASSIVE.has(row[at - 1]?.low ?? '')) return made(subjectOf(body, row, at - 1));
  if (SAYING.has(low)) return made(null);
  if (/^\p{Lu}/u.test(token.text)) return null;
  const isTelling = TELLING.has(low);
  if (!isTelling && !OFFICIAL_TELLING.has(low)) return null;
  if (isNounHere(row, at) || (low === 'accused' && row[at + 1]?.low === 'of')) return null;
  const before = row[at - 1];
  if (
    before &&
    (NOT.has(before.low) ||
      before.low === 'to' ||
      before.low === 'having' ||
      (before.low === 'who' && row[at + 1]?.low === 'for') ||
      (PASSIVE.has(before.low) && low !== 'quoted'))
  )
    return null;
  if (isInside(row, at, isTelling)) return null;
  const attribution = made(subjectOf(body, row, at));
  // A body or an office counts, finds and orders as it speaks; with anybody else these are deeds.
  if (!isTelling && attribution?.source && !SPEAKS_BY_DEEDS.has(attribution.source.kind)) return null;
  return attribution && !isTelling ? { ...attribution, isDeed: true } : attribution;
}
/** What is told that somebody told or did: "he said that the minister had promised", "because officials asked". */
function isInside(row: readonly Token[], at: number, isTelling: boolean): boolean {
  const { from } = segment(row, skipFilling(row, at - 1));
  const bound = row[from - 1]?.low ?? '';
  if (from >= at) return false;
  if (bound === 'that') return row.slice(0, from - 1).some(({ low }) => SURELY.test(low) && TELLING.has(low));
  return !isTelling && /^(?:because|after|when|while|where|if|although|since|until|before)$/u.test(bound);
}

/** So many characters of a sentence before and after a verb tell whether it is of a statement. */
const MOST_AROUND = 400;
const SPEAKS_BY_DEEDS = new Set(['monitor', 'official']);
const TEXTS =
  /^(?:statement|communiqué|communique|circular|decree|announcement|bulletin|notice|message|warning|appeal|ruling|verdict|findings|figures|leaflet|newsletter|communiqués|notices|results|count|tally|list|log|letter|decision|survey)$/u;
/** "Announced by", "figures compiled by". */
const BY = /^(?:signed|issued|published|announced|confirmed|denied|reported|compiled|documented|disclosed|revealed)$/u;
const STATEMENT_NEXT = /^\s*(?:Its|The|In (?:a|its|the)) (?:\w+ )?(?:statement|notice|circular|decree)\b/u;

/** "The report", "two claims", "of names": nouns that are spelled as verbs are. */
function isNounHere(row: readonly Token[], at: number): boolean {
  const low = row[at]?.low ?? '';
  if (SURELY.test(low) && low !== 'named') return false;
  const before = row[at - 1]?.low ?? '';
  const next = row[at + 1];
  if (PLURALS.has(low) && next?.kind === 'word' && !TELLS_WHAT.test(next.text)) return true;
  return /^(?:the|a|an|its|their|his|her|of|this|that|no|any|new|more|two|three|in|by|for|with|from|on|press|own|latest|first)$/u.test(
    before,
  );
}

/** What follows a verb: what is told, or when. */
const TELLS_WHAT =
  /^(?:that|the|an?|its|it|in|on|as|only|how|what|no|more|at|this|there|he|she|they|some|about|for|\p{N}.*|\p{Lu}.*)$/u;

/** A statement of somebody: "a statement from the Ministry", "Ashmere General's statement". */
function textOf(body: string, row: readonly Token[], at: number): Subject | null {
  const next = row[at + 1]?.low ?? '';
  if (/^(?:from|by|of)$/u.test(next)) return following(body, row, at + 2);
  if (/^(?:issued|released|published|signed|kept|compiled|drawn|sent|put|made|posted|printed)$/u.test(next)) {
    if (row[at + 3]?.low === 'by') return following(body, row, at + 4);
    if (row[at + 2]?.low === 'by') return following(body, row, at + 3);
  }
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const owner = row[i];
    if (owner && /(?:['’]s|s['’])$/u.test(owner.text)) return { head: backwards(body, row, i), beside: [] };
  }
  return null;
}

/** What a verb of telling has for its subject; null where that was named before. */
function subjectOf(body: string, row: readonly Token[], at: number): Subject | null {
  const i = skipFilling(row, at - 1);
  const last = row[i];
  // “…,” said the ministry; so says a statement.
  if (!last || last.kind === 'quote' || /^(?:so|thus|,)$/u.test(last.low)) {
    const isInverted =
      row[at]?.low !== 'told' &&
      (last?.low === ',' ? INVERTED.test(row[at]?.low ?? '') && opensName(row, at + 1) : true);
    const inverted = isInverted ? following(body, row, at + 1) : null;
    if (inverted) return inverted;
    if (last?.low !== ',') return null;
  }
  if (/^(?:and|but|or)$/u.test(last.low)) return null;
  if (last.low === ',') {
    // "Corwen Stape, the lock-keeper, said": what is between the commas says who it is.
    let aside = segment(row, i - 1);
    if (aside.from > aside.to) return null;
    if (RELATIVES.has(row[aside.from - 1]?.low ?? '') && row[aside.from - 2]?.low !== ',')
      aside = { ...segment(row, aside.from - 2), to: aside.to };
    const before = row[aside.from - 1];
    const between = phrase(body, row, aside.from, aside.to);
    if (before?.low === ',' || RELATIVES.has(before?.low ?? '')) {
      const place = before?.low === ',' ? aside.from - 2 : aside.from - 3;
      const relative = RELATIVES.has(before?.low ?? '') ? [`${before?.low ?? ''} ${between.text}`] : [between.text];
      // Two asides: "Hask, the captain, who speaks for …, said".
      const head = segment(row, place);
      if (head.from > head.to) return { head: between, beside: [] };
      return { head: phrase(body, row, head.from, head.to), beside: relative };
    }
    return { head: between, beside: [] };
  }
  // "The Observatory, which said": of what stands before.
  if (RELATIVES.has(last.low)) {
    const owner = segment(row, row[i - 1]?.low === ',' ? i - 2 : i - 1);
    return owner.from > owner.to ? null : { head: phrase(body, row, owner.from, owner.to), beside: [] };
  }
  const segmented = segment(row, i);
  const { to } = segmented;
  let { from } = segmented;
  if (from > to) return null;
  // "The captain who speaks for the police said": all of it.
  if (RELATIVES.has(row[from - 1]?.low ?? '') && row[from - 2]?.kind === 'word' && !opensClause(row[from]))
    ({ from } = segment(row, from - 2));
  const head = phrase(body, row, from, to);
  const before = row[from - 1]?.low ?? '';
  const beside = before === ',' ? segment(row, from - 2) : null;
  return { head, beside: beside && beside.from <= beside.to ? [phrase(body, row, beside.from, beside.to).text] : [] };
}

const INVERTED =
  /^(?:said|says|say|reports?|reported|writes|wrote|adds|added|warns|warned|claims|claimed|confirmed|announced|explains|explained|argues|argued|believes?|reckons?|insists|insisted|admits|admitted)$/u;
/** Whether somebody is named here and no more is told: "…, said the stationmaster." */
function opensName(row: readonly Token[], at: number): boolean {
  const next = row[at];
  if (next?.kind !== 'word' || !(/^\p{Lu}/u.test(next.text) || /^(?:the|a|an|one)$/u.test(next.low))) return false;
  const after = row[nounEnd(row, at) + 1];
  return !after || after.kind !== 'word' || /^(?:who|which|on|in|that)$/u.test(after.low) || DAYS.test(after.low);
}
