import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ImportFormat } from '#archive/archive.ts';
import { createIds } from '#platform/stable-ids.ts';
import { type Block, type PieceContent } from '#pieces/pieces.ts';
import { plainPublication } from '#publications/publications.ts';
import { chunks, escaped, hostileHtml, inXml } from './hostile-payloads.ts';

const perPiece = 200;
const old = 'https://courier.example';
const dayOf = (index: number): string => new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10);
const pick = (texts: string[], index: number): string => texts[index % texts.length] ?? '';

/** Archives of five kinds whose every field that is a text holds a string of `texts`; answers their paths. */
export async function writeHostileArchives(folder: string, texts: string[]): Promise<[ImportFormat, string][]> {
  const parts = chunks(texts, perPiece);
  const write = async (name: string, text: string) => {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  };
  for (const [index, part] of parts.entries())
    await write(`html/courier.example/2020/page-${index}.html`, page(part, index));
  await write('wxr/export.xml', wxr(parts));
  await write('ghost/export.json', ghost(parts));
  await write('feed/feed.xml', feed(parts));
  await write('feed/feed.json', jsonFeed(parts));
  await write('daybook/dump.jsonl', dump(texts));
  const at = (name: string) => join(folder, name);
  return [
    ['html', at('html')],
    ['wxr', at('wxr/export.xml')],
    ['ghost', at('ghost/export.json')],
    ['feed', at('feed')],
    ['daybook', at('daybook/dump.jsonl')],
  ];
}

/** A page as a mirror holds it. */
export function page(texts: string[], index: number): string {
  const meta = (name: string, text: string) => `<meta property="${name}" content="${escaped(text)}">`;
  return `<!DOCTYPE html><html lang="en"><head><title>${escaped(pick(texts, 0))} – Courier</title>
<link rel="canonical" href="${old}/2020/page-${index}">
${meta('og:type', 'article')}${meta('og:title', pick(texts, 0))}${meta('og:description', pick(texts, 1))}${meta('og:image', pick(texts, 2))}
${meta('article:published_time', `${dayOf(index)}T08:00:00Z`)}${meta('article:section', pick(texts, 3))}${meta('article:tag', pick(texts, 4))}
<meta name="author" content="${escaped(pick(texts, 5))}"></head><body><article><h1>${escaped(pick(texts, 0))}</h1>
<p class="byline">By ${escaped(pick(texts, 5))}</p>
<p>The ferry left the port of Gorvan on Tuesday with 42 passengers aboard, an hour after the harbour office had lifted its warning.</p>
${hostileHtml(texts)}</article></body></html>`;
}

function wxr(parts: string[][]): string {
  const authors = parts.map(
    (part, index) =>
      `<wp:author><wp:author_login>a${index}</wp:author_login><wp:author_display_name>${inXml(pick(part, 6))}</wp:author_display_name><wp:author_first_name>${inXml(pick(part, 7))}</wp:author_first_name></wp:author>`,
  );
  const items = parts.map(
    (part, index) => `<item><title>${inXml(pick(part, 0))}</title><link>${old}/2020/post-${index}/</link>
<pubDate>${new Date(`${dayOf(index)}T08:00:00Z`).toUTCString()}</pubDate><dc:creator>a${index}</dc:creator>
<guid isPermaLink="false">${inXml(pick(part, 8))}</guid><excerpt:encoded>${inXml(pick(part, 1))}</excerpt:encoded>
<content:encoded>${inXml(`[caption width="3"]<img src="${escaped(pick(part, 2))}" alt="${escaped(pick(part, 3))}" /> ${pick(part, 9)}[/caption]\n${hostileHtml(part)}`)}</content:encoded>
<wp:post_id>${index + 1}</wp:post_id><wp:post_date_gmt>${dayOf(index)} 08:00:00</wp:post_date_gmt><wp:post_name>post-${index}</wp:post_name>
<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="c${index}">${inXml(pick(part, 4))}</category><category domain="post_tag" nicename="t${index}">${inXml(pick(part, 5))}</category></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<title>${inXml(pick(parts[0] ?? [], 0))}</title><link>${old}</link><description>${inXml(pick(parts[0] ?? [], 1))}</description><wp:wxr_version>1.2</wp:wxr_version>${authors.join('')}${items.join('\n')}</channel></rss>`;
}

function ghost(parts: string[][]): string {
  const posts = parts.map((part, index) => ({
    id: `p${index}`,
    title: pick(part, 0),
    slug: `post-${index}`,
    html: hostileHtml(part),
    custom_excerpt: pick(part, 1),
    feature_image: pick(part, 2),
    type: 'post',
    status: 'published',
    visibility: 'public',
    published_at: `${dayOf(index)}T08:00:00.000Z`,
    canonical_url: pick(part, 3),
  }));
  const users = parts.map((part, index) => ({
    id: `u${index}`,
    name: pick(part, 4),
    slug: `person-${index}`,
    bio: part.join('\n\n'),
    website: pick(part, 5),
  }));
  const data = {
    posts,
    users,
    tags: parts.map((part, index) => ({
      id: `t${index}`,
      name: pick(part, 6),
      slug: `tag-${index}`,
      description: pick(part, 7),
    })),
    posts_authors: parts.map((_, index) => ({
      id: `x${index}`,
      post_id: `p${index}`,
      author_id: `u${index}`,
      sort_order: 0,
    })),
    posts_tags: parts.map((_, index) => ({
      id: `y${index}`,
      post_id: `p${index}`,
      tag_id: `t${index}`,
      sort_order: 0,
    })),
    posts_meta: parts.map((part, index) => ({
      id: `m${index}`,
      post_id: `p${index}`,
      feature_image_alt: pick(part, 8),
      feature_image_caption: pick(part, 9),
    })),
    settings: [
      { key: 'title', value: pick(parts[0] ?? [], 0) },
      { key: 'description', value: pick(parts[0] ?? [], 1) },
    ],
  };
  return JSON.stringify({ db: [{ meta: { exported_on: 1700000000000, version: '5.70.0' }, data }] });
}

/** The items of an RSS feed: `of` has the strings that stand in all its fields but its own link's. */
export function rssItem(of: string[], facts: { id: string; link: string; at: Date; html: string }): string {
  return `<item><title>${inXml(pick(of, 0))}</title><link>${inXml(facts.link)}</link><guid isPermaLink="false">${facts.id}</guid>
<pubDate>${facts.at.toUTCString()}</pubDate><dc:creator>${inXml(pick(of, 1))}</dc:creator><category>${inXml(pick(of, 2))}</category>
<description>${inXml(pick(of, 3))}</description><content:encoded>${inXml(facts.html)}</content:encoded>
<enclosure url="${inXml(pick(of, 4))}" type="audio/mpeg" length="1"/>
<media:content url="${inXml(pick(of, 5))}" medium="image"><media:description>${inXml(pick(of, 6))}</media:description><media:credit>${inXml(pick(of, 7))}</media:credit></media:content></item>`;
}

export const rss = (title: string, items: string[]): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>${inXml(title)}</title><link>${old}/</link><description>${inXml(title)}</description>${items.join('\n')}</channel></rss>`;

function feed(parts: string[][]): string {
  const items = parts.map((part, index) =>
    rssItem(part, {
      id: `f${index}`,
      link: `${old}/2020/item-${index}`,
      at: new Date(`${dayOf(index)}T08:00:00Z`),
      html: hostileHtml(part),
    }),
  );
  return rss(pick(parts[0] ?? [], 0), items);
}

function jsonFeed(parts: string[][]): string {
  const items = parts.map((part, index) => ({
    id: `j${index}`,
    url: `${old}/2020/json-${index}`,
    title: pick(part, 10),
    content_html: hostileHtml(part),
    summary: pick(part, 11),
    image: pick(part, 12),
    date_published: `${dayOf(index)}T09:00:00Z`,
    authors: [{ name: pick(part, 13), url: pick(part, 14) }],
    tags: [pick(part, 15)],
    attachments: [{ url: pick(part, 16), mime_type: 'audio/mpeg', title: pick(part, 17) }],
  }));
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: pick(parts[0] ?? [], 1),
    home_page_url: old,
    items,
  });
}

/** A whole piece, as our document holds it, with the strings in every place that takes a text; links stay addresses. */
export function hostileContent(texts: string[], seed: string): PieceContent {
  const ids = createIds(seed);
  const short = texts.map((text) => text.slice(0, 1000));
  const address = (text: string) =>
    `${`https://far.example/?${encodeURIComponent(text.toWellFormed().slice(0, 300))}`.slice(0, 1900)}"'<b>`;
  // What is blank is asked for by the gate, and would keep the rest from being published.
  const filled = (text: string) => (text.trim() === '' ? 'Words' : text);
  const said = (text: string) => ({
    id: ids('s'),
    text,
    basis: { kind: 'vouched' as const, by: 'x', at: '2020-01-01T00:00:00.000Z' },
  });
  const image = (index: number) => ({
    src: address(pick(short, index)),
    caption: filled(pick(short, index)),
    credit: filled(pick(short, index + 1)),
    alt: filled(pick(short, index + 2)),
  });
  const blocks = short.flatMap((text, index): Block[] => [
    { type: 'heading', id: ids('h'), level: 2, text },
    { type: 'paragraph', id: ids('p'), sentences: [said(text)] },
    { type: 'quote', id: ids('q'), sentences: [said(text)], attribution: text },
    ...(index % 3 === 0
      ? [
          { type: 'figure' as const, id: ids('f'), image: image(index) },
          { type: 'embed' as const, id: ids('e'), href: address(text), note: text },
        ]
      : []),
  ]);
  return {
    version: 1,
    kind: 'article',
    lang: 'en',
    title: filled(pick(short, 0)),
    lede: pick(short, 1),
    blocks,
    recommendedReads: short.slice(0, 100).map((text) => ({ publisher: text, title: text, url: address(text) })),
    topImage: image(3),
    topics: [],
    tags: [{ slug: 'mole', title: pick(short, 4) }],
    categories: [{ slug: 'reports', title: pick(short, 5) }],
    authors: [
      {
        name: pick(short, 6),
        slug: 'person',
        role: 'author',
        title: pick(short, 7),
        bio: texts.join('\n\n').slice(0, 9_900),
      },
    ],
  };
}

/** A dump: pieces full of strings; and a piece for every string whose one link it is, which must be an address to come in. */
function dump(texts: string[]): string {
  const { slug, ...profile } = plainPublication('daybook');
  const record = (content: PieceContent, path: string, index: number) => {
    const id = createIds(path)('pc');
    const facts = {
      date: dayOf(index),
      status: 'live',
      revision: 1,
      publishedAt: `${dayOf(index)}T00:00:00.000Z`,
      modifiedAt: null,
    };
    const none = { translationOf: null, aliases: [], corrections: [], evidence: [] };
    return {
      schema: 2,
      kind: content.kind,
      publication: slug,
      id,
      path: `${slug}/${path}`,
      lang: 'en',
      ...facts,
      ...none,
      document: content,
    };
  };
  const pieces = chunks(texts, 40).map((part, index) => {
    const content = hostileContent(part, `dump/${index}`);
    const authors = content.authors?.map((author) => ({ ...author, slug: `person-${index}` })) ?? [];
    const made = record({ ...content, authors }, `articles/piece-${index}`, index % 1000);
    const corrections = part.map((note) => ({
      on: `${dayOf(index % 1000)}T10:00:00.000Z`,
      note,
      sentence: null,
      lang: 'en',
    }));
    return { ...made, corrections };
  });
  const linked = texts.map((text, index) => {
    const content = hostileContent(['A link'], `link/${index}`);
    const ids = createIds(`linked/${index}`);
    const basis = { kind: 'linked' as const, links: [{ href: text, text }] };
    const marks = [{ type: 'link' as const, start: 0, end: 4, href: text }];
    const blocks: Block[] = [
      { type: 'paragraph', id: ids('p'), sentences: [{ id: ids('s'), text: 'Link', marks, basis }] },
    ];
    return record(
      { ...content, blocks, recommendedReads: [], topImage: null, authors: [] },
      `articles/link-${index}`,
      index % 1000,
    );
  });
  const first = { schema: 2, kind: 'publication', publication: slug, profile, redirects: [] };
  return [first, ...pieces, ...linked].map((each) => JSON.stringify(each)).join('\n');
}
