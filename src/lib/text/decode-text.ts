/** Text of bytes, and the character encoding that they turned out to be in (lower case; `us-ascii` and `iso-8859-1` as declared). */
export interface DecodedText {
  text: string;
  encoding: string;
}

const byteOrderMarks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-32be', [0x00, 0x00, 0xfe, 0xff]],
  ['utf-32le', [0xff, 0xfe, 0x00, 0x00]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
];

/** How `<?` or `<x` looks without a mark (XML 1.0, appendix F). */
const firstBytes: readonly (readonly [string, readonly number[]])[] = [
  ['utf-32be', [0x00, 0x00, 0x00, 0x3c]],
  ['utf-32le', [0x3c, 0x00, 0x00, 0x00]],
  ['utf-16be', [0x00, 0x3c, 0x00]],
  ['utf-16le', [0x3c, 0x00]],
];

/**
 * Decodes a feed or page: byte-order mark, then the shape of the first bytes, then the charset of the Content-Type header,
 * then the XML declaration or HTML meta, then UTF-8; the first that the bytes are valid in counts, at last windows-1252.
 * An all-ASCII `text/*` without a charset is `us-ascii` (RFC 3023 §3.1). Never throws.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): DecodedText {
  const { text, encoding } = decode(bytes, contentType);
  return { text: text.replace(/[\x80-\x9f]/g, (control) => windows1252(control.charCodeAt(0))), encoding };
}

/** C1 control characters in a text are quotes and dashes of windows-1252 that somebody relabelled. */
function windows1252(byte: number): string {
  return new TextDecoder('windows-1252').decode(Uint8Array.of(byte));
}

function decode(bytes: Uint8Array, contentType: string | null): DecodedText {
  const marked = byteOrderMarks.find(([, mark]) => startsWith(bytes, mark));
  if (marked) {
    const [encoding, mark] = marked;
    const text = tryDecode(bytes.subarray(mark.length), encoding);
    if (text !== null) return { text, encoding };
  }
  const bare = marked ? bytes.subarray(marked[1].length) : bytes;
  const shaped = firstBytes.find(([, first]) => startsWith(bare, first))?.[0];
  const head = String.fromCharCode(...bare.subarray(0, 1024));
  const charset = /charset\s*=\s*["']?\s*([^\s"';,]+)/i.exec(contentType ?? '')?.[1];
  const declared =
    /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/i.exec(head)?.[1] ??
    /<meta[^>]+?charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(head)?.[1];
  const ascii = charset === undefined && /^text\//i.test(contentType ?? '') && isAscii(bare) ? 'us-ascii' : undefined;
  for (const label of [shaped, ascii, charset, declared, 'utf-8']) {
    if (label === undefined) continue;
    const encoding = canonicalEncoding(label);
    const text = tryDecode(bare, encoding);
    if (text !== null) return { text, encoding };
  }
  return { text: new TextDecoder('windows-1252').decode(bare), encoding: 'windows-1252' };
}

function startsWith(bytes: Uint8Array, first: readonly number[]): boolean {
  return bytes.length >= first.length && first.every((byte, index) => bytes[index] === byte);
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

/** `us-ascii` and `iso-8859-1` keep their names (TextDecoder reads both as windows-1252); gb2312 and gbk are parts of gb18030. */
function canonicalEncoding(label: string): string {
  const lower = label.trim().toLowerCase();
  if (lower === 'us-ascii' || lower === 'ascii') return 'us-ascii';
  if (lower === 'iso-8859-1' || lower === 'latin1' || lower === 'latin-1') return 'iso-8859-1';
  if (/^(?:gb2312|gb_2312-80|gbk|gb18030)$/.test(lower)) return 'gb18030';
  return lower;
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  if (encoding.startsWith('utf-32')) return decodeUtf32(bytes, encoding === 'utf-32le');
  if (encoding === 'us-ascii' && !isAscii(bytes)) return null;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // An unknown label (RangeError) or bytes that are not in this encoding (TypeError): the next guess is tried.
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const characters: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, littleEndian);
    if (code > 0x10ffff) return null;
    characters.push(String.fromCodePoint(code));
  }
  return characters.join('');
}
