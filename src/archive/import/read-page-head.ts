import { readJsonLd } from '#wires/wires-parsers.ts';

/** What a page's head says of where the page stands and of what kind it is; addresses in full. */
export interface PageHead {
  canonical: string | null;
  ogUrl: string | null;
  amp: string | null;
  isAmp: boolean;
  /** Where a page that only sends its readers on sends them. */
  refresh: string | null;
  /** Open Graph and schema.org types, in lower case. */
  types: Set<string>;
  bodyClasses: Set<string>;
  title: string;
  description: string | null;
  modified: string | null;
  section: string | null;
  tags: string[];
  readMinutes: number | null;
  imageAlt: string;
}

const mostTags = 50;

/** @param baseUrl where relative addresses start from; null: they are none */
export function readPageHead(document: Document, baseUrl: string | null): PageHead {
  const metas = new Map<string, string[]>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const name = (
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('http-equiv') ??
      ''
    ).toLowerCase();
    const content = meta.getAttribute('content')?.replace(/\s+/gu, ' ').trim() ?? '';
    if (content === '') continue;
    const known = metas.get(name);
    if (known) known.push(content);
    else metas.set(name, [content]);
  }
  const meta = (...names: string[]): string | null => {
    for (const name of names) {
      const [content] = metas.get(name) ?? [];
      if (content !== undefined) return content;
    }
    return null;
  };
  const link = (rel: string): string | null => {
    const element = [...document.querySelectorAll('link[href], a.p-canonical[href]')].find((each) =>
      each.localName === 'a'
        ? rel === 'canonical'
        : (each.getAttribute('rel') ?? '').toLowerCase().split(/\s+/u).includes(rel),
    );
    return webAddress(element?.getAttribute('href') ?? null, baseUrl);
  };
  const { article } = readJsonLd(document);
  return {
    canonical: link('canonical'),
    ogUrl: webAddress(meta('og:url'), baseUrl),
    amp: link('amphtml'),
    isAmp: document.documentElement?.hasAttribute('amp') || document.documentElement?.hasAttribute('⚡') || false,
    refresh: webAddress(/^\d*\s*;\s*url\s*=\s*["']?([^"']+)/iu.exec(meta('refresh') ?? '')?.[1] ?? null, baseUrl),
    types: new Set(
      [...(metas.get('og:type') ?? []), ...(article ? [article['@type']].flat().map(String) : [])].map((type) =>
        type.toLowerCase(),
      ),
    ),
    bodyClasses: new Set((document.body?.getAttribute('class') ?? '').split(/\s+/u)),
    title: (document.querySelector('title')?.textContent ?? '').replace(/\s+/gu, ' ').trim(),
    description: meta('og:description', 'description', 'twitter:description'),
    modified:
      meta('article:modified_time') ?? (typeof article?.dateModified === 'string' ? article.dateModified : null),
    section: meta('article:section'),
    tags: [...new Set(metas.get('article:tag') ?? [])].slice(0, mostTags),
    readMinutes: statedMinutes(metas),
    imageAlt: meta('og:image:alt', 'twitter:image:alt') ?? '',
  };
}

/** An http or https address in full, else null. */
export function webAddress(written: string | null, baseUrl: string | null): string | null {
  const text = written?.trim() ?? '';
  if (text === '' || !URL.canParse(text, baseUrl ?? undefined)) return null;
  const url = new URL(text, baseUrl ?? undefined);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

/** Labelled values for previews: "Est. reading time" beside "4 minutes". */
function statedMinutes(metas: ReadonlyMap<string, string[]>): number | null {
  for (const number of [1, 2, 3]) {
    if (!/reading time|read time|مدة القراءة/iu.test(metas.get(`twitter:label${number}`)?.[0] ?? '')) continue;
    const minutes = Number(/\d+/u.exec(metas.get(`twitter:data${number}`)?.[0] ?? '')?.[0]);
    if (Number.isInteger(minutes) && minutes > 0 && minutes < 1_000) return minutes;
  }
  return null;
}
