import {
  brotliDecompressSync,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  constants,
  zstdDecompressSync,
} from 'node:zlib';

/** The head of an HTTP response (RFC 9112) as it was captured, and where its body begins. */
export interface HttpHead {
  status: number;
  /** Names in lower case; several of a name are joined by a comma. */
  fields: Map<string, string>;
  bodyAt: number;
}

const longestHead = 65_536;

/** Null when the bytes do not begin with a response. */
export function readHttpHead(block: Uint8Array): HttpHead | null {
  const text = Buffer.from(block.buffer, block.byteOffset, Math.min(block.length, longestHead)).toString('latin1');
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})\b/u.exec(text)?.[1];
  if (status === undefined) return null;
  const end = /\r?\n\r?\n/u.exec(text);
  const fields = new Map<string, string>();
  for (const line of text
    .slice(0, end?.index ?? text.length)
    .split(/\r?\n/u)
    .slice(1)) {
    const [, name = '', value = ''] = /^([^:\s]+)\s*:(.*)$/u.exec(line) ?? [];
    const key = name.toLowerCase();
    if (key !== '') fields.set(key, fields.has(key) ? `${fields.get(key) ?? ''}, ${value.trim()}` : value.trim());
  }
  return { status: Number(status), fields, bodyAt: end ? end.index + end[0].length : block.length };
}

/** What a body may unpack to, and how many times its packed size (deflate itself reaches 1032). */
const mostUnpacked = 64_000_000;
const mostRatio = 1_000;
const leastLimit = 1_000_000;

/**
 * The body without transfer and content coding. A coding that the bytes are not in was undone by the crawler and is passed
 * over; one that ends early gives what it has. Throws a RangeError when it would grow beyond 64 MB or 1000 times.
 */
export function decodeBody(head: HttpHead, body: Uint8Array): Uint8Array {
  const transfer = (head.fields.get('transfer-encoding') ?? '').toLowerCase();
  let bytes = transfer.includes('chunked') ? withoutChunks(body) : body;
  for (const coding of codingsOf(head)) bytes = unpack(coding, bytes);
  return bytes;
}

/** The body without transfer coding: what a payload digest is of (ISO 28500, 5.9), though some tools take it before. */
export function withoutTransferCoding(head: HttpHead, body: Uint8Array): Uint8Array {
  return (head.fields.get('transfer-encoding') ?? '').toLowerCase().includes('chunked') ? withoutChunks(body) : body;
}

function codingsOf(head: HttpHead): string[] {
  const given = (head.fields.get('content-encoding') ?? '').toLowerCase().split(',');
  return given.map((coding) => coding.trim()).reverse();
}

function unpack(coding: string, bytes: Uint8Array): Uint8Array {
  if (bytes.length === 0) return bytes;
  const maxOutputLength = Math.min(mostUnpacked, Math.max(leastLimit, bytes.length * mostRatio));
  const soft = { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH };
  try {
    switch (coding) {
      case 'gzip':
      case 'x-gzip':
        return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, soft) : bytes;
      case 'deflate':
        // RFC 9110 means zlib; servers send bare deflate as well.
        return ((bytes[0] ?? 0) & 0x0f) === 8 ? inflateSync(bytes, soft) : inflateRawSync(bytes, soft);
      case 'br':
        return brotliDecompressSync(bytes, { maxOutputLength, finishFlush: constants.BROTLI_OPERATION_FLUSH });
      case 'zstd':
        return zstdDecompressSync(bytes, { maxOutputLength });
      default:
        return bytes;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new RangeError('its body unpacks to more than 64 MB or 1000 times its size, as gzip bombs do', {
        cause: error,
      });
    }
    return bytes;
  }
}

const longestSizeLine = 64;

/** Chunked transfer coding undone (RFC 9112, 7.1). Bytes that are not in chunks stay as they are; cut chunks give what they have. */
function withoutChunks(body: Uint8Array): Uint8Array {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.length);
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(10, at);
    const line = end === -1 || end - at > longestSizeLine ? '' : bytes.toString('latin1', at, end);
    const size = /^([\da-f]{1,8})\s*(?:;.*)?\r?$/iu.exec(line)?.[1];
    if (size === undefined) return chunks.length === 0 ? body : Buffer.concat([...chunks, bytes.subarray(at)]);
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    chunks.push(bytes.subarray(end + 1, end + 1 + length));
    at = end + 1 + length;
    if (bytes[at] === 13) at += 1;
    if (bytes[at] === 10) at += 1;
  }
  return Buffer.concat(chunks);
}
