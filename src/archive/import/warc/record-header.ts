/** What stands before a record's block: one form for WARC/0.17 to 1.1 (ISO 28500) and for ARC (Internet Archive, 1996). */
export interface RecordHeader {
  /** `response`, `resource`, `revisit` …; `arc` for a capture of an ARC, `warcinfo` for its version block. */
  type: string;
  url: string | null;
  contentType: string | null;
  /** Of the block, in bytes; null when it says none that can be. */
  length: number | null;
  blockDigest: string | null;
  payloadDigest: string | null;
}

/** Whether a line begins a record of a WARC. */
export function beginsWarc(line: string): boolean {
  return /^WARC\/\d+\.\d+\s*$/u.test(line);
}

/** Reads the lines of a WARC header after its first; a line that begins with a blank goes on the one before. */
export function readWarcHeader(lines: string[]): RecordHeader {
  const fields = new Map<string, string>();
  let last = '';
  for (const line of lines) {
    if (/^[ \t]/u.test(line) && last !== '') {
      fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon === -1) continue;
    last = line.slice(0, colon).trim().toLowerCase();
    fields.set(last, line.slice(colon + 1).trim());
  }
  const field = (name: string): string | null => fields.get(name) ?? null;
  return {
    type: field('warc-type')?.toLowerCase() ?? 'unknown',
    // Some tools write the address in angle brackets.
    url: field('warc-target-uri')?.replace(/^<(.*)>$/u, '$1') ?? null,
    contentType: field('content-type'),
    length: readLength(field('content-length')),
    blockDigest: field('warc-block-digest'),
    payloadDigest: field('warc-payload-digest'),
  };
}

/**
 * Reads the one line of an ARC record: URL, address, date, type, length; version 2 has five more between type and length.
 * The URL may hold blanks. Null for another line.
 */
export function readArcHeader(line: string): RecordHeader | null {
  const fields =
    /^([a-z][a-z\d+.-]*:\S.*) (\S+) (\d{8,20}) (\S+) \S+ \S+ \S+ \S+ \S+ (\S+)\s*$/iu.exec(line) ??
    /^([a-z][a-z\d+.-]*:\S.*) (\S+) (\d{8,20}) (\S+) (\S+)\s*$/iu.exec(line);
  if (!fields) return null;
  const [, url = '', , , contentType = null, length = ''] = fields;
  return {
    type: url.startsWith('filedesc:') ? 'warcinfo' : url.startsWith('dns:') ? 'dns' : 'arc',
    url,
    contentType,
    length: readLength(length),
    blockDigest: null,
    payloadDigest: null,
  };
}

function readLength(text: string | null): number | null {
  const length = /^\d{1,15}$/u.test(text ?? '') ? Number(text) : null;
  return length;
}
