import { parseHTML } from 'linkedom';
import { decodeEntities } from '#lib/html/entities.ts';
import { limitNesting } from '#lib/html/limit-nesting.ts';

/** A page of the archive, cut into what its head says and its `main` as a document. */
export interface ArchivePage {
  /** What the head's metas say, by `property` or `name`, the first of each. */
  metas: Map<string, string>;
  /** `<title>`. */
  title: string;
  lang: string | null;
  /** Where HTTrack says that it stood, host and path: `www.newsdeeply.com/syria/…`. */
  mirroredFrom: string | null;
  /** What stands in `<main>`, and the element itself. */
  main: Element | null;
  /** The source as it is. */
  html: string;
}

/** Heads carry tens of kilobytes of styles: they are read by patterns, and only `main` is made a document. */
export function readPage(html: string): ArchivePage {
  const start = html.search(/<main[\s>]/iu);
  const headEnd = html.search(/<\/head>|<body[\s>]/iu);
  const head = html.slice(0, headEnd === -1 ? Math.min(html.length, 100_000) : headEnd);
  const metas = new Map<string, string>();
  for (const [tag] of head.matchAll(/<meta\s[^<>]{1,4000}>/giu)) {
    const name = attribute(tag, 'property') ?? attribute(tag, 'name');
    const content = attribute(tag, 'content');
    if (name !== null && content !== null && !metas.has(name)) metas.set(name, content);
  }
  return {
    metas,
    title: decodeEntities(/<title[^>]*>([^<]*)/iu.exec(head)?.[1] ?? '')
      .replace(/\s+/gu, ' ')
      .trim(),
    lang: /<html[^<>]*\slang="([A-Za-z-]{2,20})"/u.exec(head)?.[1] ?? null,
    mirroredFrom: /<!-- Mirrored from (\S{1,2000}) by HTTrack/u.exec(html)?.[1] ?? null,
    main: start === -1 ? null : mainOf(html, start),
    html,
  };
}

const aside =
  /<section class="(?:widget )?popular">[\s\S]*?<\/section>|<ul class="intents">[\s\S]*?<\/ul>|<script(?![^<>]*\ssrc=)[^<>]*>[\s\S]*?<\/script>|<meta\s[^<>]*>/gu;

function mainOf(html: string, start: number): Element | null {
  const end = html.indexOf('</main>', start);
  // Scripts, counts and lists of other pages are no part of the page, and slow to build a tree of. The site's typographer set quotation marks inside some tags in a span of their own.
  const source = html
    .slice(start, end === -1 ? html.length : end)
    .replace(aside, '')
    .replace(/(<[a-z]+\s[^<>]*)<span class="dquo">"<\/span>/gu, '$1"');
  const { document } = parseHTML(`<html><body>${limitNesting(source)}</body></html>`);
  return document.querySelector('main');
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'iu').exec(tag);
  return found ? decodeEntities(found[1] ?? found[2] ?? '').trim() : null;
}

/** A text of the page's JSON-LD by its key. It is read by lines: in many pages it is no JSON, with bare quotes inside. */
export function linkedData(html: string, key: string): string | null {
  const at = html.indexOf('application/ld+json');
  if (at === -1) return null;
  const script = html.slice(at, at + 20_000);
  return new RegExp(`"${key}"\\s*:\\s*"([^\\n]*)"\\s*,?\\s*(?:\\n|\\})`, 'u').exec(script)?.[1] ?? null;
}

/** The names of persons that the JSON-LD calls authors. */
export function linkedAuthors(html: string): string[] {
  const at = html.indexOf('application/ld+json');
  const line = at === -1 ? '' : (/"author"\s*:\s*([^\n]*)/u.exec(html.slice(at, at + 20_000))?.[1] ?? '');
  return [...line.matchAll(/"name"\s*:\s*"((?:[^"\\]|\\.)*)"/gu)].map(([, name = '']) => decodeEntities(name).trim());
}
