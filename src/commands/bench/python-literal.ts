/** A value of a Python literal: text, number, tuple or dictionary; None is null. */
export type PythonValue = string | number | null | PythonValue[] | { [key: string]: PythonValue };

/** Reads one whole Python literal, or gives undefined when the text is anything else (an expression, another comparison). */
export function readPythonLiteral(source: string): PythonValue | undefined {
  const reader = { source, at: 0 };
  const value = readValue(reader);
  return value !== undefined && source.slice(reader.at).trim() === '' ? value : undefined;
}

interface Reader {
  source: string;
  at: number;
}

function readValue(reader: Reader): PythonValue | undefined {
  take(reader, /\s*/y);
  const word = take(reader, /-?\d+(?:\.\d+)?|None/y);
  if (word !== undefined) return word === 'None' ? null : Number(word);
  const quote = take(reader, /u?("""|'''|"|')/y)?.replace(/^u/, '');
  if (quote !== undefined) return readText(reader, quote);
  const open = take(reader, /[([{]/y);
  if (open === undefined) return undefined;
  const list: PythonValue[] = [];
  const record: Record<string, PythonValue> = {};
  for (;;) {
    take(reader, /[\s,]*/y);
    if (take(reader, /[)\]}]/y) !== undefined) return open === '{' ? record : list;
    const value = readValue(reader);
    if (value === undefined) return undefined;
    if (open !== '{') list.push(value);
    else {
      if (take(reader, /\s*:/y) === undefined) return undefined;
      const of = readValue(reader);
      if (of === undefined) return undefined;
      record[String(value)] = of;
    }
  }
}

function readText(reader: Reader, quote: string): string | undefined {
  let text = '';
  while (reader.at < reader.source.length) {
    if (reader.source.startsWith(quote, reader.at)) {
      reader.at += quote.length;
      return text;
    }
    const escape = take(reader, /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)/sy);
    text += escape === undefined ? reader.source.charAt(reader.at++) : readEscape(escape.slice(1));
  }
  return undefined;
}

function readEscape(escape: string): string {
  if (/^[xuU]./.test(escape)) return String.fromCodePoint(Number.parseInt(escape.slice(1), 16));
  return { n: '\n', t: '\t', r: '\r', '\n': '' }[escape] ?? escape;
}

function take(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.source)?.[0];
  if (found !== undefined) reader.at += found.length;
  return found;
}
