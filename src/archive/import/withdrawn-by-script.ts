/** What a mirror's script does to the page of one path before anybody sees it. */
export interface HidingRule {
  /** Part of the page's path, or all of it. */
  test: { how: 'is' | 'ends' | 'starts' | 'holds'; path: string };
  /** In the script's order. */
  deeds: { selector: string; all: boolean; put: 'nothing' | { text: string } }[];
  /** The script does more to bylines on this page than is understood here. */
  unclear: boolean;
}

/**
 * Reads the statements by which mirrors take names out of pages: `if (location.pathname == '…') { … }` with elements that
 * are hidden, removed, or given other words. Nothing is run. Only what is tested by path counts: rules of style for all
 * pages are no withdrawal.
 */
export function readHidingRules(script: string): HidingRule[] {
  const rules: HidingRule[] = [];
  const source = withoutComments(script);
  const opening = /\bif\s*\(/gu;
  for (let found = opening.exec(source); found !== null; found = opening.exec(source)) {
    const test = bracketed(source, opening.lastIndex - 1);
    if (test === null) break;
    const tests = readTests(test.inside);
    if (tests.length === 0) continue;
    const body = blockAfter(source, test.end);
    if (body === null) break;
    opening.lastIndex = body.end;
    const read = readDeeds(body.inside);
    if (read.deeds.length > 0 || read.unclear) rules.push(...tests.map((each) => ({ test: each, ...read })));
  }
  return rules;
}

/** The rules for a page, by its path (`/site/articles/…`, root-relative): with and without `.html`, days padded or not. */
export function rulesFor(rules: readonly HidingRule[], path: string): HidingRule[] {
  const own = plainPath(path);
  return rules.filter(({ test }) => {
    const wanted = plainPath(test.path);
    if (wanted === '') return false;
    switch (test.how) {
      case 'is':
        return own === wanted;
      case 'ends':
        return own.endsWith(wanted);
      case 'starts':
        return own.startsWith(wanted);
      case 'holds':
        return own.includes(wanted);
    }
  });
}

/** Whether a rule hides the page as a whole. */
export function hidesPage({ deeds }: HidingRule): boolean {
  return deeds.some(({ selector }) => /^(?:body|html|main|\*|:root)$/iu.test(selector.trim()));
}

/** Does to a document what the rules say. Selectors that cannot be read do nothing. */
export function applyRules(rules: readonly HidingRule[], root: ParentNode): void {
  for (const { selector, all, put } of rules.flatMap(({ deeds }) => deeds)) {
    for (const element of found(root, selector, all)) {
      if (put === 'nothing') element.remove();
      else element.textContent = put.text;
    }
  }
}

function found(root: ParentNode, selector: string, all: boolean): Element[] {
  try {
    const elements = [...root.querySelectorAll(selector)];
    return all ? elements : elements.slice(0, 1);
  } catch {
    // Linkedom throws what its selector parser throws; a selector that it cannot read names nothing.
    return [];
  }
}

function plainPath(path: string): string {
  return path
    .replace(/[?#].*$/su, '')
    .replace(/(?:\/index)?\.html?$/iu, '')
    .replace(/\/+$/u, '')
    .replace(/(?<=\/)0(?=\d(?:\/|$))/gu, '');
}

const quoted = String.raw`(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|` + '`((?:[^`\\\\$]|\\\\.)*)`)';
const place = String.raw`(?:(?:window|document|self|top)\s*\.\s*)?location(?:\s*\.\s*(?:pathname|href))?`;
const equals = new RegExp(String.raw`${place}(?:\.replace\([^()]*\))?\s*={2,3}\s*${quoted}`, 'gu');
const equalsBack = new RegExp(String.raw`${quoted}\s*={2,3}\s*${place}`, 'gu');
const method = new RegExp(
  String.raw`${place}\s*\.\s*(endsWith|startsWith|includes|indexOf|search|match)\s*\(\s*${quoted}`,
  'gu',
);
const listed = new RegExp(String.raw`\[([^\]]*)\]\s*\.\s*(?:includes|indexOf)\s*\(\s*${place}`, 'gu');

function readTests(condition: string): HidingRule['test'][] {
  const tests: HidingRule['test'][] = [];
  const add = (how: HidingRule['test']['how'], parts: (string | undefined)[]): void => {
    const text = stringOf(parts);
    const path = URL.canParse(text) ? new URL(text).pathname : text;
    if (path.length > 1) tests.push({ how, path });
  };
  for (const [, ...parts] of condition.matchAll(equals)) add('is', parts);
  for (const [, ...parts] of condition.matchAll(equalsBack)) add('is', parts);
  for (const [, name, ...parts] of condition.matchAll(method)) {
    add(name === 'endsWith' ? 'ends' : name === 'startsWith' ? 'starts' : 'holds', parts);
  }
  for (const [, list = ''] of condition.matchAll(listed)) {
    for (const [, ...parts] of list.matchAll(new RegExp(quoted, 'gu'))) add('is', parts);
  }
  return tests;
}

const query = new RegExp(
  String.raw`(?:document|body)\s*\.\s*(querySelector(?:All)?|getElementById|getElementsByClassName|getElementsByTagName)\s*\(\s*${quoted}\s*\)`,
  'u',
);
const whole = /document\s*\.\s*(body|documentElement)\b/u;
const hides =
  /\.\s*style\s*(?:\.\s*(?:display|visibility)|\[\s*['"](?:display|visibility)['"]\s*\])\s*=\s*['"`](?:none|hidden)|\.\s*style\s*\.\s*(?:setProperty\s*\(\s*['"](?:display|visibility)['"]\s*,\s*['"](?:none|hidden)|opacity\s*=\s*['"]?0\b|cssText\s*=\s*['"][^'"]*(?:none|hidden))|\.\s*hidden\s*=\s*true|\.\s*setAttribute\s*\(\s*['"](?:hidden|style)['"]\s*,\s*['"][^'"]*(?:none|hidden|)['"]|\.\s*remove\s*\(\s*\)|\.\s*removeChild\b/u;
const puts = new RegExp(String.raw`\.\s*(?:innerHTML|innerText|textContent|outerHTML|outerText)\s*=\s*${quoted}`, 'u');
const named = /^(?:const|let|var)?\s*([A-Za-z_$][\w$]*)\s*=\s*(?!=)/u;
const bylines = /author|contribut|byline|\bname|\.meta\b|writer/iu;

function readDeeds(body: string): Pick<HidingRule, 'deeds' | 'unclear'> {
  const deeds: HidingRule['deeds'] = [];
  const variables = new Map<string, { selector: string; all: boolean }>();
  let unclear = false;
  for (const statement of statementsOf(body)) {
    const direct = targetOf(statement);
    const variable = named.exec(statement)?.[1];
    if (direct && variable !== undefined && !hides.test(statement) && !puts.test(statement)) {
      variables.set(variable, direct);
      continue;
    }
    const first =
      /^\s*(?:for\s*\(\s*(?:const|let|var)\s+[\w$]+\s+of\s+)?([A-Za-z_$][\w$]*)/u.exec(statement)?.[1] ?? '';
    const target = direct ?? variables.get(first) ?? null;
    const put = puts.exec(statement);
    if (target && put) deeds.push({ ...target, put: { text: plainWords(stringOf(put.slice(1))) } });
    else if (target && hides.test(statement)) deeds.push({ ...target, put: 'nothing' });
    else if (bylines.test(statement)) unclear = true;
  }
  return { deeds, unclear };
}

function targetOf(statement: string): { selector: string; all: boolean } | null {
  const asked = query.exec(statement);
  if (asked) {
    const [, name = '', ...parts] = asked;
    const text = stringOf(parts);
    if (name === 'getElementById') return { selector: `[id="${text.replace(/["\\]/gu, '')}"]`, all: false };
    const first = /^\s*\[\s*0\s*\]/u.test(statement.slice(asked.index + asked[0].length));
    if (name === 'getElementsByClassName') return { selector: `.${text.trim().split(/\s+/u).join('.')}`, all: !first };
    return { selector: text, all: name !== 'querySelector' && !first };
  }
  const page = whole.exec(statement);
  return page &&
    /^\s*(?:window\.)?document\s*\.\s*(?:body|documentElement)\s*\.\s*(?:style|innerHTML|remove|hidden)/u.test(
      statement,
    )
    ? { selector: 'body', all: false }
    : null;
}

/** Words of replaced markup. */
function plainWords(html: string): string {
  return html
    .replace(/<[^<>]*>/gu, '')
    .replace(/&nbsp;/gu, ' ')
    .replace(/&amp;/gu, '&')
    .trim();
}

function stringOf(parts: readonly (string | undefined)[]): string {
  const raw = parts.find((part) => part !== undefined) ?? '';
  return raw
    .replace(/\\u\{([0-9a-f]{1,6})\}|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})/giu, (whole, braced, four, two) => {
      const code = Number.parseInt(String(braced ?? four ?? two), 16);
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : String(whole);
    })
    .replace(/\\(.)/gsu, '$1');
}

function withoutComments(script: string): string {
  let out = '';
  for (let at = 0; at < script.length;) {
    const char = script.charAt(at);
    const end = isQuote(char) ? endOfString(script, at) : at + 1;
    if (char === '/' && script.charAt(at + 1) === '/') at = lineEnd(script, at);
    else if (char === '/' && script.charAt(at + 1) === '*') {
      const close = script.indexOf('*/', at + 2);
      at = close === -1 ? script.length : close + 2;
    } else {
      out += script.slice(at, end);
      at = end;
    }
  }
  return out;
}

function lineEnd(script: string, at: number): number {
  const end = script.indexOf('\n', at);
  return end === -1 ? script.length : end;
}

function isQuote(char: string): boolean {
  return char === '"' || char === "'" || char === '`';
}

/** Where a string literal ends, exclusive; one that does not end on its line ends there. */
function endOfString(source: string, at: number): number {
  const quote = source.charAt(at);
  for (let end = at + 1; end < source.length; end += 1) {
    const char = source.charAt(end);
    if (char === '\\') end += 1;
    else if (char === quote) return end + 1;
    else if (char === '\n' && quote !== '`') return end;
  }
  return source.length;
}

/** What stands between a bracket and its partner. */
function bracketed(source: string, at: number): { inside: string; end: number } | null {
  const pairs: Record<string, string> = { '(': ')', '{': '}', '[': ']' };
  const open: string[] = [];
  for (let here = at; here < source.length; here += 1) {
    const char = source.charAt(here);
    if (isQuote(char)) here = endOfString(source, here) - 1;
    else if (char in pairs) open.push(pairs[char] ?? '');
    else if (char === open.at(-1)) {
      open.pop();
      if (open.length === 0) return { inside: source.slice(at + 1, here), end: here + 1 };
    }
  }
  return null;
}

function blockAfter(source: string, at: number): { inside: string; end: number } | null {
  const start = at + (/^\s*/u.exec(source.slice(at, at + 1_000))?.[0].length ?? 0);
  if (source.charAt(start) === '{') return bracketed(source, start);
  const end = source.indexOf(';', start);
  return end === -1 ? null : { inside: source.slice(start, end), end };
}

/** The statements of a block: cut at semicolons and line ends outside brackets; those of inner blocks with their owner. */
function statementsOf(body: string): string[] {
  const statements: string[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 0; at < body.length; at += 1) {
    const char = body.charAt(at);
    if (isQuote(char)) at = endOfString(body, at) - 1;
    else if ('([{'.includes(char)) depth += 1;
    else if (')]}'.includes(char)) depth -= 1;
    const continues = char === '\n' && /^\s*[.)\]}]/u.test(body.slice(at + 1, at + 200));
    if (depth <= 0 && (char === ';' || (char === '\n' && !continues))) {
      statements.push(body.slice(from, at));
      from = at + 1;
    }
  }
  statements.push(body.slice(from));
  return statements.map((statement) => statement.trim()).filter((statement) => statement !== '');
}
