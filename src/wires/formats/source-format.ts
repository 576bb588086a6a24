import { decodeText } from '#lib/text/decode-text.ts';
import type { ParsedFeed } from '../parsed-feed.ts';

/** One format that reports come in. A document goes in, its reports come out, and what is wrong is named by item. */
export interface SourceFormat {
  name: ParsedFeed['format'];
  /** Whether a document is of this format, told by how it begins. Never throws. */
  recognises(document: SourceDocument): boolean;
  /**
   * An item that cannot be read is in `setAside` with its reason.
   * @throws FeedUnreadable when the whole cannot be read; its message names what was found instead
   */
  read(document: SourceDocument): ParsedFeed | Promise<ParsedFeed>;
}

/** A foreign document: bytes, and what was said of them. Its text and its JSON are read when somebody asks, once. */
export interface SourceDocument {
  bytes: Uint8Array;
  /** Where it came from, to complete relative addresses. */
  url: string | null;
  /** Decoded, without what stands before its first character that counts. */
  readonly text: string;
  /** The local name of its first element, in lower case; null when it is no XML. */
  readonly rootName: string | null;
  /** What it says as JSON; undefined when it is none. */
  readonly json: unknown;
}

export function sourceDocument(bytes: Uint8Array, contentType: string | null, url: string | null): SourceDocument {
  let text: string | undefined;
  let json: { value: unknown } | undefined;
  return {
    bytes,
    url,
    get text() {
      text ??= decodeText(bytes, contentType).text.replace(/^[\s\ufeff\0]+/, '');
      return text;
    },
    get rootName() {
      return firstElement(this.text);
    },
    get json() {
      json ??= { value: readJson(this.text) };
      return json.value;
    },
  };
}

function readJson(text: string): unknown {
  if (!/^[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Past a declaration, comments and a doctype, as far as a sensible head goes. */
function firstElement(text: string): string | null {
  const head = text.slice(0, 20_000);
  let at = 0;
  while (at < head.length) {
    const open = head.indexOf('<', at);
    if (open === -1 || head.slice(at, open).trim() !== '') return null;
    const name = /^<(?:[\w.-]{1,40}:)?([a-z_][\w.-]{0,80})/i.exec(head.slice(open, open + 130))?.[1];
    if (name !== undefined) return name.toLowerCase();
    const end = head.startsWith('<!--', open) ? head.indexOf('-->', open) : endOfDeclaration(head, open);
    if (end === -1) return null;
    at = end + (head.startsWith('<!--', open) ? 3 : 1);
  }
  return null;
}

/** Where `<?xml …?>` or `<!DOCTYPE … [ … ]>` ends. */
function endOfDeclaration(head: string, open: number): number {
  const subset = /^<!DOCTYPE[^[>]*\[/i.exec(head.slice(open, open + 1_000));
  const close = subset ? head.indexOf(']', open) : open;
  return close === -1 ? -1 : head.indexOf('>', close);
}
