import { isNumeric, isStopWord } from '#lib/text/words.ts';
import { isTanwin, nounOf, type Reading, type Span, spanFrom, stopsAt } from './arabic-spans.ts';
import * as spoken from './arabic-words.ts';
import type { Source } from './attribution.ts';
import { exactName, type Named, settleName } from './known-origins.ts';

export type Found = { source: Source; end: number; adds?: string[] } | 'before' | null;

export function readSource(reading: Reading, at: number, ofText: boolean): Found {
  const { all, folds, body, table } = reading;
  const head = all[at];
  const folded = folds[at] ?? '';
  if (!head) return null;
  // What is quoted by name alone is an outlet, or says its own name.
  const span = spanFrom(reading, at);
  const known = knownIn(reading, at, span, table);
  if (known) return known;
  const read = nounOf(folded);
  // "Its director": of whoever was named before.
  const owned = /(?<!ة)(?:ها|ه|هم)$/u.test(head.raw) ? nounOf(folded.replace(/(?:ها|ه|هم)$/u, '')) : null;
  if (!read && owned?.kind === 'body') return 'before';
  if (!read && (owned?.kind === 'head' || owned?.kind === 'office')) {
    const named = personAfter(reading, at + 1);
    return named ? { source: BEFORE, adds: [named.name], end: named.end } : 'before';
  }
  if (isTanwin(head)) return null;
  if (spoken.ANAPHORS.has(folded) && read?.kind !== 'rank') {
    const goesOn =
      span.last > at ||
      /^باسم/u.test(folds[at + 1] ?? '') ||
      (read?.kind === 'head' && personAfter(reading, at + 1) !== null);
    if (!goesOn && !spoken.BODIES_ALONE.has(folded)) return 'before';
  }
  if (read?.kind === 'press') {
    const name = body.slice((all[at + 1] ?? head).start, all[span.last]?.end ?? head.end);
    return { source: { kind: 'carrier', name, also: [] }, end: all[span.last]?.end ?? head.end };
  }
  if (read?.kind === 'rank') {
    const person = personFrom(reading, at + 1, true);
    // "وتوقع الرائد إحالتهم": the rank alone, of whoever was named before.
    if (
      person &&
      !(spoken.ANAPHORS.has(folded) && /(?:هم|ها|ه|هن)$/u.test(all[at + 1]?.raw ?? '') && !person.name.includes(' '))
    ) {
      return { source: { kind: 'official', name: person.name, also: [] }, end: person.end };
    }
    return 'before';
  }
  if (read?.kind === 'head') return readHead(reading, at, read.noun, span);
  // "The administration of the hospital" is the hospital.
  if (/^(?:اداره|مجلس|قياده|رئاسه|امانه|مكتب|ديوان)$/u.test(read?.noun ?? '') && !stopsAt(reading, at + 1)) {
    const inner = nounOf(folds[at + 1] ?? '');
    if ((inner?.kind === 'body' || inner?.kind === 'office') && span.last > at)
      return readSource(reading, at + 1, ofText);
  }
  if (read?.kind === 'body' || read?.kind === 'office' || read?.kind === 'monitor') {
    const end = all[span.last]?.end ?? head.end;
    const name = cleaned(body.slice(head.start, end));
    const person = read.kind === 'office' || spoken.HELD.has(read.noun) ? personAfter(reading, span.last + 1) : null;
    const isBare = span.last === at;
    if (isBare && /^(?:مكتب|جهه|اداره|سلطات)$/u.test(read.noun) && /^ال/u.test(folded))
      return { source: { kind: 'official', name: folded, also: [], bare: 'office' }, end };
    // "The office of Varnholt" is hers.
    if (/^مكتب$/u.test(read.noun) && span.last > at && !/^(?:ال|لل)/u.test(folds[at + 1] ?? '')) {
      const first = all[at + 1] ?? head;
      return { source: { kind: 'official', name: body.slice(first.start, end), also: [] }, end };
    }
    return {
      source: {
        kind: read.kind === 'monitor' ? 'monitor' : 'official',
        name,
        also: person ? [person.name] : [],
        ...(isBare && !person ? { bare: 'kind' as const } : {}),
      },
      end: person?.end ?? end,
    };
  }
  if (ofText) return null;
  if (/^ل.{2}/u.test(folded)) return null;
  if (isStopWord(folded)) return null;
  const isTrade = spoken.isCommon(folded);
  const person = isTrade ? personFrom(reading, span.last + 1, false) : personFrom(reading, at, /^ال/u.test(folded));
  if (person && (!isTrade || person.name.includes(' '))) {
    const office = isTrade ? null : officeAfter(reading, person.end);
    if (office) return { source: { ...office.source, also: [...office.source.also, person.name] }, end: office.end };
    return { source: { kind: 'person', name: person.name, also: [] }, end: person.end };
  }
  return {
    source: { kind: 'people', name: body.slice(head.start, all[span.last]?.end ?? head.end), also: [] },
    end: head.end,
  };
}

/** Whoever was named before. */
export const BEFORE: Source = { kind: 'people', name: '', also: [] };

/** "The director of the hospital", "a spokesman of the police": of that body. */
function readHead(reading: Reading, at: number, noun: string, span: Span): Found {
  const { all, folds, body } = reading;
  const head = all[at];
  if (!head) return null;
  if (/^باسم(?:ها|ه|هم)$/u.test(folds[at + 1] ?? '')) {
    const named = personAfter(reading, at + 2);
    return named ? { source: BEFORE, adds: [named.name], end: named.end } : 'before';
  }
  let next = at + 1;
  while (
    /^(?:باسم|في|لدي|من|عن|عام|العام|العامه|الاعلامي|الرسمي|الاول|مجلس|اداره|فريق)$/u.test(folds[next] ?? '') &&
    next < at + 4 &&
    !stopsAt(reading, next)
  ) {
    if (nounOf(folds[next] ?? '')?.kind === 'body' && !/^(?:مجلس|اداره)$/u.test(folds[next] ?? '')) break;
    if (/^(?:مجلس|اداره|فريق)$/u.test(folds[next] ?? '') && nounOf(folds[next + 1] ?? '')?.kind !== 'body') break;
    next++;
  }
  const of = stopsAt(reading, next) ? null : nounOf(folds[next] ?? '');
  const known = stopsAt(reading, next) ? null : knownIn(reading, next, spanFrom(reading, next), reading.table);
  if (known && known !== 'before' && known.source.kind !== 'carrier') {
    const after = all.findIndex(({ start }) => start >= known.end);
    const person = after > 0 ? personAfter(reading, after) : null;
    return {
      source: { ...known.source, also: [...known.source.also, ...(person ? [person.name] : [])] },
      end: person?.end ?? known.end,
    };
  }
  if (of?.kind === 'body' || of?.kind === 'monitor' || of?.kind === 'office') {
    const inner = spanFrom(reading, next);
    const end = all[inner.last]?.end ?? head.end;
    const person = personAfter(reading, inner.last + 1);
    const name = cleaned(body.slice(all[next]?.start ?? head.start, end));
    return {
      source: {
        kind: of.kind === 'monitor' ? 'monitor' : 'official',
        name,
        also: person ? [person.name] : [],
        ...(inner.last === next && !person ? { bare: 'kind' as const } : {}),
      },
      end: person?.end ?? end,
    };
  }
  const end = all[span.last]?.end ?? head.end;
  const person = personAfter(reading, span.last + 1);
  const isIndefinite = !/^(?:ال|لل)/u.test(folds[at] ?? '') && span.last === at;
  if (person)
    return {
      source: {
        kind: 'official',
        name: person.name,
        also: span.last > at ? [cleaned(body.slice(head.start, end))] : [],
      },
      end: person.end,
    };
  if (/^مصادر?$/u.test(noun)) return { source: { kind: 'official', name: noun, also: [], bare: 'office' }, end };
  if (span.last > at && !isIndefinite)
    return { source: { kind: 'official', name: cleaned(body.slice(head.start, end)), also: [] }, end };
  if (/^(?:ال|لل)/u.test(folds[at] ?? '')) return 'before';
  return {
    source: {
      kind: spoken.SPEAKS_FOR.has(noun) || /^مصادر?$/u.test(noun) ? 'official' : 'people',
      name: noun,
      also: [],
      bare: 'office',
    },
    end,
  };
}

/** "عاصم البردويل، رئيس إدارة الشرق": what somebody is, after a comma. */
function officeAfter(reading: Reading, end: number): { source: Source; end: number } | null {
  const { all, folds, body } = reading;
  if (!/^\s?،/u.test(body.slice(end, end + 2))) return null;
  const at = all.findIndex(({ start }) => start >= end);
  if (at < 0 || !/^،\s*$/u.test(body.slice(end, all[at]?.start ?? end))) return null;
  const kind = nounOf(folds[at] ?? '')?.kind;
  if (kind !== 'head' && kind !== 'office') return null;
  const found = readSource(reading, at, false);
  return found && found !== 'before' && found.source.kind === 'official' ? found : null;
}

function knownIn(reading: Reading, at: number, span: Span, table: readonly Named[]): Found {
  const { all, body } = reading;
  const head = all[at];
  if (!head) return null;
  const alone = nounOf(reading.folds[at] ?? '') !== null || spoken.isCommon(reading.folds[at] ?? '');
  for (let last = Math.min(all.length - 1, Math.max(span.last, at)); last >= at; last--) {
    const end = all[last]?.end ?? head.end;
    const written = body.slice(head.start, end).replace(/[«»"]/gu, '');
    const bare = written.replace(/^(?:لل|ل)(?=.{3})/u, (preposition) => (preposition === 'لل' ? 'ال' : ''));
    // Of a longer name, a part must be the very name: مرصد of مرصد الحوض is no other's.
    const isWhole = last >= span.last && !(last === at && alone);
    const known =
      exactName(written, table) ??
      (bare === written ? undefined : exactName(bare, table)) ??
      (isWhole ? (settleName(written, table) ?? (bare === written ? undefined : settleName(bare, table))) : undefined);
    if (!known) continue;
    if (known.kind === 'agency' || known.kind === 'outlet')
      return { source: { kind: 'carrier', name: known.name, also: [] }, end };
    return { source: { kind: known.kind === 'monitor' ? 'monitor' : 'official', name: known.name, also: [] }, end };
  }
  return null;
}

/** A name right after an office, with a rank before or not. */
function personAfter(reading: Reading, at: number): { name: string; end: number } | null {
  const { folds, body, all } = reading;
  const gap = body.slice(all[at - 1]?.end ?? 0, all[at]?.start ?? 0);
  if (/[^\s،]/u.test(gap)) return null;
  if (nounOf(folds[at] ?? '')?.kind === 'rank') return personFrom(reading, at + 1, true);
  return /،/u.test(gap) ? null : personFrom(reading, at, false);
}

/** Up to three words of a name: none with an article first, no verb, no stop word. */
function personFrom(reading: Reading, at: number, sure: boolean): { name: string; end: number } | null {
  const { all, folds, body } = reading;
  let last = at - 1;
  for (let next = at; next < at + 3; next++) {
    const word = folds[next] ?? '';
    if (word === '' || (next > at && stopsAt(reading, next))) break;
    if (
      next === at &&
      !sure &&
      stopsAt(reading, next) &&
      /[^\s]/u.test(body.slice(all[next - 1]?.end ?? 0, all[next]?.start ?? 0))
    )
      break;
    if (isStopWord(word) || isNumeric(word) || spoken.TELLING.has(spoken.withoutAnd(word)) || spoken.BETWEEN.has(word))
      break;
    const raw = all[next];
    if ((raw && isTanwin(raw)) || (next > at && spoken.DOING.test(word))) break;
    if (spoken.THAT.has(word) || spoken.DAY.test(word) || spoken.ANAPHORS.has(word)) break;
    if (next === at && !sure && /^(?:ال|لل|[تيبل].{0,2}$)/u.test(word)) break;
    if (next > at && /^[وفبل](?=.{3})/u.test(word) && !/^(?:وال|ب[^ال])/u.test(word)) break;
    if (next > at && spoken.isCommon(word)) break;
    last = next;
  }
  const [first, end] = [all[at], all[last]];
  if (last < at || !first || !end) return null;
  return { name: body.slice(first.start, end.end), end: end.end };
}

function cleaned(name: string): string {
  return name
    .replace(/^لل/u, 'ال')
    .replace(
      /^[لب](?=(?:وزار|مدير|هيئ|مجلس|شرك|شرط|مستشف|بلدي|نقاب|إدار|حكوم|جمعي|منظم|اتحاد|رابط|قياد|محافظ|دائر|مكتب|مؤسس|سلط|مركز|شبك|مرصد))/u,
      '',
    )
    .replace(/[«»"]/gu, '')
    .trim();
}
