import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RenderedPage } from '../../src/pages/pages.ts';
import { feedFaults, readStrictXml } from '../support/check-feed.ts';
import { htmlFaults } from '../support/check-html.ts';
import { jsonLdFaults } from '../support/check-json-ld.ts';
import { onePathOfEachShape, openSampleSite, sampleOrigin, type SampleSite } from '../support/sample-site.ts';

const parse = (html: string) => parseHTML(html).document as unknown as Document;

/** Pieces of a partner, and one that another publication of the network had first: that address is the one of record. */
const firstStood: Record<string, string> = {
  '/gorvan/community/2015/03/a-letter-from-the-mole': 'https://quay.example/letters/mole',
  '/belisar/community/2026/11/15/a-window-described': 'https://thenarrows.example/2026/11/14/a-window-described',
  '/aldermoss/articles/2026/11/18/what-a-river-brings-down': `${sampleOrigin}/belisar/articles/2026/11/17/what-a-river-brings-down`,
};

const fullAddress = (path: string) => sampleOrigin + encodeURI(decodeURI(path));

function alternatesOf(document: Document): Map<string, string> {
  const links = [...document.querySelectorAll('link[rel="alternate"][hreflang]')];
  return new Map(links.map((link) => [link.getAttribute('hreflang') ?? '', link.getAttribute('href') ?? '']));
}

/** The letters and digits of a page's words, so that markup, quotation marks and spaces between them do not matter. */
function plain(html: string): string {
  const text = parse(
    `<!doctype html><html><body><p>${html.replace(/ alt="([^"]*)"/gu, '>$1<').replace(/<[^>]*>/gu, ' ')}</p></body></html>`,
  ).body.textContent;
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Every text of a piece of data that is words (not an address, a date or a code), but for what it says of the publication. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return /\p{L}\s+\p{L}/u.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => (name === 'publication' ? [] : textsIn(each)));
}

describe('what machines read', () => {
  let sample: SampleSite;
  /** Of pages' HTML, each parsed once: nothing changes them. */
  const documents = new Map<string, Document>();
  const documentOf = (body: string): Document => {
    const document = documents.get(body) ?? parse(body);
    documents.set(body, document);
    return document;
  };
  beforeAll(async () => {
    sample = await openSampleSite();
  }, 90_000);
  afterAll(() => sample.close());

  test('the HTML of every kind of page is valid, in both languages', { timeout: 120_000 }, async () => {
    const found: string[] = [];
    let looked = 0;
    for (const path of onePathOfEachShape(sample.paths)) {
      const { contentType, body } = await sample.page(path);
      if (!contentType.startsWith('text/html')) continue;
      looked += 1;
      found.push(...(await htmlFaults(body, path)));
    }
    expect(found).toEqual([]);
    expect(looked).toBeGreaterThan(40);
  });

  test('a planted fault of HTML is found', async () => {
    const { body } = await sample.page('/belisar/about');
    const planted = (from: string, to: string) => htmlFaults(body.replace(from, to), '/belisar/about');
    expect((await planted('<main id="main"', '<main id="main"><p><div></div></p><i id="main"')).join()).toMatch(
      /no-dup-id|element-permitted-content|close-order|no-implicit-close/u,
    );
    expect((await planted('</main>', '<img src="/x.webp"/></main>')).join()).toContain('wcag/h37');
  });

  test('every feed is one by the rules of its form, and holds each piece whole', { timeout: 120_000 }, async () => {
    const feeds = sample.paths.filter((path) => /\/(?:rss\.xml|atom\.xml|feed\.json)$/u.test(path));
    expect(feeds.length).toBeGreaterThan(100);
    const found: string[] = [];
    for (const path of feeds) {
      const { contentType, body } = await sample.page(path);
      found.push(...feedFaults({ url: fullAddress(path), contentType, body }));
    }
    expect(found).toEqual([]);
  });

  test('planted faults of feeds are found', async () => {
    const planted = async (file: string, from: string | RegExp, to: string) => {
      const { contentType, body } = await sample.page(`/belisar/${file}`);
      expect(body).toMatch(from);
      return feedFaults({ url: `${sampleOrigin}/belisar/${file}`, contentType, body: body.replace(from, to) }).join();
    };
    expect(await planted('rss.xml', /<pubDate>\w+, /u, '<pubDate>')).toContain('pubDate');
    expect(await planted('rss.xml', 'rel="self"', 'rel="alternate"')).toContain('atom:link self');
    expect(await planted('rss.xml', '</channel>', '')).toContain('cannot be read');
    expect(await planted('atom.xml', /<published>\d{4}/u, '<published>2999')).toContain('before it was published');
    expect(await planted('atom.xml', /href=&quot;https?:\/\/[^/]*|href=\S+?https?:\/\/[^/]*/u, 'href=&quot;')).toMatch(
      /relative|cannot be read|absolute/u,
    );
    expect(await planted('feed.json', '/version/1.1', '/version/1')).toContain('version');
  });

  test(
    'every page names its own address in full, its translations both ways, and a picture that is there',
    { timeout: 120_000 },
    async () => {
      const found: string[] = [];
      const drawn = new Set(onePathOfEachShape(sample.paths));
      for (const { path, document, page } of await readPages()) {
        const say = (fault: string) => void found.push(`${path}: ${fault}`);
        const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null;
        const noindex = document.querySelector('meta[name="robots"]')?.getAttribute('content') === 'noindex';
        if (page.status === 200 && !noindex && canonical === null) say('has no canonical');
        const record = firstStood[path] ?? fullAddress(path);
        if (canonical !== null && canonical !== record) say(`canonical ${canonical}`);
        const alternates = alternatesOf(document);
        for (const [lang, href] of alternates) {
          if (!href.startsWith(`${sampleOrigin}/`)) say(`alternate ${href} is not in full`);
          const other = await sample.page(href.slice(sampleOrigin.length));
          if (other.status !== 200) say(`alternate ${href} answers ${other.status}`);
          const back = [...alternatesOf(documentOf(other.body)).values()];
          if (lang !== 'x-default' && !back.includes(fullAddress(path))) say(`${href} does not lead back`);
        }
        if (alternates.size > 0 && !alternates.has(document.documentElement.lang))
          say('does not name itself among them');
        const image = document.querySelector('meta[property="og:image"]')?.getAttribute('content') ?? undefined;
        if (image?.endsWith('/card.png')) {
          const card = drawn.has(path) ? await sample.page(decodeURI(image.slice(sampleOrigin.length))) : null;
          if (card && (card.status !== 200 || card.contentType !== 'image/png')) say(`${image} answers ${card.status}`);
        } else if (image !== undefined && !/^https:\/\/daybook\.example\/media\/[0-9a-f]{64}\.webp$/u.test(image))
          say(`og:image ${image}`);
        if (/\/executive-summaries\/\d/u.test(path) && image === undefined) say('a summary without a picture to share');
        for (const feed of document.querySelectorAll(
          'link[type="application/rss+xml"], link[type="application/atom+xml"]',
        )) {
          const { status } = await sample.page(feed.getAttribute('href') ?? '');
          if (status !== 200) say(`feed ${feed.getAttribute('href')} answers ${status}`);
        }
      }
      expect(found).toEqual([]);
    },
  );

  test('structured data keeps to schema.org’s types and ranges', async () => {
    const found: string[] = [];
    const types = new Set<string>();
    for (const { path, document } of await readPages()) {
      for (const script of document.querySelectorAll('script')) {
        expect(script.getAttribute('type')).toBe('application/ld+json');
        const data = JSON.parse(script.textContent ?? '') as { '@type'?: string | string[] };
        for (const type of [data['@type']].flat()) if (type) types.add(type);
        found.push(...jsonLdFaults(data).map((fault) => `${path}: ${fault}`));
      }
    }
    expect(found).toEqual([]);
    expect([...types].sort()).toEqual(
      expect.arrayContaining(['CollectionPage', 'Event', 'NewsArticle', 'NewsMediaOrganization', 'ProfilePage']),
    );
    expect(
      jsonLdFaults({ '@context': 'https://schema.org', '@type': 'NewsArticle', image: '/x.png', colour: 'red' }),
    ).toHaveLength(2);
  });

  test('sitemaps name what is there and may be found, and nothing else', async () => {
    const index = readStrictXml((await sample.page('/sitemap.xml')).body);
    expect(index.name).toBe('sitemapindex');
    const files = index.children.map(({ children }) => children[0]?.text ?? '');
    expect(files.filter((file) => /gorvan|kharuba/u.test(file)).map((file) => new URL(file).pathname)).toEqual([
      '/kharuba/sitemap.xml',
      '/kharuba/sitemap-2025.xml',
      '/kharuba/news-sitemap.xml',
    ]);
    const found: string[] = [];
    for (const file of files) {
      const set = readStrictXml((await sample.page(new URL(file).pathname)).body);
      expect(set.name).toBe('urlset');
      const named = new Set<string>();
      for (const url of set.children) {
        const [loc, ...rest] = url.children;
        const address = loc?.text ?? '';
        if (loc?.name !== 'loc' || !/^https:\/\/daybook\.example\/[!-~]+$/u.test(address))
          found.push(`${file}: loc ${address}`);
        if (named.has(address)) found.push(`${file}: ${address} stands twice`);
        named.add(address);
        const page = await sample.page(address.slice(sampleOrigin.length));
        if (page.status !== 200 || page.noindex || page.body.includes('content="noindex"'))
          found.push(`${file}: ${address} answers ${page.status}, noindex ${page.noindex}`);
        for (const { name, text, attributes } of rest) {
          if (name === 'lastmod' && !/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?$/u.test(text))
            found.push(`${address}: lastmod ${text}`);
          if (name === 'xhtml:link' && attributes.hreflang === undefined)
            found.push(`${address}: an alternate of no language`);
          if (!['lastmod', 'xhtml:link', 'news:news'].includes(name)) found.push(`${address}: ${name}`);
        }
      }
    }
    expect(found).toEqual([]);
  });

  test('what has no rights set says noindex wherever it is asked for, as a page, as data and as a feed', async () => {
    for (const path of sample.paths.filter((each) => each.startsWith('/gorvan'))) {
      const page = await sample.page(path);
      expect([path, page.noindex]).toEqual([path, true]);
    }
  });

  test('the data of a page say nothing that the page does not', async () => {
    const found: string[] = [];
    for (const { path, page } of await readPages()) {
      const [place = '', query] = path.split('?');
      if (page.status !== 200) continue;
      const data = await sample.page(`${place === '/' ? '/index' : place}.json${query ? `?${query}` : ''}`);
      if (data.contentType !== 'application/json; charset=utf-8') continue;
      const said = plain(page.body);
      for (const text of textsIn(JSON.parse(data.body)))
        if (!said.includes(plain(text))) found.push(`${path}: “${text.slice(0, 80)}”`);
    }
    expect(found).toEqual([]);
  });

  async function readPages() {
    const pages: { path: string; page: RenderedPage; document: Document }[] = [];
    for (const path of sample.paths) {
      const page = await sample.page(path);
      if (page.contentType.startsWith('text/html')) pages.push({ path, page, document: documentOf(page.body) });
    }
    return pages;
  }
});
