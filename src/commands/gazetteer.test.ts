import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from '#platform/config/config.ts';
import { exitCodes, UsageError } from './command.ts';
import { gazetteer } from './gazetteer.ts';

const folder = mkdtempSync(join(tmpdir(), 'daybook-gazetteer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(positionals: string[], flags: Record<string, string | true> = {}, aborted = false) {
  const [printed, noted]: [string[], string[]] = [[], []];
  const code = await gazetteer.run({
    config: readConfig({ data: join(folder, 'data') }, { DAYBOOK_LOG: 'silent' }),
    ...{ flags, positionals, signal: aborted ? AbortSignal.abort() : new AbortController().signal },
    print: (line) => void printed.push(line),
    note: (line) => void noted.push(line),
  });
  return { code, printed, noted };
}
const line = (id: string) =>
  `${id}\tTal Amrin\tTal Amrin\t\t36\t37\tP\tPPL\tSY\t\t\t\t\t\t900\t\t400\tAsia/Damascus\t2026-01-01`;
const write = (text: string) => {
  writeFileSync(join(folder, 'SY.txt'), text);
  return join(folder, 'SY.txt');
};

test('the code says whether all of a gazetteer was read, some, or nothing', async () => {
  expect(await run(['import', write(line('1'))])).toMatchObject({
    code: exitCodes.done,
    printed: ['1 entries: 1 places and 0 lines of other names kept, with 1 names; 0 left out, 0 set aside'],
  });
  const some = await run(['import', write(`${line('1')}\nAleppo\u0007`)], { json: true });
  expect([some.code, some.noted]).toEqual([
    exitCodes.setAside,
    ['set aside: line 2 (Aleppo�): it has 1 columns; a place has 19, another name 8 or 10'],
  ]);
  expect(JSON.parse(some.printed[0] ?? '')).toMatchObject({ seen: 2, places: 1, setAside: 1 });
  expect((await run(['import', write('Aleppo')])).code).toBe(exitCodes.failed);
  expect((await run(['import', join(folder, 'none')])).code).toBe(exitCodes.failed);
  expect((await run(['import', write(line('1'))], {}, true)).code).toBe(exitCodes.interrupted);
});

test('what it cannot be told is said before anything is done', async () => {
  await expect(run(['export', 'x'])).rejects.toThrow(UsageError);
  await expect(run(['import', 'x'], { countries: 'Syria' })).rejects.toThrow('“SYRIA” is no code');
});
