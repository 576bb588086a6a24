/**
 * The records of comma-separated values (RFC 4180): fields in quotes may hold commas, line ends and doubled quotes. Line ends
 * are CRLF, LF or CR; a byte-order mark is passed over. A quote that is never closed ends with the text.
 */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        const end = text.indexOf('"', at);
        field += text.slice(at, end === -1 ? text.length : end);
        at = end === -1 ? text.length : end + 1;
        if (text[at] !== '"') break;
        field += '"';
        at += 1;
      }
    }
    // What stands after a closing quote, against the rule, is kept as it is.
    const rest = /[^,\r\n]*/uy;
    rest.lastIndex = at;
    field += rest.exec(text)?.[0] ?? '';
    at = Math.max(at, rest.lastIndex);
    row.push(field);
    if (text[at] === ',') {
      at += 1;
      if (at === text.length) row.push('');
      if (at < text.length) continue;
    }
    rows.push(row);
    row = [];
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
  }
  return rows;
}

/** The records after the first, by the names that the first gives. */
export function readCsvRecords(text: string): Record<string, string>[] {
  const [names = [], ...rows] = readCsv(text);
  return rows
    .filter((row) => row.some((field) => field !== ''))
    .map((row) => Object.fromEntries(names.map((name, place) => [name.trim(), row[place] ?? ''])));
}
