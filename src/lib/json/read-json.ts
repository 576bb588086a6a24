/** What the browser sent is not what it should be; the message says where and why. */
export class BadShape extends Error {
  override name = 'BadShape';
}

/** A value with the words that say where it stands. */
export interface Reading {
  value: unknown;
  at: string;
}

export interface ObjectReading {
  value: Record<string, unknown>;
  field(name: string): Reading;
}

export function readObject({ value, at }: Reading): ObjectReading {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new BadShape(`${at}: it is no object`);
  const record = value as Record<string, unknown>;
  return {
    value: record,
    field: (name) => ({ value: Object.hasOwn(record, name) ? record[name] : undefined, at: `${at}, ${name}` }),
  };
}

export function readArray({ value, at }: Reading, most: number): Reading[] {
  if (!Array.isArray(value)) throw new BadShape(`${at}: it is no list`);
  if (value.length > most) throw new BadShape(`${at}: it has more than ${most} entries`);
  return value.map((each, index) => ({ value: each, at: `${at} ${index + 1}` }));
}

/** One line of plain text: line breaks and control characters become spaces. */
export function readText({ value, at }: Reading, most: number): string {
  if (typeof value !== 'string') throw new BadShape(`${at}: it is no text`);
  if (value.length > most) throw new BadShape(`${at}: it is longer than ${most} characters`);
  return value.toWellFormed().replace(/[\u0000-\u001f\u007f\u2028\u2029]/gu, ' ');
}

export function readId({ value, at }: Reading): string {
  if (typeof value !== 'string' || !/^[\w:.-]{1,80}$/u.test(value))
    throw new BadShape(`${at}: it is no name of a part`);
  return value;
}

export function readWhole({ value, at }: Reading, most: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > most)
    throw new BadShape(`${at}: it is no whole number from 0 to ${most}`);
  return value;
}

export function readChoice<T extends string>({ value, at }: Reading, choices: readonly T[]): T {
  const choice = choices.find((each) => each === value);
  if (choice === undefined) throw new BadShape(`${at}: it is none of ${choices.join(', ')}`);
  return choice;
}

export function readSha256({ value, at }: Reading): string {
  if (typeof value !== 'string' || !/^[0-9a-f]{64}$/u.test(value))
    throw new BadShape(`${at}: it is no name of a picture`);
  return value;
}

/** Plain text in which line breaks stay. */
export function readParagraphs({ value, at }: Reading, most: number): string {
  if (typeof value !== 'string') throw new BadShape(`${at}: it is no text`);
  return value
    .split('\n')
    .map((line) => readText({ value: line, at }, most))
    .join('\n');
}

/** Where a link may lead: an http or https address, or one to write a mail to. */
export function readAddress(reading: Reading): string {
  const text = readText(reading, 4000).trim();
  return /^mailto:/iu.test(text) ? text : readLink(reading);
}

/** An http or https address. */
export function readLink(reading: Reading): string {
  const text = readText(reading, 4000).trim();
  if (!isWebAddress(text))
    throw new BadShape(
      `${reading.at}: “${text.slice(0, 80)}” is not a web address that starts with http:// or https://`,
    );
  return text;
}

export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}
