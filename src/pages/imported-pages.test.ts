import { parseRssFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import type { Database } from '#platform/database/database.ts';
import { findPublication } from '#publications/publications.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { listPaths } from './list-paths.ts';
import { renderPath } from './render-path.ts';
import { loadSampleArchive, pieceId } from '../../tests/support/sample-archive.ts';
import { sampleSite } from './sample-views.ts';

const article = '/gorvan/articles/2016/08/19/the-ferry-sails-again';

describeOnBothEngines('the pages of an archive that came home', (open) => {
  async function archive(changes = {}) {
    const database = await open();
    await loadSampleArchive(database, changes);
    const page = (path: string, host?: string) =>
      renderPath(database.read, sampleSite, path, host === undefined ? {} : { host });
    const document = async (path: string) => {
      const { status, body } = await page(path);
      expect(status).toBe(200);
      return parseHTML(body).document as unknown as Document;
    };
    return { database, page, document };
  }

  test('every path that a static copy holds is there, every live piece among them, and no other', async () => {
    const { database, page } = await archive();
    const paths = await listPaths(database.read, await loadPublication(database));
    for (const path of paths) expect([path, (await page(path)).status]).toEqual([path, 200]);
    expect(paths).toEqual(
      expect.arrayContaining([article, '/gorvan/talks', '/gorvan/series/nine-days', '/gorvan/masthead']),
    );
    expect(paths).toEqual(expect.not.arrayContaining(['/gorvan/articles/2016/09/01/draft']));
    expect(new Set(paths).size).toBe(paths.length);
  }, 30_000);

  test('every link of the archive into itself leads somewhere', async () => {
    const { database, page } = await archive();
    const publication = await loadPublication(database);
    // The foot and the masthead of every page lead to the same places.
    const statuses = new Map<string, number>();
    const statusOf = async (href: string): Promise<number> => {
      const known = statuses.get(href) ?? (await page(href)).status;
      statuses.set(href, known);
      return known;
    };
    for (const path of (await listPaths(database.read, publication)).filter((each) => !/\.(?:xml|json)$/u.test(each))) {
      const { document } = parseHTML((await page(path)).body) as unknown as { document: Document };
      for (const link of document.querySelectorAll('a[href^="/gorvan"]')) {
        const href = link.getAttribute('href')?.split('#')[0] ?? '';
        expect([path, href, await statusOf(href)]).toEqual([path, href, 200]);
      }
    }
  }, 60_000);

  test('an article says its kind, day, authors, reading time, labels, series, origin and what was withdrawn', async () => {
    const { document } = await archive();
    const page = await document(article);
    const text = page.querySelector('article')?.textContent ?? '';
    expect(page.querySelector('.dateline')?.textContent).toBe(
      'Article · Friday, 19\u00a0August 2016 · Read\u00a0time:\u00a07\u00a0minutes',
    );
    expect(text).toContain('Updated Monday, 22\u00a0August 2016');
    expect([...page.querySelectorAll('.byline')].map((line) => line.textContent)).toEqual([
      'By Oona Firth, harbour reporter; and Bela Tarn',
      'Edited by Ismene Quill',
      'Photographs by Tarik Haddar',
    ]);
    expect(text).toContain('A name was withdrawn from this page.');
    expect(text).toContain('Part 2 of 3');
    expect(text).toContain('Filed under: Reports');
    expect(text).toContain('Tags: Eastern mole · Rain');
    expect(text).toContain('Imported from courier.example/gorvan/articles/2016/08/19/the-ferry-sails-again.html.');
    expect(text).toContain('has not been stated yet');
    expect(page.querySelector('#authors')?.textContent).toBe('About the author');
    expect(page.querySelector('article a[hreflang="ar"]')?.getAttribute('href')).toBe(
      '/gorvan/ar/articles/2016/08/19/al-abbara',
    );
    expect(page.querySelector('link[hreflang="ar"]')).not.toBeNull();
  });

  test('a linked sentence has a light note that says who is linked and that nobody here has checked it', async () => {
    const { document } = await archive();
    const page = await document(article);
    const mark = page.querySelector('.told sup a');
    expect(mark?.getAttribute('href')).toBe('#n1');
    expect(page.querySelector('#n1')?.textContent).toContain('quay.example');
    expect(page.querySelector('.notes .checked')?.textContent).toContain('Linked by the original, not checked here.');
    expect(page.querySelector('[popover]')).toBeNull();
  });

  test('links to the former address lead to what came home; the others stay as they were', async () => {
    const { document } = await archive();
    const page = await document(article);
    const links = [...page.querySelectorAll('.told p a:not(sup a)')].map((link) => link.getAttribute('href'));
    expect(links).toEqual([
      'https://quay.example/2016/08/ferry',
      '/gorvan/background/the-ferry',
      '/gorvan/executive-summaries/2016/04/11',
      'https://courier.example/gorvan/maps/moorings',
      'https://radio.example/why',
      'https://pictures.courier.example/2016/mole-at-night.jpg',
      'https://video.example/watch/8812',
    ]);
    const summary = await document('/gorvan/executive-summaries/2016/04/11');
    expect([...summary.querySelectorAll('.reads a')].at(-1)?.getAttribute('href')).toBe('/gorvan/background/the-ferry');
  });

  test('a picture that is not held is told with its caption, credit and old address, and never asked for', async () => {
    const { page, document } = await archive();
    expect((await page(article)).body).not.toMatch(/<img|og:image" content="https:\/\/pictures/u);
    const figure = (await document(article)).querySelector('figure')?.textContent;
    expect(figure).toContain('It shows: A small ferry beside a long wall');
    expect(figure).toContain('It stood at pictures.courier.example/2016/ferry.jpg');
    expect(figure).toContain('Credit: Tarik Haddar');
  });

  test('headings are not skipped on the way down', async () => {
    const { document } = await archive();
    const names = [...(await document(article)).querySelectorAll('.told :is(h2, h3, h4)')].map(
      (each) => each.localName,
    );
    expect(names).toEqual(['h2', 'h3', 'h3']);
  });

  test('nothing false is said of a piece without a date, and no more than is known of the others', async () => {
    const { document } = await archive();
    const dateline = async (path: string) => (await document(path)).querySelector('.dateline')?.textContent;
    expect(await dateline('/gorvan/articles/no-lede-no-date')).toBe('Article · Read\u00a0time:\u00a01\u00a0minute');
    expect(await dateline('/gorvan/community/2015/03/a-letter-from-the-mole')).toContain('Community · March 2015 · ');
    expect(await dateline('/gorvan/background/the-ferry')).toContain('Background · 2014 · ');
    expect((await document('/gorvan/articles/no-lede-no-date')).querySelector('time')).toBeNull();
  });

  test('of two hundred authors some stand in the line and all at the foot', async () => {
    const { document } = await archive();
    const page = await document('/gorvan/community/2015/03/a-letter-from-the-mole');
    expect(page.querySelector('.byline')?.textContent).toMatch(/ and 195 others$/u);
    expect(page.querySelector('.authors')?.textContent).toContain('Vane 200');
  });

  test('what is republished names its original, which is the address of record', async () => {
    const { document } = await archive();
    const page = await document('/gorvan/community/2015/03/a-letter-from-the-mole');
    expect(page.querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe('https://quay.example/letters/mole');
    expect(page.querySelector('.lead')?.textContent).toContain('Republished from quay.example');
  });

  test('a series lists its live pieces in its order, and no piece that is not here', async () => {
    const { document } = await archive();
    const page = await document('/gorvan/series/nine-days');
    expect([...page.querySelectorAll('.members h3 a')].map((link) => link.getAttribute('href'))).toEqual([
      '/gorvan/background/the-ferry',
      article,
      '/gorvan/articles/2016/08/25/the-harbour-office-answers',
    ]);
  });

  test('a page at about takes the place of the profile', async () => {
    const { document } = await archive();
    expect((await document('/gorvan/about')).querySelector('h1')?.textContent).toBe('About the Gorvan Courier');
    expect((await document('/gorvan/ar/about')).querySelector('h1')?.textContent).toBe('من نحن');
  });

  test('lists, the home, topics and the masthead show each kind that there is and no other', async () => {
    const { document, page } = await archive();
    const home = await document('/gorvan');
    const names = [...home.querySelectorAll('.sections a')].map((link) => link.textContent);
    expect(names).toEqual([
      'Executive summaries',
      'Articles',
      'Community',
      'Background',
      'Series',
      'Special projects',
      'Talks',
      'About',
      'Contribute',
      'Search',
    ]);
    expect(home.querySelectorAll('.recent h2')).toHaveLength(6);
    const arabic = [...(await document('/gorvan/ar')).querySelectorAll('.sections a')].map((link) => link.textContent);
    expect(arabic[0]).toBe('مقالات');
    expect((await page('/gorvan/ar/talks')).status).toBe(404);
    const titles = [...(await document('/gorvan/articles')).querySelectorAll('h3')].map((each) => each.textContent);
    expect(titles).toEqual([
      'The Harbour Office Answers',
      'The Ferry Sails Again, and Nobody at the Harbour Office Will Say Why It Stopped',
      'Without a Date',
    ]);
    const filed = [...(await document('/gorvan/ferries')).querySelectorAll('.card .about')].map(
      (each) => each.textContent,
    );
    expect(filed.map((each) => each?.split(' · ')[0])).toEqual(['Article', 'Executive summary', 'Background']);
  });

  test('a piece in a language that the publication has no pages in stands in the lists of the first', async () => {
    const { document } = await archive({ languages: ['en'] });
    const titles = [...(await document('/gorvan/articles')).querySelectorAll('h3')].map((each) => each.textContent);
    expect(titles).toContain('العبّارة تبحر من جديد');
    const page = await document('/gorvan/ar/articles/2016/08/19/al-abbara');
    expect(page.querySelector('article')?.getAttribute('dir')).toBe('rtl');
  });

  test('a letter to readers that is in one language alone keeps its own direction', async () => {
    const { document } = await archive();
    expect((await document('/gorvan/ar')).querySelector('.letter')?.getAttribute('dir')).toBe('ltr');
    expect((await document('/gorvan')).querySelector('.letter')?.hasAttribute('dir')).toBe(false);
  });

  test('feeds carry every kind that has a day, newest first', async () => {
    const { page } = await archive();
    const rss = parseRssFeed((await page('/gorvan/rss.xml')).body);
    expect(rss.items?.map((item) => item.title)).toEqual([
      'The Mole, Stone by Stone',
      'An Evening About Ferries',
      'The Harbour Office Answers',
      'The Ferry Sails Again, and Nobody at the Harbour Office Will Say Why It Stopped',
      'Executive Summary for April 11th',
    ]);
    expect((await page('/gorvan/ferries/rss.xml')).body).toContain('The Ferry Sails Again');
  });

  test.each([
    ['/gorvan/articles/2016/8/19/the-ferry-sails-again.html', article],
    ['/gorvan/articles/2016/8/19/the-ferry-sails-again/', article],
    ['/gorvan/articles/2016/08/10045.html', article],
    ['/gorvan/articles/2016/08/10045', article],
    ['/gorvan/articles/2016/08/10045.html?utm_source=mail', article],
    ['/gorvan/executive-summaries/2016/4/11.html', '/gorvan/executive-summaries/2016/04/11'],
    ['/gorvan/?p=12', '/gorvan/background/the-ferry'],
    ['/gorvan/topics/the-harbour.html', '/gorvan/harbour'],
  ])('%s has moved to %s, in one step', async (from, to) => {
    const { page } = await archive();
    expect(await page(from)).toMatchObject({ status: 301, location: to });
  });

  test('what leads to nothing, or to what is not live, is not here', async () => {
    const { page } = await archive();
    for (const path of ['/gorvan/articles/2016/09/01/draft.php', '/gorvan/articles/2016/09/01/draft', '/gorvan/x.html'])
      expect((await page(path)).status).toBe(404);
    expect((await page('/gorvan?p=13')).status).toBe(200);
    expect((await page(`${article}?utm_source=mail`)).status).toBe(200);
  });

  test('pages that stood at another host have moved from there too', async () => {
    const { page } = await archive();
    const leads = async (path: string, host: string) => (await page(path, host)).location;
    expect(await leads('/ferry?id=3', 'www.old.example')).toBe('https://daybook.example/gorvan/background/the-ferry');
    expect(await leads('/gorvan/articles/2016/8/19/the-ferry-sails-again.html', 'courier.example')).toBe(
      `https://daybook.example${article}`,
    );
    expect(await leads('/gorvan/', 'Courier.example')).toBe('https://daybook.example/gorvan');
    expect((await page('/ferry', 'stranger.example')).status).toBe(404);
  });

  test('what was withdrawn is gone, at its own address and at its old ones, and nothing of it is told', async () => {
    const { database, page } = await archive();
    await withdraw(database, pieceId('articles/2016/08/19/the-ferry-sails-again'));
    for (const path of [article, '/gorvan/articles/2016/08/10045.html']) {
      const { status, body } = await page(path);
      expect(status).toBe(410);
      expect(body).toContain('This page was withdrawn');
      expect(body).not.toContain('Ferry Sails');
    }
    expect((await page('/gorvan/ferries')).body).not.toContain('Ferry Sails');
  });

  test('what is not listed says noindex everywhere and is in no list; what is listed says whose it is', async () => {
    const { page } = await archive();
    for (const path of ['/gorvan', article, '/gorvan/articles', '/gorvan/rss.xml', '/gorvan/nothing'])
      expect([path, (await page(path)).noindex]).toEqual([path, true]);
    expect((await page(article)).body).toContain('<meta name="robots" content="noindex"/>');
    expect((await page('/')).body).not.toContain('/gorvan');
    expect((await page('/sitemap.xml')).body).not.toContain('gorvan');
    const rights = { owner: 'Gorvan Courier Trust', allows: 'No republication without permission.' };
    const listed = await archive({ listed: true, rights });
    const shown = await listed.page(article);
    expect(shown.noindex).toBe(false);
    expect(shown.body).toContain('No republication without permission.');
    expect((await listed.page('/sitemap.xml')).body).toContain('https://daybook.example/gorvan/sitemap-2016.xml<');
    expect((await listed.page('/gorvan/sitemap-2016.xml')).body).toContain(`https://daybook.example${article}<`);
    const undated = (await listed.page('/gorvan/sitemap.xml')).body;
    expect(undated).toContain('https://daybook.example/gorvan/talks<');
    expect(undated).not.toContain(article);
    expect((await listed.page('/gorvan/sitemap-2011.xml')).status).toBe(404);
  });

  test('structured data names the kind, the people and the day, and no day that is not known', async () => {
    const { document } = await archive();
    const data = async (path: string) =>
      JSON.parse((await document(path)).querySelector('script[type="application/ld+json"]')?.textContent ?? '');
    expect(await data(article)).toMatchObject({
      '@type': ['NewsArticle'],
      datePublished: '2016-08-19',
      dateModified: '2016-08-22',
      author: [{ '@type': 'Person', name: 'Oona Firth', jobTitle: 'harbour reporter' }, { name: 'Bela Tarn' }],
    });
    expect(await data('/gorvan/community/2015/03/a-letter-from-the-mole')).toMatchObject({
      '@type': ['OpinionNewsArticle'],
      datePublished: '2015-03',
      isBasedOn: 'https://quay.example/letters/mole',
    });
    const undated = await data('/gorvan/articles/no-lede-no-date');
    expect(undated).not.toHaveProperty('datePublished');
    expect(undated).not.toHaveProperty('dateModified');
    expect(await data('/gorvan/series/nine-days')).toMatchObject({ '@type': ['CreativeWorkSeries'] });
  });
});

async function loadPublication(database: Database) {
  const publication = await findPublication(database.read, 'gorvan');
  if (!publication) throw new Error('no gorvan');
  return publication;
}

async function withdraw(database: Database, id: string): Promise<void> {
  await database.write((tx) =>
    tx
      .withTables<{ pieces: { id: string; state: string } }>()
      .updateTable('pieces')
      .set({ state: 'withdrawn' })
      .where('id', '=', id)
      .execute(),
  );
}
