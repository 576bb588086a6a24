import { describe, expect, it } from 'vitest';
import { sentencesOf } from '#pieces/pieces.ts';
import type { ImportContext, ImportedPiece, ParsedItem } from './importer.ts';
import { createSurvey } from './read-page-survey.ts';
import { mostPageBytes, readPage } from './read-page.ts';

const context: ImportContext = {
  publication: { slug: 'gorvan', timeZone: 'UTC', languages: ['en', 'ar'] },
  address: null,
};
const bases = ['https://courier.example'];

function read(html: string, url = 'https://courier.example/2026/11/ferry', survey = createSurvey()): ParsedItem {
  const item = { name: 'page', bytes: Buffer.from(html), url, contentType: 'text/html; charset=utf-8' };
  return readPage(item, context, { format: 'html', bases, survey });
}

function pieceOf(parsed: ParsedItem): ImportedPiece {
  if (parsed.kind !== 'piece') throw new Error(JSON.stringify(parsed));
  return parsed.piece;
}

const story = [
  'The last ferry of the year left the port of Gorvan on Tuesday with 42 passengers aboard, an hour after the harbour office had lifted its warning of high waves.',
  'It carried the mail of three weeks, and the captain said that he would not have waited another day for the weather, whatever the office had told him to do.',
  'The shipping line says that the next ferry goes in March, when the ice is gone, and that letters are answered until then as they were in the years before.',
];

function page(body: string, head = ''): string {
  return `<!DOCTYPE html><html lang="en"><head><title>The last ferry</title><meta property="og:type" content="article"><meta property="article:published_time" content="2026-11-03T08:15:00Z">${head}</head><body><article><h1>The last ferry</h1>${body}</article></body></html>`;
}

const paragraphs = story.map((text) => `<p>${text}</p>`).join('');

describe('a page as a piece', () => {
  it('keeps its path, and every other address as an alias; one of another site is its canonical address', () => {
    const head = '<link rel="amphtml" href="/amp/ferry"><link rel="canonical" href="https://quay.example/ferry">';
    const piece = pieceOf(read(page(paragraphs, head), 'https://courier.example/2026/11/ferry.html'));
    expect(piece.path).toBe('2026/11/ferry');
    expect(piece.aliases).toEqual(['https://courier.example/2026/11/ferry.html', 'https://courier.example/amp/ferry']);
    expect(piece.content).toMatchObject({ kind: 'article', canonical: 'https://quay.example/ferry' });
    expect(piece.content.imported).toEqual({
      format: 'html',
      url: 'https://courier.example/2026/11/ferry.html',
      published: 'minute',
      modified: null,
    });
  });

  it('makes a path of the title and the query where the address is a query form', () => {
    const piece = pieceOf(read(page(paragraphs), 'https://courier.example/?p=12'));
    expect(piece.path).toBe('articles/2026/11/03/the-last-ferry-12');
    expect(piece.aliases).toEqual(['https://courier.example/?p=12']);
    expect(pieceOf(read(page(paragraphs), 'https://courier.example/?p=13')).path).not.toBe(piece.path);
  });

  it('takes the canonical address of its own site for a query form and for an AMP page', () => {
    const head = '<link rel="canonical" href="https://www.courier.example/2026/11/ferry/">';
    const tracked = pieceOf(read(page(paragraphs, head), 'https://courier.example/2026/11/ferry?utm_source=letter'));
    const amp = pieceOf(
      read(page(paragraphs, head).replace('<html', '<html amp'), 'https://courier.example/amp/ferry'),
    );
    expect([tracked.path, amp.path]).toEqual(['2026/11/ferry', '2026/11/ferry']);
  });

  it('believes no canonical address that many pages claim', () => {
    const survey = createSurvey();
    const head = '<link rel="canonical" href="https://courier.example/front">';
    for (const number of [1, 2, 3, 4]) survey.add(page(`<p>Story ${number}</p>`, head));
    expect(pieceOf(read(page(paragraphs, head), 'https://courier.example/?p=12', survey)).path).toContain(
      'the-last-ferry',
    );
  });

  it('puts what stands in a place of the publication below pages or articles', () => {
    expect(pieceOf(read(page(paragraphs), 'https://courier.example/about')).path).toBe('articles/2026/11/03/about');
  });

  it('keeps pictures with caption and credit, embeds, lists, quotes and tables where they stood', () => {
    const piece = pieceOf(
      read(
        page(
          `<p>${story[0]}</p><figure><img src="/media/quay.jpg" alt="Quay 7"><figcaption>The quay. (Photo: Ilka Brandt)</figcaption></figure>` +
            `<p>${story[1]}</p><iframe src="https://player.vimeo.com/video/123456"></iframe><blockquote><p>We shall go in March.</p></blockquote>` +
            `<table><tr><th>Month</th><th>Ferries</th></tr><tr><td>October</td><td>14</td></tr></table><ul><li>Tickets are paid back at the counter of the port.</li></ul><p>${story[2]}</p>`,
        ),
      ),
    );
    expect(piece.content.blocks.map(({ type }) => type)).toEqual([
      'paragraph',
      'figure',
      'paragraph',
      'embed',
      'quote',
      'table',
      'list',
      'paragraph',
    ]);
    expect(piece.content.blocks[1]).toMatchObject({
      image: {
        src: 'https://courier.example/media/quay.jpg',
        caption: 'The quay.',
        credit: expect.stringContaining('Ilka Brandt'),
        alt: 'Quay 7',
      },
    });
    expect(piece.content.blocks[3]).toMatchObject({ href: 'https://vimeo.com/123456', note: 'Video on Vimeo' });
  });

  it('takes the picture of the head with the caption that it has in the text', () => {
    const piece = pieceOf(
      read(
        page(
          `<p class="byline">By Oona Firth</p><figure><img src="/media/ferry-800x600.jpg"><figcaption>The ferry.</figcaption></figure>${paragraphs}`,
          '<meta property="og:image" content="https://courier.example/media/ferry-1200x630.jpg"><meta name="author" content="Oona Firth">',
        ),
      ),
    );
    expect(piece.content.topImage).toMatchObject({
      src: 'https://courier.example/media/ferry-800x600.jpg',
      caption: 'The ferry.',
    });
    expect(piece.content.authors).toEqual([{ name: 'Oona Firth', role: 'author' }]);
    expect(sentencesOf(piece.content.blocks)[0]?.text).toContain('The last ferry of the year');
    expect(piece.content.blocks).toHaveLength(3);
  });

  it('makes of every outside link a citation that nobody checked, and writes hidden e-mail addresses out', () => {
    const email =
      '<a href="/cdn-cgi/l/email-protection#4c29282538233e0c2f23393e25293e6229342d213c2029"><span class="__cf_email__" data-cfemail="4c29282538233e0c2f23393e25293e6229342d213c2029">[email&#160;protected]</span></a>';
    const piece = pieceOf(
      read(
        page(
          `<p>${story[0]}</p><p>The office <a href="https://harbour.example/17">closed the channel</a> for nine days, longer than ever before.</p><p>Letters to ${email} or oona [at] courier.example are answered until the ferries go again in March.</p>`,
        ),
      ),
    );
    const said = sentencesOf(piece.content.blocks);
    expect(said.find(({ basis }) => basis.kind === 'linked')?.basis).toMatchObject({
      links: [{ href: 'https://harbour.example/17', text: 'closed the channel' }],
    });
    const text = said.map((sentence) => sentence.text).join(' ');
    expect(text).toContain('Letters to editor@courier.example or oona@courier.example');
    expect(said[0]?.basis).toEqual({ kind: 'uncited' });
  });

  it('keeps Arabic and the language that the publication has', () => {
    const html = `<html lang="ar-SY" dir="rtl"><head><title>ميناء غورفان</title></head><body><article><h1>ميناء غورفان</h1><p>${'فتح ميناء غورفان أبوابه من جديد يوم الثلاثاء بعد تسعة أيام، كما كتبت The Gorvan Courier. '.repeat(4)}</p></article></body></html>`;
    const piece = pieceOf(read(html, 'https://courier.example/ar/2026/11/port'));
    expect(piece.content.lang).toBe('ar');
    expect(piece.path).toBe('ar/2026/11/port');
    expect(sentencesOf(piece.content.blocks)[0]?.text).toContain('The Gorvan Courier');
  });

  it('imports a page that asks search engines to pass it over, and follows no hreflang', () => {
    const head =
      '<meta name="robots" content="noindex"><link rel="alternate" hreflang="ar" href="https://courier.example/ar/ferry">';
    expect(pieceOf(read(page(paragraphs, head))).aliases).toEqual(['https://courier.example/2026/11/ferry']);
  });

  it('makes the same piece and ids again', () => {
    expect(read(page(paragraphs))).toEqual(read(page(paragraphs)));
  });

  it('reads attributes in capitals', () => {
    const html = page(
      `<P>${story[0]}</P><P>The office <A HREF="https://harbour.example/17">closed the channel</A> for nine days, longer than ever before.</P><P>${story[1]}</P>`,
    );
    const links = sentencesOf(pieceOf(read(html)).content.blocks).filter(({ basis }) => basis.kind === 'linked');
    expect(links).toHaveLength(1);
  });
});

describe('what the pages of a site share', () => {
  const notice = 'This paper is kept by the friends of the port of Gorvan, who thank everybody who reads it.';
  const surveyOf = (pages: string[]) => {
    const survey = createSurvey();
    for (const html of pages) survey.add(html);
    return survey;
  };

  it('is left out where three pages in ten have it, and stays where fewer have', () => {
    const others = [1, 2, 3].map((number) => page(`<p>Story ${number}</p><p>${notice}</p>`));
    const read3 = pieceOf(read(page(`${paragraphs}<p>${notice}</p>`), undefined, surveyOf(others)));
    expect(sentencesOf(read3.content.blocks).map(({ text }) => text)).not.toContain(notice);
    const read1 = pieceOf(read(page(`${paragraphs}<p>${notice}</p>`), undefined, surveyOf(others.slice(0, 2))));
    expect(sentencesOf(read1.content.blocks).map(({ text }) => text)).toContain(notice);
  });

  it('does not take one page that is there many times for boilerplate', () => {
    const survey = surveyOf([page(paragraphs), page(paragraphs), page(paragraphs), page('<p>Another</p>')]);
    expect(pieceOf(read(page(paragraphs), undefined, survey)).content.blocks).toHaveLength(3);
  });

  it('tells a change from a day on which everything was saved again', () => {
    const changed = '<meta property="article:modified_time" content="2026-11-20T10:00:00Z">';
    const many = Array.from({ length: 12 }, (_, number) => page(`<p>Story ${number}</p>`, changed));
    expect(pieceOf(read(page(paragraphs, changed))).modifiedAt).toBe('2026-11-20T10:00:00.000Z');
    expect(pieceOf(read(page(paragraphs, changed), undefined, surveyOf(many))).modifiedAt).toBeNull();
  });

  it('is not what a list of pages says, however long it is', () => {
    const links = Array.from(
      { length: 12 },
      (_, n) => `<h3><a href="/s/${n}">A headline that is long enough to be one, ${n}</a></h3>`,
    );
    const letter = `<div class="letter">${paragraphs}</div>`;
    const lists = ['harbour', 'council', 'weather', 'sports'].map(
      (name) => `<html><body><h1>${name}</h1>${letter}${links.join('')}</body></html>`,
    );
    const [first = ''] = lists;
    expect(read(first, 'https://courier.example/harbour', surveyOf(lists))).toEqual({
      kind: 'passed-over',
      why: 'list of pages',
    });
  });

  it('takes no logo for the picture of a piece', () => {
    const logo = '<meta property="og:image" content="https://courier.example/logo.png">';
    const survey = surveyOf([1, 2, 3].map((number) => page(`<p>Story ${number}</p>`, logo)));
    expect(pieceOf(read(page(paragraphs, logo), undefined, survey)).content.topImage).toBeNull();
  });
});

describe('what is no piece', () => {
  const links = Array.from(
    { length: 20 },
    (_, n) => `<li><a href="/2026/11/${n}">A headline that is long enough to be one, number ${n}</a></li>`,
  ).join('');

  it.each([
    ['https://courier.example/', `<html><body><h1>The Gorvan Courier</h1><ul>${links}</ul></body></html>`, 'home page'],
    [
      'https://courier.example/tag/ferries',
      `<html><body><h1>Ferries</h1><ul>${links}</ul></body></html>`,
      'list of pages',
    ],
    ['https://courier.example/harbour', `<html><body><h1>Harbour</h1><ul>${links}</ul></body></html>`, 'list of pages'],
    [
      'https://courier.example/search',
      '<html><body><form><input name="q"></form></body></html>',
      'sign-in or search page',
    ],
    [
      'https://courier.example/club',
      '<html><body><p>Members only</p><form><input type="password"></form></body></html>',
      'sign-in or search page',
    ],
    [
      'https://courier.example/gone',
      '<html><head><title>404 Not Found</title></head><body><p>Nothing is here.</p></body></html>',
      'error page',
    ],
    ['https://quay.example/2026/11/ferry', page(paragraphs), 'page of another site'],
  ])('%s is passed over', (url, html, why) => {
    expect(read(html, url)).toEqual({ kind: 'passed-over', why });
  });

  it('makes of a page that only sends its readers on a redirect', () => {
    const html =
      '<HTML><BODY><META HTTP-EQUIV="Refresh" CONTENT="0; URL=/2026/11/ferry.html"><A HREF="/x">Click</A></BODY></HTML>';
    expect(read(html, 'https://courier.example/old')).toEqual({
      kind: 'facts',
      facts: { redirects: [{ from: 'https://courier.example/old', to: '2026/11/ferry' }] },
    });
  });

  it('says of an empty page, one without text and one that is too large what they are', () => {
    expect(read('')).toMatchObject({ kind: 'set-aside', reason: expect.stringContaining('it is empty') });
    expect(read(page(''))).toMatchObject({ kind: 'set-aside', reason: expect.stringContaining('no text was found') });
    const huge = { name: 'page', bytes: new Uint8Array(mostPageBytes + 1), url: null, contentType: null };
    expect(readPage(huge, context, { format: 'html', bases, survey: createSurvey() })).toMatchObject({
      kind: 'set-aside',
    });
  });
});

describe('a hostile page', () => {
  it('that is nested 100,000 deep still gives its text', () => {
    const piece = pieceOf(read(page(`${'<div>'.repeat(100_000)}${paragraphs}`)));
    const text = sentencesOf(piece.content.blocks)
      .map((sentence) => sentence.text)
      .join(' ');
    for (const paragraph of story) expect(text).toContain(paragraph);
  });

  it('that is all script gives nothing but its text', () => {
    const html = page(
      `<script>alert(1)</script>${paragraphs}<p onclick="alert(2)"><a href="javascript:alert(3)">Read the notice of the harbour office, which is posted on the door</a>.</p><svg onload="alert(4)"></svg><object data="javascript:alert(5)"></object>`,
    );
    const text = JSON.stringify(pieceOf(read(html)));
    expect(text).not.toMatch(/alert|javascript:/u);
    expect(text).toContain('notice of the harbour office');
  });

  it('that is built to be slow ends soon', () => {
    const began = performance.now();
    for (const bad of [
      '<link '.repeat(100_000),
      '<a href="'.repeat(50_000),
      `<meta ${' '.repeat(250_000)}`,
      `<p ${'A'.repeat(250_000)} HREF=`,
    ]) {
      const survey = createSurvey();
      survey.add(bad + page(paragraphs));
      read(bad + page(paragraphs), undefined, survey);
    }
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});
