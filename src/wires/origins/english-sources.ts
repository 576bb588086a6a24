import { isLeftOut, meaningOf } from '#lib/text/institution-words.ts';
import { foldWord, isStopWord } from '#lib/text/words.ts';
import { type Named, settleName } from './known-origins.ts';
import type { Source } from './attribution.ts';
import {
  BODIES,
  BODY,
  BODYS_TEXT,
  CLAUSE,
  DETERMINER,
  HAS,
  HEAD,
  HEADS,
  MONITOR,
  NAMES,
  NOBODY,
  OFFICE,
  OFFICES,
  OWNED_TEXT,
  PEOPLE,
  PERSON,
  PERSONAL,
  PREPOSITION,
  PRONOUN,
  PUBLISHES,
  RANK,
  RANKED,
  TEXT,
  TEXT_OF,
} from './english-nouns.ts';

/** "According to the statement the shooting began". */
const OPENED_BY_TEXT =
  /^(?:the|its|their|that|this) (?:statement|report|bulletin|notice|count) (?:the|a|an|two|three|there|it|he|she|they) /iu;

type Read = { source: Source } | { source: null; adds: string[] } | 'nobody';

/** Who a phrase names that tells something, with what stands beside it between commas. */
export function readEnglishSource(written: string, asides: readonly string[], table: readonly Named[]): Read {
  const beside = asides
    .filter((aside) => !PLACED.test(aside) && !/^one of /iu.test(aside))
    .map((aside) => (HAS.test(aside) ? aside : aside.replace(/ (?:who|that|which) .*$/u, '')));
  const adds = beside.flatMap(personsIn);
  const whole = withoutPlace(written.trim().replace(/^(?:and|but|yet|so|while|as|meanwhile|then)\s+/iu, ''));
  if (whole === '') return { source: null, adds: [] };
  if (NOBODY.test(whole) || /\b(?:obtained|seen|reviewed) by\b/u.test(whole)) return 'nobody';
  if (OPENED_BY_TEXT.test(whole)) return { source: null, adds: [] };
  if (PRONOUN.test(whole) || (TEXT.test(whole) && bodysText(whole) === undefined)) return { source: null, adds: [] };
  const text = (TEXT_OF.exec(whole) ?? OWNED_TEXT.exec(whole))?.groups?.['of'] ?? bodysText(whole);
  if (PEOPLE.test(whole)) return people(whole);
  if (text !== undefined) return ofText(readEnglishSource(text, beside, table));
  if (CLAUSE.test(whole)) {
    const last = LAST_NOUN.exec(whole)?.groups?.['noun'];
    return last === undefined || last === whole ? 'nobody' : readEnglishSource(last, [], table);
  }
  const relative = / who[sm]?e? .*$| (?:which|that) .*$/u.exec(whole)?.[0] ?? '';
  const said = whole.slice(0, whole.length - relative.length);
  const serves = HAS.exec(relative)?.groups?.['of'] ?? HAS.exec(beside[0] ?? '')?.groups?.['of'];
  const own = /^(?:its|their|his|her) (?<rest>.+)$/iu.exec(said)?.groups?.['rest'];
  if (own !== undefined) {
    if (PERSONAL.test(own)) return people(said);
    if (serves === undefined && (!has(BODY, own) || /^(?:press |private )?office$/iu.test(own)))
      return { source: null, adds: [...personsIn(own), ...adds] };
  }
  // "Their joint union": a union, of those who are spoken of.
  if (own !== undefined && serves === undefined) {
    const kind = lastOf(BODY, own)?.[0];
    if (kind !== undefined && own.endsWith(kind)) return official(kind, [], true);
  }
  const bare = unled(said);
  const known = settleName(bare, table);
  if (known?.kind === 'agency' || known?.kind === 'outlet')
    return { source: { kind: 'carrier', name: known.name, also: [] } };
  if (known && known.kind !== 'person') return { source: { kind: known.kind, name: known.name, also: adds } };
  if (PUBLISHES.test(bare))
    return { source: { kind: 'carrier', name: /^The \p{Lu}/u.test(said) ? said : bare, also: [] } };
  const monitor = MONITOR.exec(said)?.[0] ?? (PERSON.test(bare) ? MONITOR.exec(beside[0] ?? '')?.[0] : undefined);
  if (monitor !== undefined)
    return { source: { kind: 'monitor', name: monitor.replace(/^The |['’]s?$/gu, ''), also: [] } };
  if (RANKED.test(said) && beside.length === 0 && serves === undefined && PERSON.test(bare))
    return { source: { kind: 'official', name: bare, also: [], bare: 'office' } };
  const office = serves === undefined ? readOffice(said) : { name: unled(serves), also: personsIn(said) };
  const persons = known ? [known.name] : personsIn(said);
  const isPerson = known !== undefined || PERSON.test(bare);
  if (isPerson && !(office && (has(BODY, bare) || has(HEAD, bare) || has(OFFICE, bare)))) {
    const [aside] = beside;
    // "Una Pell, its commander": of whoever was named before.
    if (
      serves === undefined &&
      /^(?:its|their) /iu.test(aside ?? '') &&
      !PERSONAL.test((aside ?? '').replace(/^\S+ /u, ''))
    )
      return { source: null, adds: [bare] };
    const beyond =
      serves !== undefined ? { name: unled(serves), also: [] } : aside === undefined ? null : readOffice(aside);
    if (beyond && beyond.name !== '') return official(beyond.name, [bare, ...beyond.also], bareName(beyond.name));
    if (aside !== undefined && beyond) return official(bare, [], false);
    if (isAcronym(bare)) return official(bare, [], false);
    if (isStopWord(foldWord(bare.split(' ')[0] ?? ''))) return people(said);
    return { source: { kind: 'person', name: bare, also: [] } };
  }
  if (office) {
    const beyond = PERSON.test(office.name) && beside[0] !== undefined ? [readOffice(beside[0])?.name ?? ''] : [];
    const also = [...office.also, ...persons, ...adds, ...beyond].filter((name) => !office.name.includes(name));
    if (office.name !== '') return official(office.name, also, bareName(office.name) && also.length === 0);
    const [person] = also;
    // An office and a name, and no word of whose office: of whoever is spoken of.
    if (person !== undefined)
      return { source: { kind: 'official', name: person, also: also.slice(1), bare: 'office' } };
    return { source: { kind: 'official', name: bare, also: [], bare: 'office' } };
  }
  // "Archaeologists from Selwyn University": of that body.
  const from = / (?:from|at|with) (?:the )?(?<of>.+)$/u.exec(said)?.groups?.['of'];
  const whose = from !== undefined && has(BODY, from) ? readOffice(from) : null;
  if (whose && whose.name !== '' && persons.length === 0) return official(whose.name, whose.also, bareName(whose.name));
  const [person] = persons;
  if (person !== undefined && said.endsWith(person)) return { source: { kind: 'person', name: person, also: [] } };
  if (adds[0] !== undefined && PERSON.test(beside[0]?.trim() ?? ''))
    return { source: { kind: 'person', name: adds[0], also: [bare] } };
  return people(said);
}

/** "In a statement it": what tells when and where goes before. */
function withoutPlace(phrase: string): string {
  const last = / (?<it>it|he|she|they)$/u.exec(phrase)?.groups?.['it'];
  if (last !== undefined) return last;
  if (!PLACED.test(phrase)) return phrase;
  return (
    /(?:^| )(?<rest>(?:it|he|she|they|(?:the|its|his|her|their|an?) .+|\p{Lu}.+))$/u.exec(
      phrase.replace(/^\S+ \S+ (?:\S+(?= ))?/u, ''),
    )?.groups?.['rest'] ?? phrase
  );
}
const PLACED =
  /^(?:\p{L}{2,}ing|in|on|at|by|for|with|from|during|under|over|of|near|to|aboard|after|outside|inside)\s/iu;

/** Whom a sentence is about, where it begins so: a body, an office, or somebody by name. */
export function leadingSource(sentence: string, table: readonly Named[]): Source | null {
  const [first = '', second = '', third = ''] = sentence.split(LEADING_END, 3);
  const [whole, aside] = [first.trim(), second.trim()];
  const head = LEADING_NAME.exec(whole)?.[0] ?? whole;
  if (head === '' || head.split(' ').length > 9 || NUMBER.test(head) || /^[Aa]n? /u.test(head)) return null;
  const read = readEnglishSource(head, /^\p{Lu}/u.test(aside) || third !== '' ? [aside] : [], table);
  if (read === 'nobody' || !read.source || read.source.kind === 'people' || read.source.kind === 'carrier') return null;
  return read.source;
}
const NUMBER =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|many|several|most|more|about|nearly|almost|at|in|on|\p{N})\b/iu;
/** A name or a body where a sentence begins, up to its verb. */
const LEADING_NAME = new RegExp(
  String.raw`^(?:(?:[Tt]he|[Aa]n?) )?(?!(?:The|An?) )\p{Lu}[\p{L}’'-]+(?: (?:(?:of|for|and) (?:the )?)?\p{Lu}[\p{L}’'-]+){0,5}(?<=[’']s?)(?: \p{Ll}+)? (?:${BODIES})(?= \p{Ll})|^(?:(?:[Tt]he|[Aa]n?) )?(?!(?:The|An?) )\p{Lu}[\p{L}’'-]+(?: (?:(?:of|for|and) (?:the )?)?\p{Lu}[\p{L}’'-]+){0,5}(?<![’']s?)(?: (?:${BODIES}))?(?= \p{Ll})|^[Tt]he (?:[\p{L}’'-]+ ){0,2}(?:${BODIES}|${OFFICES})(?= \p{Ll})(?! (?:of|for|at|in) )`,
  'u',
);
const LEADING_END =
  /,|(?<=[\p{L}’']) (?:is|are|was|were|has|have|had|will|would|may|must|can|could|should|did|does|says?|said|told|wants?|plans?|\p{Ll}{2,}ed|\p{Ll}{3,}(?<!s|u)s(?= (?:the|a|an|its|his|her|that)\b))\b/u;

/** A body's or an office's, not somebody's. */
function bodysText(phrase: string): string | undefined {
  const of = BODYS_TEXT.exec(phrase)?.groups?.['of'];
  return of !== undefined && (has(BODY, of) || has(OFFICE, of)) ? of : undefined;
}

/** Who writes is like somebody with an office: what they tell is for all to read. */
function ofText(read: Read): Read {
  if (read === 'nobody' || read.source?.kind !== 'person') return read;
  return { source: { ...read.source, kind: 'official' } };
}

/** The last that a piece of a sentence names: "those are the figures Ashmere General". */
const LAST_NOUN =
  /(?:^| )(?<noun>(?:\p{Lu}[\p{L}’'-]+ ){1,4}\p{Lu}[\p{L}’'-]+|(?:the|its|their) [\p{L}’'-]+(?: [\p{L}’'-]+){0,2})$/u;

function official(name: string, also: readonly string[], bare: boolean): Read {
  return {
    source: {
      kind: 'official',
      name,
      also: [...new Set(also)].filter((each) => each !== name && each !== ''),
      ...(bare ? { bare: 'kind' as const } : {}),
    },
  };
}

function people(said: string): Read {
  return { source: { kind: 'people', name: unled(said), also: [] } };
}

function has(pattern: RegExp, text: string): boolean {
  return text.search(pattern) >= 0;
}

function isAcronym(name: string): boolean {
  return /^(?:\p{Lu}\.?){2,6}$/u.test(name);
}

/** One word, which says only what kind of body it is. */
function bareName(name: string): boolean {
  return !name.includes(' ');
}

function lastOf(pattern: RegExp, text: string): RegExpExecArray | null {
  return Array.from(text.matchAll(pattern)).at(-1) ?? null;
}

/** The body that a phrase names, or that somebody it names has an office in; `name` is empty where only the office is told. */
function readOffice(phrase: string): { name: string; also: string[] } | null {
  const said = unled(phrase);
  const split = PREPOSITION.exec(said);
  const core = split ? said.slice(0, split.index) : said;
  const complement = split ? said.slice(split.index + split[0].length) : '';
  const [body, office, head] = [lastOf(BODY, core), lastOf(OFFICE, core), lastOf(HEAD, core)];
  if (head && (!office || head.index > office.index) && (!body || head.index > body.index)) {
    const also = personsIn(core.slice(head.index + head[0].length));
    const before = unled(
      core
        .slice(0, head.index)
        .replace(/['’]s?\s*$/u, '')
        .trim(),
    );
    const person =
      before !== '' && PERSON.test(before) && before.includes(' ') && !has(BODY, before) && complement !== '';
    if (person) return { name: unled(complement), also: [before, ...also] };
    if (has(BODY, before) || has(OFFICE, before)) return { name: before, also };
    if (complement !== '') {
      const inner = has(BODY, complement) || has(OFFICE, complement) || /\p{Lu}/u.test(complement);
      return { name: inner ? bodyName(complement) : `${core.slice(head.index)} of ${complement}`, also };
    }
    // "Health officials".
    const subject = meaningOf(foldWord(before.split(' ').at(-1) ?? ''));
    if (subject !== undefined && !isLeftOut(subject)) return { name: core.slice(0, head.index + head[0].length), also };
    if (before !== '' && /^\p{Lu}/u.test(before) && !TITLE.test(before)) return { name: before, also };
    return { name: '', also };
  }
  // "The envoy's office", "the office of Ilse Varnholt": whose it is speaks.
  const whose =
    /^(?<of>.+)['’]s? (?:press |private )?office$/iu.exec(said)?.groups?.['of'] ??
    /^(?:press |private )?office of (?:the )?(?<of>.+)$/iu.exec(said)?.groups?.['of'];
  if (whose !== undefined) return readOffice(whose) ?? { name: unled(whose), also: [] };
  const found = [body, office].filter((each) => each !== null).sort((a, b) => b.index - a.index)[0];
  if (!found) {
    const inside = complement === '' ? null : HEAD_AT.test(core) ? readOffice(complement) : null;
    return inside && inside.name !== '' ? { name: inside.name, also: [...personsIn(core), ...inside.also] } : null;
  }
  const end = found.index + found[0].length;
  const after = core.slice(end).trim();
  if (after !== '' && !PERSON.test(after)) return null;
  const name = core.slice(0, end).replace(/['’]s?$/u, '');
  const place =
    /^(?<place>\p{Lu}[\p{L}’'-]+(?: (?:and |al-)?\p{Lu}[\p{L}’'-]+){0,3}|\p{Ll}[\p{L}-]+(?: \p{Ll}[\p{L}-]+){0,2})(?:,|$| (?:on|in) )/u.exec(
      complement,
    );
  const of = split && place?.groups ? ` ${split[0].trim().split(' ')[0] ?? 'of'} ${place.groups['place'] ?? ''}` : '';
  return { name: `${name}${after === '' ? of : ''}`, also: after === '' ? [] : [after] };
}
const TITLE =
  /^(?:Station|Watch|Chief|Senior|Leading|Assistant|Vice|Deputy|Second|First|Acting|Managing|General|Executive|Press|Communications|Medical|Technical|Duty|Detective)(?: |$)/u;
/** Somebody of a body, beside its name: "Captain Heskey of the police". */
const HEAD_AT = new RegExp(String.raw`\p{Lu}[\p{L}’'-]+$`, 'u');

/** A body with where it is; without what else is said of it. */
function bodyName(phrase: string): string {
  const read = readOffice(phrase);
  return read && read.name !== '' ? read.name : unled(phrase);
}

/** Names of persons in a phrase, as far as capitals tell: two capitalised words or more, or one after a rank. */
export function personsIn(phrase: string): string[] {
  const found: string[] = [];
  for (const [run] of phrase.matchAll(NAMES)) {
    const isRanked = RANK.test(run);
    const name = unled(run);
    if (has(BODY, name) || has(OFFICE, name) || isStopWord(foldWord(name.split(' ')[0] ?? ''))) {
      const after = name.replace(new RegExp(String.raw`^.*(?:${OFFICES}|${HEADS}|${BODIES}) `, 'iu'), '');
      if (after !== name && after.includes(' ') && PERSON.test(after)) found.push(after);
    } else if (name.includes(' ') || (isRanked && name !== '')) found.push(name);
  }
  return found;
}

/** A phrase without articles and ranks. */
export function unled(phrase: string): string {
  let rest = phrase
    .trim()
    .replace(/ (?:there|here)$/u, '')
    .replace(/^\p{Lu}[\p{L}-]+[’']s (?=\p{Lu}\p{Ll}+ \p{Lu})/u, '');
  for (;;) {
    const next = rest.replace(DETERMINER, '').replace(RANK, '');
    if (next === rest) return rest.trim();
    rest = next;
  }
}
