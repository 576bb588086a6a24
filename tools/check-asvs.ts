// docs/asvs.csv: what of OWASP ASVS 5.0.0 is covered, by which test. Prints how many rows are in each state, and what is
// wrong with the table: a file or a test that does not exist, a number that is there twice, a state that is none.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '../src/archive/import/html/read-csv.ts';

const root = join(import.meta.dirname, '..');
const head = ['requirement', 'level', 'words', 'covered-by', 'state'];
const states = ['covered', 'partly', 'not covered', 'does not apply'];
/** Of the release: levels 1 and 2 of fifteen chapters, and a row each for the two that do not apply. */
const wanted = 219;

export interface AsvsCheck {
  counts: Map<string, number>;
  faults: string[];
}

/** Reads the table. `covered-by` holds `path: test name` or `path: fact`, several with ` | ` between them. */
export function checkAsvs(text: string): AsvsCheck {
  const [first = [], ...rows] = readCsv(text);
  const counts = new Map(states.map((state) => [state, 0]));
  const faults: string[] = [];
  if (first.join() !== head.join()) faults.push(`the first line is not “${head.join()}”`);
  if (rows.length !== wanted) faults.push(`${rows.length} rows, not ${wanted}`);
  const seen = new Set<string>();
  for (const [number = '', level = '', words = '', by = '', state = '', ...more] of rows) {
    const fault = (what: string) => faults.push(`${number}: ${what}`);
    if (!/^\d+(?:\.\d+\.\d+)?$/u.test(number)) fault('this is no number of a requirement');
    if (seen.has(number)) fault('is there twice');
    seen.add(number);
    if (!/^(?:1|2|1-2)$/u.test(level)) fault(`there is no level “${level}” here`);
    if (words === '' || more.length > 0) fault('has no words, or a field too many');
    const [kind = '', why = ''] = state.split(/: (.*)/su);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (!states.includes(kind) || (kind === 'covered') !== (why === '')) fault(`“${state}” is no state`);
    if (by === '' && (kind === 'covered' || kind === 'partly')) fault('names nothing that covers it');
    for (const each of by === '' ? [] : by.split(' | ')) {
      const [path = '', name = ''] = each.split(/: (.*)/su);
      if (name === '') fault(`“${each}” names no test and no fact`);
      else if (!existsSync(join(root, path))) fault(`there is no file ${path}`);
      else if (path.endsWith('.test.ts') && !namesOfTests(path).has(name)) fault(`${path} has no test “${name}”`);
    }
  }
  return { counts, faults };
}

/** What the tests of a file are called, as it stands there: with `%s` or `${…}` where a name is put together. */
function namesOfTests(path: string): Set<string> {
  const source = readFileSync(join(root, path), 'utf8');
  const calls = /\b(?:test|it)\b[^'"`;]*?\(\s*(?<quote>['"`])(?<name>(?:\\.|(?!\k<quote>).)*)\k<quote>\s*,/gsu;
  // Of `test.each([…])('…'`, the name begins a line or follows the table's end.
  const afterTable = /\]\)\(\s*(?<quote>['"`])(?<name>(?:\\.|(?!\k<quote>).)*)\k<quote>\s*,/gsu;
  const found = [...source.matchAll(calls), ...source.matchAll(afterTable)];
  return new Set(found.map(({ groups }) => (groups?.name ?? '').replace(/\\(.)/gsu, '$1')));
}

if (import.meta.main) {
  const { counts, faults } = checkAsvs(readFileSync(join(root, 'docs/asvs.csv'), 'utf8'));
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  process.stdout.write(`${[...counts].map(([state, count]) => `${state}: ${count}`).join(' · ')}\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
