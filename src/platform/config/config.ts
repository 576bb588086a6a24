import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Option, options } from './options.ts';

/** The settings of one run, checked and frozen. Paths are absolute. */
export interface Config {
  readonly data: string;
  readonly databaseUrl: string | null;
  readonly host: string;
  readonly port: number;
  readonly origin: string | null;
  readonly networkName: string;
  readonly proxyUrl: string | null;
  readonly fetchTimeoutMs: number;
  readonly fetchMaxBytes: number;
  readonly mailHosts: string | null;
  readonly parseTimeoutMs: number;
  readonly counts: string;
  readonly logLevel: string;
}

/** Every setting that is wrong, one a line, each with where it was given. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Reads the settings: command line before environment before `<ENV>_FILE` before default.
 * Throws one ConfigError that lists everything wrong.
 */
export function readConfig(flags: Record<string, string | undefined>, env: Record<string, string | undefined>): Config {
  const problems: string[] = [];
  const values: Record<string, string | number | null> = {};
  for (const option of options as readonly Option[]) {
    const given = findValue(option, flags, env, problems);
    if (given === undefined) {
      values[option.name] = null;
      continue;
    }
    const value = parseValue(option, given.text);
    if (value === undefined)
      problems.push(`${given.from} must be ${expectation(option)}${option.secret ? '' : `, not “${given.text}”`}`);
    else values[option.name] = value;
  }
  const known = new Set(
    options.flatMap((option: Option) => (option.secret ? [option.env, `${option.env}_FILE`] : [option.env])),
  );
  for (const name of Object.keys(env)) {
    if (name.startsWith('DAYBOOK_') && !known.has(name) && name !== 'DAYBOOK_STARTED')
      problems.push(`${name} is not a setting of Daybook`);
  }
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  // The table above names exactly the fields of Config; config.test.ts holds the two together.
  return Object.freeze(values) as unknown as Config;
}

function findValue(
  option: Option,
  flags: Record<string, string | undefined>,
  env: Record<string, string | undefined>,
  problems: string[],
): { text: string; from: string } | undefined {
  const flag = option.flag === undefined ? undefined : flags[option.flag];
  if (flag !== undefined) return { text: flag, from: `--${option.flag}` };
  const plain = env[option.env];
  const file = option.secret ? env[`${option.env}_FILE`] : undefined;
  if (plain && file) problems.push(`${option.env} and ${option.env}_FILE are both set; keep one`);
  if (plain) return { text: plain, from: option.env };
  if (file) {
    try {
      return { text: readFileSync(file, 'utf8').trim(), from: `${option.env}_FILE` };
    } catch (error) {
      problems.push(
        `${option.env}_FILE names “${file}”, which cannot be read (${(error as NodeJS.ErrnoException).code})`,
      );
    }
  }
  return option.default === undefined ? undefined : { text: option.default, from: 'the default' };
}

function parseValue(option: Option, text: string): string | number | undefined {
  switch (option.kind) {
    case 'path':
      return resolve(text);
    case 'url':
      return URL.canParse(text) ? text.replace(/\/$/, '') : undefined;
    case 'port':
      return /^\d+$/.test(text) && Number(text) <= 65535 ? Number(text) : undefined;
    case 'whole':
      // Timers take no more.
      return /^\d+$/.test(text) && Number(text) > 0 && Number(text) < 2 ** 31 ? Number(text) : undefined;
    case 'choice':
      return option.choices?.includes(text) ? text : undefined;
    default:
      return text;
  }
}

function expectation(option: Option): string {
  switch (option.kind) {
    case 'url':
      return 'a full URL';
    case 'port':
      return 'a port from 0 to 65535';
    case 'whole':
      return 'a whole number above 0';
    case 'choice':
      return `one of ${option.choices?.join(', ')}`;
    default:
      return 'text';
  }
}

/** `docs/configuration.md`, from the table. */
export function describeConfig(): string {
  const rows = (options as readonly Option[]).map((option) => {
    const names = [
      option.flag ? `\`--${option.flag}\`` : '',
      `\`${option.env}\``,
      option.secret ? `\`${option.env}_FILE\`` : '',
    ];
    return `| ${names.filter(Boolean).join(' · ')} | ${option.default === undefined ? '–' : `\`${option.default}\``} | ${option.help} |`;
  });
  return `# Configuration

Generated from \`src/platform/config/options.ts\`; a test fails when the two differ. The command line wins over the
environment, the environment over the default. A secret may be given as a file that holds it (\`…_FILE\`).

| set by | default | what it is |
|---|---|---|
${rows.join('\n')}
`;
}
