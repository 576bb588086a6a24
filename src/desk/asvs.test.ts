import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/root.ts';
import { expect, test } from 'vitest';
import { checkAsvs } from '../../tools/check-asvs.ts';

const table = readFileSync(join(projectRoot, 'docs/asvs.csv'), 'utf8');

test('docs/asvs.csv has a row for each requirement up to level 2, and names files and tests that exist', () => {
  const { counts, faults } = checkAsvs(table);
  expect(faults).toEqual([]);
  const said = readFileSync(join(projectRoot, 'docs/measurements.md'), 'utf8');
  for (const [state, count] of counts) expect(said).toContain(`| ${state} | ${count} |`);
});

test('a planted fault in docs/asvs.csv is found: a test, a file, a number twice, a state, a row too few', () => {
  const faultsOf = (text: string) => checkAsvs(text).faults;
  const planted: [string, string, RegExp][] = [
    [
      'takes no code without the key',
      'takes a code without the key',
      /^6\.3\.1: .* has no test “takes a code without/u,
    ],
    ['src/staff/passkeys.ts:', 'src/staff/passkey.ts:', /^11\.6\.1: there is no file src\/staff\/passkey\.ts/u],
    ['\n6.5.3,', '\n6.5.2,', /^6\.5\.2: is there twice/u],
    ['\n7.2.4,1,', '\n7.2.4,3,', /^7\.2\.4: there is no level “3”/u],
    ['does not apply: there is no LDAP', 'verified', /^1\.2\.6: “verified” is no state/u],
    ['not covered: no time is written down\n', 'not covered\n', /^15\.1\.1: “not covered” is no state/u],
    ['does not apply: there is no LaTeX', 'covered', /^1\.2\.8: names nothing that covers it/u],
    [/\n3\.4\.1,.*/u.exec(table)?.[0] ?? '', '', /^218 rows, not 219/u],
  ];
  for (const [from, to, fault] of planted) {
    expect(table).toContain(from);
    expect(faultsOf(table.replace(from, to))).toEqual([expect.stringMatching(fault)]);
  }
});
