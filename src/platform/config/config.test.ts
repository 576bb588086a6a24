import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Config, ConfigError, describeConfig, readConfig } from './config.ts';
import { options } from './options.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-config-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The table's names must be the fields of Config, in both directions; the compiler checks it. */
type TableName = (typeof options)[number]['name'];
const sameFields: [TableName extends keyof Config ? true : false, keyof Config extends TableName ? true : false] = [
  true,
  true,
];

describe('settings', () => {
  test('are exactly those of the table, frozen, with absolute paths', () => {
    const config = readConfig({}, {});
    expect(Object.keys(config).sort()).toEqual(options.map((option) => option.name).sort());
    expect(sameFields).toEqual([true, true]);
    expect(Object.isFrozen(config)).toBe(true);
    expect(config).toMatchObject({
      data: resolve('data'),
      databaseUrl: null,
      port: 4400,
      origin: null,
      logLevel: 'warn',
    });
  });

  test('come from the command line before the environment before the default', () => {
    const env = { DAYBOOK_PORT: '1', DAYBOOK_HOST: '0.0.0.0' };
    expect(readConfig({ port: '2' }, env)).toMatchObject({ port: 2, host: '0.0.0.0', fetchTimeoutMs: 20_000 });
    expect(readConfig({}, { DAYBOOK_PORT: '' })).toMatchObject({ port: 4400 });
  });

  test('that are wrong are all told at once, with where each was given', () => {
    const env = {
      DAYBOOK_LOG: 'loud',
      DAYBOOK_FETCH_TIMEOUT_MS: '1.5',
      DAYBOOK_ORIGIN: 'news.example',
      DAYBOOK_DATAS: 'x',
    };
    expect(() => readConfig({ port: '70000' }, env)).toThrow(ConfigError);
    try {
      readConfig({ port: '70000' }, env);
    } catch (error) {
      const lines = (error as Error).message.split('\n').sort();
      expect(lines).toEqual([
        '--port must be a port from 0 to 65535, not “70000”',
        'DAYBOOK_DATAS is not a setting of Daybook',
        'DAYBOOK_FETCH_TIMEOUT_MS must be a whole number above 0, not “1.5”',
        'DAYBOOK_LOG must be one of debug, info, warn, error, silent, not “loud”',
        'DAYBOOK_ORIGIN must be a full URL, not “news.example”',
      ]);
    }
  });

  test.each(['-1', '0x50', '65536', ' 80', '1e3', 'http'])('take no port “%s”', (port) => {
    expect(() => readConfig({ port }, {})).toThrow(/--port must be a port/);
  });

  test.each(['0', '-5', '1.5', '9999999999', 'NaN'])('take no timeout of “%s”', (text) => {
    expect(() => readConfig({}, { DAYBOOK_FETCH_TIMEOUT_MS: text })).toThrow(
      /DAYBOOK_FETCH_TIMEOUT_MS must be a whole number/,
    );
  });

  test('that are secret may stand in a file', () => {
    const file = join(folder, 'url');
    writeFileSync(file, 'postgres://daybook@127.0.0.1/daybook\n');
    expect(readConfig({}, { DATABASE_URL_FILE: file }).databaseUrl).toBe('postgres://daybook@127.0.0.1/daybook');
    expect(() => readConfig({}, { DATABASE_URL_FILE: file, DATABASE_URL: 'postgres://a/b' })).toThrow(
      /both set; keep one/,
    );
    expect(() => readConfig({}, { DATABASE_URL_FILE: join(folder, 'absent') })).toThrow(
      /DATABASE_URL_FILE names “.*absent”, which cannot be read \(ENOENT\)/,
    );
  });

  test('that are no secrets do not stand in a file, and say so', () => {
    expect(() => readConfig({}, { DAYBOOK_PORT_FILE: join(folder, 'url') })).toThrow(
      'DAYBOOK_PORT_FILE is not a setting of Daybook',
    );
  });

  test('that are secret are not repeated where they are wrong', () => {
    const secret = 'hunter2 is no URL';
    try {
      readConfig({}, { DATABASE_URL: secret, DAYBOOK_PROXY: secret });
      expect.unreachable();
    } catch (error) {
      expect((error as Error).message).toMatch(/DATABASE_URL must be[^]*DAYBOOK_PROXY must be/);
      expect((error as Error).message).not.toContain('hunter2');
    }
  });

  test('are described in docs/configuration.md as the table has them', async () => {
    for (const option of options) expect(describeConfig()).toContain(option.env);
    await expect(describeConfig()).toMatchFileSnapshot('../../../docs/configuration.md');
  });
});
