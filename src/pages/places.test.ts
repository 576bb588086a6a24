import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { insertCorrection, insertImportedPiece, setImportedLive } from '#pieces/pieces.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { loadSampleArchive, pieceId } from '../../tests/support/sample-archive.ts';
import { listPaths } from './list-paths.ts';
import { renderPath } from './render-path.ts';
import { sampleSite } from './sample-views.ts';
import type { SiteView } from './view.ts';

const article = 'articles/2016/08/19/the-ferry-sails-again';
const talk = '/gorvan/talks/an-evening-about-ferries';
const rights = { owner: 'The Gorvan Trust', allows: 'Free to republish with credit.' };

describeOnBothEngines('the places of a publication', (open) => {
  async function archive(changes = {}, site: SiteView = sampleSite) {
    const database = await open();
    const publication = await loadSampleArchive(database, { contact: 'desk@courier.example', ...changes });
    const page = (path: string) => renderPath(database.read, site, path);
    const document = async (path: string) => {
      const { status, body } = await page(path);
      expect([path, status]).toEqual([path, 200]);
      return parseHTML(body).document as unknown as Document;
    };
    const data = async (path: string) => JSON.parse((await page(path)).body) as Record<string, never>;
    const titles = async (path: string) =>
      [...(await document(path)).querySelectorAll('.cards :is(h2, h3) a')].map((title) => title.textContent);
    return { database, publication, page, document, data, titles };
  }

  test('somebody’s page has their title, their own words and their pieces, and their name leads there', async () => {
    const { document, page, titles } = await archive();
    const byline = [...(await document(`/gorvan/${article}`)).querySelectorAll('.byline a')];
    expect(byline.map((name) => name.getAttribute('href'))).toEqual(['/gorvan/contributor/oona-firth']);
    const person = await document('/gorvan/contributor/oona-firth');
    expect(person.querySelector('h1')?.textContent).toBe('Oona Firth');
    expect(person.querySelector('header:has(h1)')?.textContent).toContain('harbour reporter');
    expect(person.querySelector('.bio')?.textContent).toContain('She lives on the eastern mole.');
    expect(await titles('/gorvan/contributor/oona-firth')).toEqual([
      'The Harbour Office Answers',
      'The Ferry Sails Again, and Nobody at the Harbour Office Will Say Why It Stopped',
    ]);
    const { mainEntity } = JSON.parse(person.querySelector('script')?.textContent ?? '{}');
    expect(mainEntity).toMatchObject({ '@type': 'Person', name: 'Oona Firth', jobTitle: 'harbour reporter' });
    expect((await page('/gorvan/contributor/nobody')).status).toBe(404);
  });

  test('where a name was withdrawn, whoever has no address of their own is gathered nowhere', async () => {
    const { page } = await archive();
    expect((await page('/gorvan/contributor/ismene-quill')).status).toBe(404);
  });

  test('a name in another script has a page at an address in that script, in its language alone', async () => {
    const { document, page, titles } = await archive();
    const link = (await document('/gorvan/ar/articles/2016/08/19/al-abbara')).querySelector('.byline a');
    expect(link?.getAttribute('href')).toBe('/gorvan/ar/contributor/أونا-فيرث');
    expect(await titles(encodeURI('/gorvan/ar/contributor/أونا-فيرث'))).toEqual(['العبّارة تبحر من جديد']);
    expect((await page(encodeURI('/gorvan/contributor/أونا-فيرث'))).status).toBe(404);
  });

  test('tags and categories are lists, and other forms of their address lead there', async () => {
    const { page, titles, document } = await archive();
    const labels = [...(await document(`/gorvan/${article}`)).querySelectorAll('.made a')];
    expect(labels.map((label) => label.getAttribute('href'))).toEqual(
      expect.arrayContaining(['/gorvan/category/reports', '/gorvan/tag/mole', '/gorvan/tag/rain']),
    );
    expect(await titles('/gorvan/tag/mole')).toHaveLength(1);
    expect(await titles('/gorvan/category/reports')).toHaveLength(1);
    expect(await page('/gorvan/tag/Mole')).toMatchObject({ status: 301, location: '/gorvan/tag/mole' });
    expect(await page('/gorvan/tag/mole.html')).toMatchObject({ status: 301, location: '/gorvan/tag/mole' });
    expect((await page('/gorvan/tag/mole?page=2')).status).toBe(404);
    expect((await page('/gorvan/tag/%E0%A4')).status).toBe(404);
  });

  test('a list by label is paged, twenty a page, the latest day first', async () => {
    const { database, document, titles, page } = await archive();
    const days = Array.from(
      { length: 41 },
      (_, index) => `2017-${index < 31 ? '01' : '03'}-${String((index % 31) + 1).padStart(2, '0')}`,
    );
    await database.write(async (tx) => {
      for (const dated of days) {
        const piece = { id: pieceId(dated), publication: 'gorvan', kind: 'article', lang: 'en' } as const;
        await insertImportedPiece(
          tx,
          { ...piece, path: `articles/${dated}`, dated, translationOf: null },
          {
            ...{ version: 1, kind: 'article', lang: 'en', title: `Log of ${dated}`, lede: '', recommendedReads: [] },
            ...{ topImage: null, topics: [], tags: [{ slug: 'log', title: 'The log' }], blocks: [] },
          },
          { by: 'import', at: '2026-11-20T09:00:00.000Z' },
          { revision: 1, live: true, firstPublishedAt: null, modifiedAt: null },
        );
      }
    });
    const pages = await Promise.all(['', '?page=2', '?page=3'].map((query) => titles(`/gorvan/tag/log${query}`)));
    expect(pages.map((each) => each.length)).toEqual([20, 20, 1]);
    expect(pages.flat()).toEqual(days.toReversed().map((day) => `Log of ${day}`));
    expect((await document('/gorvan/tag/log?page=2')).querySelector('link[rel=next]')?.getAttribute('href')).toBe(
      '/gorvan/tag/log?page=3',
    );
    expect((await page('/gorvan/tag/log?page=4')).status).toBe(404);
  });

  test('what is taken offline is filed under nothing', async () => {
    const { database, page } = await archive();
    const dates = { firstPublishedAt: null, modifiedAt: null };
    await database.write((tx) => setImportedLive(tx, pieceId(article), { revision: 1, live: false, ...dates }));
    expect((await page('/gorvan/tag/mole')).status).toBe(404);
    await database.write((tx) => setImportedLive(tx, pieceId(article), { revision: 1, live: true, ...dates }));
    expect((await page('/gorvan/tag/mole')).status).toBe(200);
  });

  test('each kind and each label has feeds that name themselves and hold the whole text', async () => {
    const { page } = await archive();
    const rss = parseRssFeed((await page('/gorvan/articles/rss.xml')).body);
    expect(rss.title).toBe('Gorvan Courier: Articles');
    expect(rss.items?.map(({ title }) => title)).toEqual([
      'The Harbour Office Answers',
      'The Ferry Sails Again, and Nobody at the Harbour Office Will Say Why It Stopped',
    ]);
    const atom = parseAtomFeed((await page('/gorvan/contributor/oona-firth/atom.xml')).body);
    expect(atom.id).toBe('https://daybook.example/gorvan/contributor/oona-firth/atom.xml');
    expect(atom.entries).toHaveLength(2);
    const json = JSON.parse((await page('/gorvan/tag/mole/feed.json')).body);
    expect(json).toMatchObject({ title: 'Gorvan Courier: Eastern mole', items: [{ title: expect.any(String) }] });
    expect((await page('/gorvan/tag/nothing/rss.xml')).status).toBe(404);
    expect((await page('/gorvan/ar/talks/rss.xml')).status).toBe(404);
  });

  test('corrections stand newest first, each leading to its sentence, or to the foot where that is gone', async () => {
    const { database, document, data } = await archive();
    const { body } = await renderPath(database.read, sampleSite, `/gorvan/${article}`);
    const standing = /id="s-([^"]+)"/u.exec(body)?.[1] ?? '';
    await database.write(async (tx) => {
      const of = { revision: 1, lang: 'en', by: 'Mara Quist' };
      const id = pieceId(article);
      await insertCorrection(tx, id, {
        ...of,
        sentenceId: 's_gone',
        note: 'It was ten days.',
        at: '2016-08-20T22:30:00.000Z',
      });
      await insertCorrection(tx, id, {
        ...of,
        sentenceId: standing,
        note: 'It was Friday.',
        at: '2016-08-21T09:00:00.000Z',
      });
      const draft = pieceId('articles/2016/09/01/draft');
      await insertCorrection(tx, draft, { ...of, sentenceId: null, note: 'Not out.', at: '2016-09-02T09:00:00.000Z' });
    });
    const page = await document('/gorvan/corrections');
    const boxes = [...page.querySelectorAll('.correction')];
    expect(boxes.map((box) => box.querySelector('span')?.textContent)).toEqual(['It was Friday.', 'It was ten days.']);
    const anchor = standing ? `#s-${standing}` : '#corrections';
    expect(boxes.map((box) => box.querySelector('p a')?.getAttribute('href'))).toEqual([
      `/gorvan/${article}${anchor}`,
      `/gorvan/${article}#corrections`,
    ]);
    const arabic = await document('/gorvan/ar/corrections');
    for (const words of arabic.querySelectorAll('.correction :is(h2, p > span)'))
      expect([words.getAttribute('lang'), words.getAttribute('dir')]).toEqual(['en', 'ltr']);
    expect(arabic.querySelectorAll('.correction p > span')).toHaveLength(2);
    const { corrections } = await data('/gorvan/corrections.json');
    expect(corrections).toHaveLength(2);
    expect(JSON.stringify(corrections)).not.toContain('Mara Quist');
  });

  test('sources are the hosts that an imported archive links to, by year and by month, said to be unchecked', async () => {
    const { document, data, page } = await archive();
    const all = await document('/gorvan/sources');
    expect(all.querySelector('h2')?.textContent).toBe('Sites that imported pages link to');
    expect(all.querySelector('section')?.textContent).toContain('nobody here has checked');
    const { sources } = await data('/gorvan/sources.json');
    expect(sources).toContainEqual({
      kind: 'host',
      name: 'radio.example',
      pieces: 3,
      times: 3,
      over: [{ when: '2016', pieces: 3 }],
    });
    expect(JSON.stringify(sources)).not.toContain('courier.example"');
    const { sources: months } = await data('/gorvan/sources/2016.json');
    expect(months).toContainEqual({
      kind: 'host',
      name: 'radio.example',
      pieces: 3,
      times: 3,
      over: [
        { when: '2016-04', pieces: 1 },
        { when: '2016-08', pieces: 2 },
      ],
    });
    expect((await page('/gorvan/sources/2015')).status).toBe(404);
  });

  test('a piece is offered for republishing, without pictures, where rights are stated and it is our own', async () => {
    const { document, page } = await archive({ rights });
    expect((await document(`/gorvan/${article}`)).querySelector('.onward a[href$="/republish"]')).not.toBeNull();
    const offer = await document(`/gorvan/${article}/republish`);
    const [html = '', text = ''] = [...offer.querySelectorAll('textarea')].map((box) => unescaped(box.textContent));
    expect(html).toContain('<h1 lang="en"');
    expect(html).toContain('The ferry to Tal Amrin sailed again on Friday');
    expect(html).toContain(`<a href="https://daybook.example/gorvan/${article}">`);
    expect(html).not.toMatch(/<img|<script|<iframe|ferry\.jpg/u);
    expect(text).toContain('First published by Gorvan Courier: https://daybook.example/gorvan/articles/');
    expect(offer.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
    expect((await page(`/gorvan/${article}/republish`)).noindex).toBe(true);
    const partner = await document('/gorvan/community/2015/03/a-letter-from-the-mole/republish');
    expect(partner.querySelector('textarea')).toBeNull();
    expect(partner.querySelector('main')?.textContent).toContain('came from a partner');
    expect((await page('/gorvan/masthead/republish')).status).toBe(404);
  });

  test('a piece as text stands at its own address and .txt, in no index, with the words that are offered for republishing', async () => {
    const { document, page } = await archive({ rights });
    const file = await page(`/gorvan/${article}.txt`);
    expect(file).toMatchObject({ status: 200, contentType: 'text/plain; charset=utf-8', noindex: true });
    const flat = (text: string) => text.replace(/\s+/gu, ' ');
    expect(file.body).toContain(`<https://daybook.example/gorvan/${article}>`);
    const share = (await document(`/gorvan/${article}`)).querySelector('.onward');
    expect([...(share?.querySelectorAll('ul a') ?? [])].map((link) => link.getAttribute('href'))).toEqual([
      expect.stringMatching(/^mailto:\?subject=.+&body=https%3A%2F%2Fdaybook\.example%2Fgorvan%2Farticles/u),
      `/gorvan/${article}.txt`,
      `/gorvan/${article}/republish`,
    ]);
    expect(share?.querySelector('.page-address')?.textContent).toContain(`daybook.example/gorvan/${article}`);
    const offered = (await document(`/gorvan/${article}/republish`)).querySelectorAll('textarea')[1];
    const notes = unescaped(offered?.textContent ?? '')
      .split('\n')
      .filter((line) => line.startsWith('- ['));
    expect(notes.length).toBeGreaterThan(0);
    for (const note of notes) expect(flat(file.body)).toContain(flat(note));
    expect((await page('/gorvan/nothing-here.txt')).status).toBe(404);
  });

  test('where nobody has stated the rights, a plain sentence says so and nothing is offered', async () => {
    const { document, page } = await archive();
    expect((await page(`/gorvan/${article}`)).body).not.toContain('/republish"');
    const refused = await document(`/gorvan/${article}/republish`);
    expect(refused.querySelector('textarea')).toBeNull();
    expect(refused.querySelector('main')?.textContent).toContain('Nobody has stated yet');
  });

  test('the foot leads to what is there and to nothing else; privacy has a text of its own until a page takes its place', async () => {
    const { document, page } = await archive();
    const foot = async (path: string) =>
      [...(await document(path)).querySelectorAll('[aria-labelledby=foot-publication] a')].map((link) =>
        link.getAttribute('href'),
      );
    expect(await foot('/gorvan')).toEqual([
      '/gorvan/masthead',
      '/gorvan/privacy',
      '/gorvan/corrections',
      '/gorvan/sources',
    ]);
    expect(await foot('/gorvan/ar')).toEqual(['/gorvan/ar/privacy', '/gorvan/ar/corrections', '/gorvan/ar/sources']);
    const { body } = await page('/gorvan/privacy');
    expect(body).toContain('There are no accounts here');
    expect(body).not.toContain('desk@courier.example');
    expect((await document('/gorvan/privacy')).querySelector('main')?.textContent).toContain('desk@courier.example');
    expect((await page('/gorvan/terms')).status).toBe(404);
  });

  test('a talk says its time in the publication’s zone, where it is held and in UTC, and hides no address from people', async () => {
    const { document, page } = await archive({ timeZone: 'Europe/Lisbon' });
    const facts = (await document(talk)).querySelector('.talk');
    expect([...(facts?.querySelectorAll('dd') ?? [])].slice(0, 3).map((time) => time.textContent)).toEqual([
      '2\u00a0February 2017 at 17:30 (Lisbon)',
      '2\u00a0February 2017 at 19:30 (Where it is held, Nicosia)',
      '2\u00a0February 2017 at 17:30 (UTC)',
    ]);
    expect(facts?.textContent).toContain('The long room; Harbour Office, Gorvan');
    expect(facts?.querySelector('a[href^="mailto:evenings@courier.example?subject=An%20Evening"]')).not.toBeNull();
    expect((await page(talk)).body).not.toContain('evenings@');
    expect(facts?.querySelector('a[href="https://sound.example/ferries"]')).not.toBeNull();
    const event = JSON.parse((await document(talk)).querySelector('script')?.textContent ?? '{}');
    expect(event).toMatchObject({ '@type': 'Event', startDate: '2017-02-02T17:30:00.000Z' });
  });

  test('a talk’s calendar file is an event in UTC, in folded lines', async () => {
    const { page } = await archive();
    const { body, contentType } = await page(`${talk}.ics`);
    expect(contentType).toBe('text/calendar; charset=utf-8');
    const lines = body.split('\r\n');
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const unfolded = body.replaceAll('\r\n ', '').split('\r\n');
    expect(unfolded).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'DTSTART:20170202T173000Z',
        'DTEND:20170202T190000Z',
        'SUMMARY:An Evening About Ferries',
        'LOCATION:The long room\\; Harbour Office\\, Gorvan',
        'END:VCALENDAR',
      ]),
    );
    expect((await page(`/gorvan/${article}.ics`)).status).toBe(404);
  });

  test('talks that are to come stand apart from past ones, on a day that is given; without one they stand by month', async () => {
    const names = async (today: string | null) => {
      const { document } = await archive({}, { ...sampleSite, today });
      return [...(await document('/gorvan/talks')).querySelectorAll('.cards h2')].map((name) => name.textContent);
    };
    expect(await names('2017-02-02')).toEqual(['To come']);
    expect(await names('2017-02-03')).toEqual(['Past talks']);
    expect(await names(null)).toEqual(['February 2017']);
  });

  test('every page of record has its data at the same address, with nothing that the page does not say', async () => {
    const { database, publication, data, page } = await archive({ rights });
    for (const path of (await listPaths(database.read, publication)).filter((each) => !/\.[a-z]+$/u.test(each))) {
      if (path.endsWith('/contribute')) continue;
      const [pathname = '', query] = path.split('?');
      const { status, contentType } = await page(`${pathname}.json${query ? `?${query}` : ''}`);
      expect([path, status, contentType]).toEqual([path, 200, 'application/json; charset=utf-8']);
    }
    const piece = JSON.stringify(await data(`/gorvan/${article}.json`));
    expect(piece).toContain('Nobody had told the passengers why.');
    expect(piece).toContain('"checked":false');
    // Of an imported piece no more than the day is known, and no more is said.
    expect(piece).not.toContain('00:00:00');
    expect((await page('/gorvan/articles/2016/8/19/the-ferry-sails-again.json')).location).toBe(
      `/gorvan/${article}.json`,
    );
    expect((await page('/gorvan/nothing.json')).status).toBe(404);
  });

  test('a listed publication tells search engines of its lists by label, and of what is news on the day that is given', async () => {
    const { page } = await archive({ rights, listed: true }, { ...sampleSite, today: '2017-02-02' });
    const map = (await page('/gorvan/sitemap.xml')).body;
    for (const path of ['contributor/oona-firth', 'tag/mole', 'category/reports', 'corrections', 'sources', 'privacy'])
      expect(map).toContain(`<loc>https://daybook.example/gorvan/${path}</loc>`);
    expect(map).not.toContain('/republish');
    expect((await page('/sitemap.xml')).body).toContain('/gorvan/news-sitemap.xml');
    // Nothing imported is news.
    expect((await page('/gorvan/news-sitemap.xml')).body).not.toContain('<news:title>');
  });

  test('structured data of every kind say type, address, author and, where there are any, corrections and the original', async () => {
    const { database, document } = await archive();
    await database.write((tx) =>
      insertCorrection(tx, pieceId('background/the-ferry'), {
        ...{ revision: 1, sentenceId: null, note: 'It has one owner.', lang: 'en' },
        ...{ at: '2016-08-21T09:00:00.000Z', by: 'Mara Quist' },
      }),
    );
    const told = async (path: string) => {
      const text = (await document(`/gorvan/${path}`)).querySelector('script')?.textContent ?? '{}';
      const told = JSON.parse(text);
      expect(told).toMatchObject({ '@context': 'https://schema.org', url: `https://daybook.example/gorvan/${path}` });
      return told;
    };
    expect(await told('executive-summaries/2016/04/11')).toMatchObject({
      '@type': ['NewsArticle', 'ReportageNewsArticle'],
      author: { '@type': 'NewsMediaOrganization', name: 'Gorvan Courier' },
    });
    expect(await told(article)).toMatchObject({
      '@type': ['NewsArticle'],
      author: [
        { '@type': 'Person', name: 'Oona Firth', url: 'https://daybook.example/gorvan/contributor/oona-firth' },
        { '@type': 'Person', name: 'Bela Tarn' },
      ],
    });
    expect(await told('community/2015/03/a-letter-from-the-mole')).toMatchObject({
      '@type': ['OpinionNewsArticle'],
      isBasedOn: 'https://quay.example/letters/mole',
    });
    expect(await told('background/the-ferry')).toMatchObject({
      '@type': ['BackgroundNewsArticle'],
      correction: [{ '@type': 'CorrectionComment', text: 'It has one owner.' }],
    });
    expect(await told('series/nine-days')).toMatchObject({ '@type': ['CreativeWorkSeries'], name: 'Nine Days' });
    expect(await told('masthead')).toMatchObject({ '@type': ['WebPage'] });
  });

  test('what an imported text links to by label at its former address leads here', async () => {
    const { page } = await archive();
    const asked = await renderOld('/gorvan/contributor/oona-firth.html');
    expect(asked).toMatchObject({ status: 301, location: 'https://daybook.example/gorvan/contributor/oona-firth' });
    async function renderOld(path: string) {
      const { database } = await archive();
      return renderPath(database.read, sampleSite, path, { host: 'courier.example' });
    }
    expect((await page('/gorvan/contributor/oona-firth')).status).toBe(200);
  });

  test('a publication has its name in each language: on pages, in feeds and data, and where a piece is taken away', async () => {
    const own = 'بريد جورفان';
    const { page, document } = await archive({ nameIn: { ar: own }, rights });
    const arabic = await document('/gorvan/ar/articles/2016/08/19/al-abbara');
    expect(arabic.querySelector('.name')?.textContent).toBe(own);
    expect(arabic.title).toContain(own);
    expect(arabic.querySelector('meta[property="og:site_name"]')?.getAttribute('content')).toBe(own);
    const { publisher } = JSON.parse(arabic.querySelector('script')?.textContent ?? '{}');
    expect(publisher.name).toBe(own);
    for (const file of [
      'rss.xml',
      'feed.json',
      'manifest.webmanifest',
      'opensearch.xml',
      'articles/2016/08/19/al-abbara.txt',
    ])
      expect([file, (await page(`/gorvan/ar/${file}`)).body.includes(own)]).toEqual([file, true]);
    const english = [`/gorvan`, `/gorvan/${article}`, '/gorvan/rss.xml', '/gorvan/manifest.webmanifest'];
    for (const path of english) {
      const { body } = await page(path);
      expect([path, body.includes(own), body.includes('Gorvan Courier')]).toEqual([path, false, true]);
    }
  });

  test('browsers are told how to search and what the site is called', async () => {
    const { page, document } = await archive();
    const home = await document('/gorvan');
    expect(home.querySelector('link[rel=search]')?.getAttribute('href')).toBe('/gorvan/opensearch.xml');
    expect((await page('/gorvan/opensearch.xml')).body).toContain(
      'template="https://daybook.example/gorvan/search?q={searchTerms}"',
    );
    expect(JSON.parse((await page('/gorvan/ar/manifest.webmanifest')).body)).toMatchObject({
      name: 'Gorvan Courier',
      start_url: '/gorvan/ar',
      dir: 'rtl',
    });
  });
});

/** The parser of these tests leaves what stands in a text box as it is written. */
function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
