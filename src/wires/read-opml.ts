import { SaxesParser } from 'saxes';
import { decodeEntities } from '#lib/html/entities.ts';
import { decodeText } from '#lib/text/decode-text.ts';

/** A list of feeds as another reader keeps it (OPML 1.0 and 2.0, opml.org). */
export interface Opml {
  title: string;
  /** In the order of the file. */
  feeds: OpmlFeed[];
  /** Outlines that name no feed, and why. */
  wrong: { line: number; name: string; reason: string }[];
}

export interface OpmlFeed {
  /** Where it stands in the file, from 1. */
  line: number;
  name: string;
  /** A full http or https address. */
  url: string;
  /** A language tag, or null. */
  lang: string | null;
}

/** The bytes are no OPML; the message says on which line that shows. */
export class OpmlUnreadable extends Error {
  override name = 'OpmlUnreadable';
}

const maxFeeds = 2_000;
const maxDepth = 100;

/** Reads a list of feeds. For parsing threads only. @throws OpmlUnreadable */
export function readOpml({ bytes }: { bytes: Uint8Array }): Opml {
  const opml: Opml = { title: '', feeds: [], wrong: [] };
  const parser = new SaxesParser<{ position: true; xmlns: false }>({ position: true, xmlns: false });
  const refuse = (reason: string): never => {
    throw new OpmlUnreadable(`line ${parser.line}: ${reason}`);
  };
  /** Open outlines, each with whether another stands in it. */
  const open: { line: number; name: string; folder: boolean; feed: boolean }[] = [];
  let depth = 0;
  let inTitle = false;
  parser.on('error', (error) => refuse(error.message.replace(/^\d+:\d+: /u, '')));
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > maxDepth) refuse(`more than ${maxDepth} elements stand in one another`);
    if (depth === 1 && !/^opml$/iu.test(name)) refuse(`it begins with <${name.slice(0, 40)}>, not with <opml>`);
    inTitle = /^title$/iu.test(name);
    if (!/^outline$/iu.test(name)) return;
    const outline = readOutline(attributes, parser.line);
    const around = open.at(-1);
    if (around) around.folder = true;
    open.push({ line: parser.line, name: outline.name, folder: false, feed: outline.url !== null });
    if (outline.url === null) return;
    if (opml.feeds.length === maxFeeds) refuse(`there are more than ${maxFeeds} feeds`);
    const { reason, ...feed } = outline;
    if (reason === null) opml.feeds.push({ ...feed, url: outline.url });
    else opml.wrong.push({ line: outline.line, name: outline.name, reason });
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    inTitle = false;
    if (!/^outline$/iu.test(name)) return;
    const closed = open.pop();
    if (closed && !closed.folder && !closed.feed)
      opml.wrong.push({ line: closed.line, name: closed.name, reason: 'it has no address of a feed (xmlUrl)' });
  });
  parser.on('text', (text) => {
    if (inTitle) opml.title += text;
  });
  parser.write(mended(decodeText(bytes, null).text)).close();
  opml.title = opml.title.replace(/\s+/gu, ' ').trim().slice(0, 200);
  return opml;
}

/** `url` null: a folder, or an outline without a feed. `reason`: what is wrong with the address. */
function readOutline(attributes: Record<string, string>, line: number) {
  const given = new Map(Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), value.trim()]));
  const url = given.get('xmlurl') || null;
  const host = url !== null && URL.canParse(url) ? new URL(url).hostname : '';
  const name = (given.get('text') || given.get('title') || host).replace(/\s+/gu, ' ').slice(0, 120);
  const lang = (given.get('language') ?? '').replaceAll('_', '-');
  const isWeb = host !== '' && url !== null && /^https?:/iu.test(url) && url.length <= 2_000;
  return {
    line,
    name,
    url,
    lang: /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(lang) ? lang.toLowerCase().replace(/-.*$/u, '') : null,
    reason: url === null || isWeb ? null : `“${url.slice(0, 80)}” is no web address`,
  };
}

const known = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/** Other readers leave the `&` of addresses as it is, and write HTML's entities: meant is plain. Lines stay where they are. */
function mended(source: string): string {
  return source.replace(/&(?:(#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);)?/giu, (whole, name?: string) => {
    if (name === undefined) return '&amp;';
    if (name.startsWith('#') || known.has(name)) return whole;
    const character = decodeEntities(whole);
    return character === whole ? `&amp;${name};` : character;
  });
}
