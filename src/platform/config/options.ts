/** One row of the options table: where a setting is read from, what it may be, and what it is for. */
export interface Option {
  name: string;
  /** Command-line form without dashes, when it has one. */
  flag?: string;
  env: string;
  kind: 'text' | 'path' | 'url' | 'port' | 'whole' | 'choice';
  choices?: readonly string[];
  /** Absent: optional, and null when not set. */
  default?: string;
  /** A secret may also be given as the path of a file that holds it, in `<ENV>_FILE`; it is never printed. */
  secret?: boolean;
  help: string;
}

/** Every setting there is. `docs/configuration.md` is generated from this table (config.test.ts holds the two together). */
export const options = [
  {
    name: 'data',
    flag: 'data',
    env: 'DAYBOOK_DATA',
    kind: 'path',
    default: './data',
    help: 'Folder that holds everything a newsroom keeps: database, blobs, secrets.',
  },
  {
    name: 'databaseUrl',
    env: 'DATABASE_URL',
    kind: 'url',
    secret: true,
    help: 'PostgreSQL connection URL. Absent: SQLite in the data folder.',
  },
  {
    name: 'host',
    flag: 'host',
    env: 'DAYBOOK_HOST',
    kind: 'text',
    default: '127.0.0.1',
    help: 'Address that `serve` listens on.',
  },
  {
    name: 'port',
    flag: 'port',
    env: 'DAYBOOK_PORT',
    kind: 'port',
    default: '4400',
    help: 'Port that `serve` listens on; 0 picks a free one.',
  },
  {
    name: 'origin',
    flag: 'origin',
    env: 'DAYBOOK_ORIGIN',
    kind: 'url',
    help: 'Public address of the site, such as https://news.example. Absent: the address listened on.',
  },
  {
    name: 'networkName',
    env: 'DAYBOOK_NETWORK_NAME',
    kind: 'text',
    default: 'Daybook',
    help: 'Name of the network of publications.',
  },
  {
    name: 'proxyUrl',
    env: 'DAYBOOK_PROXY',
    kind: 'url',
    secret: true,
    help: 'HTTP proxy for everything fetched from outside.',
  },
  {
    name: 'fetchTimeoutMs',
    env: 'DAYBOOK_FETCH_TIMEOUT_MS',
    kind: 'whole',
    default: '20000',
    help: 'Longest time for one outside fetch, in milliseconds.',
  },
  {
    name: 'fetchMaxBytes',
    env: 'DAYBOOK_FETCH_MAX_BYTES',
    kind: 'whole',
    default: '8000000',
    help: 'Largest body of one outside fetch, in bytes after decompression.',
  },
  {
    name: 'mailHosts',
    env: 'DAYBOOK_MAIL_HOSTS',
    kind: 'text',
    help: 'Mail servers that mailboxes may be read from though they are at a private address or another port than 993: `host:port`, parted by commas.',
  },
  {
    name: 'parseTimeoutMs',
    env: 'DAYBOOK_PARSE_TIMEOUT_MS',
    kind: 'whole',
    default: '10000',
    help: 'Longest time to parse one foreign feed or page, in milliseconds.',
  },
  {
    name: 'counts',
    env: 'DAYBOOK_COUNTS',
    kind: 'choice',
    choices: ['on', 'off'],
    default: 'on',
    help: 'Whether `serve` counts how often each page is read on a day, with nothing of who reads it.',
  },
  {
    name: 'logLevel',
    env: 'DAYBOOK_LOG',
    kind: 'choice',
    choices: ['debug', 'info', 'warn', 'error', 'silent'],
    default: 'warn',
    help: 'Least important line that is logged (JSON lines on stderr).',
  },
] as const satisfies readonly Option[];
