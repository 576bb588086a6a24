import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { otherCss, siteCss } from '#ui/site-css.ts';
import { sampleArabicDay, sampleArabicPublication, sampleDay } from './sample-day.ts';
import {
  sampleNote,
  sampleNotes,
  sampleParagraph,
  samplePicture,
  samplePublication,
  sampleSection,
  sampleSentence,
  sampleSite,
  sampleSummary,
} from './sample-views.ts';
import { piecePage } from './piece-page.tsx';
import type { NoteView, SentenceView } from './text-view.ts';
import type { PieceView } from './view.ts';

const publication = samplePublication();

function pageOf(changes: Partial<PieceView>): { html: string; document: Document } {
  const html = piecePage(sampleSite, publication, sampleSummary(changes));
  return { html, document: parseHTML(html).document as unknown as Document };
}

const pageSaying = (sentences: SentenceView[], notes: NoteView[] = sampleNotes) =>
  pageOf({ sections: [sampleSection({ blocks: [sampleParagraph(...sentences)], notes })] });

describe('what a sentence rests on', () => {
  test('a sentence with a source carries a mark that is a link and a button to the same note', () => {
    const { document } = pageSaying([sampleSentence('The bridge is shut.', [1])]);
    const mark = document.querySelector('.told sup');
    expect(mark?.querySelector('a')?.getAttribute('href')).toBe('#n1');
    expect(mark?.querySelector('button')?.getAttribute('popovertarget')).toBe('n1');
    expect(document.getElementById('n1')?.hasAttribute('popover')).toBe(true);
  });

  test('a sentence without a source carries no mark', () => {
    const { document } = pageSaying([sampleSentence('Nobody would say.')]);
    expect(document.querySelector('.told sup')).toBeNull();
  });

  test('a note says the outlet, the origin, the very words, the original, and what was checked', () => {
    const { document } = pageSaying([sampleSentence('The bridge is shut.', [1])]);
    const note = document.getElementById('n1')?.textContent ?? '';
    expect(note).toContain('The Ashmere Ledger, carrying Halyard');
    expect(note).toContain('“Repairs to the Long Bridge at Ashmere will take at least six weeks');
    expect(note).toContain('Retrieved 3\u00a0November 2026 at 05:12');
    expect(note).toContain('SHA-256 1f0c3b9a7d2e…');
    expect(note).toContain(
      'Names, numbers and quotations in this sentence were looked for in the spans it cites; where one was not found, an editor let it stand. Nobody here has checked who did what.',
    );
    expect(document.querySelector('#n1 a')?.getAttribute('href')).toContain('https://ashmereledger.example/');
  });

  test('no page says that anything was verified', () => {
    expect(piecePage(sampleSite, publication, sampleDay)).not.toMatch(/verif/i);
  });

  test('background is marked with a dagger and says that no source is cited; our own reporting with a double one', () => {
    const { document } = pageSaying([sampleSentence('It opened in 1974.', [3]), sampleSentence('We saw it.', [4])]);
    const marks = [...document.querySelectorAll('.told sup a')].map((link) => link.textContent);
    expect(marks).toEqual(['†', '‡']);
    expect(document.querySelector('.notes')?.textContent).toContain(
      'Background that our editors stand for; no source is cited.',
    );
  });

  test('an imported link is said to be unchecked', () => {
    const { document } = pageSaying([sampleSentence('It was shut.', [2])]);
    expect(document.getElementById('n2')?.textContent).toContain('thenarrows.example');
    expect(document.querySelector('.notes')?.textContent).toContain('Linked by the original, not checked here.');
  });

  test('a report quoted by several notes is named once, with each of their numbers', () => {
    const twice = [sampleNote(1), { ...sampleNote(2), bodySha256: sampleNote(1).bodySha256 }];
    const { document } = pageSaying([sampleSentence('One.', [1]), sampleSentence('Two.', [2])], twice);
    const sources = [...document.querySelectorAll('.notes li')];
    expect(sources).toHaveLength(1);
    expect([...(sources[0]?.querySelectorAll(':scope > button') ?? [])].map((button) => button.textContent)).toEqual([
      '1',
      '2',
    ]);
  });

  test('numbers run on through the whole summary and anchors are unique', () => {
    const html = piecePage(sampleSite, publication, sampleDay);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/(?:popovertarget="|href="#)([^"]+)"/g)) expect(ids).toContain(target);
  });
});

describe('corrections', () => {
  const correction = {
    kind: 'correction' as const,
    id: 'c1',
    on: '2026-11-04T09:20:00Z',
    note: 'It is nine days.',
    sentenceId: 'fuel',
    lang: 'en',
  };
  const sentence = sampleSentence('It has fuel.', [1], { id: 'fuel', corrections: [0] });

  test('a correction stands after the paragraph that was wrong, and again at the foot', () => {
    const { document } = pageOf({
      corrections: [correction],
      sections: [sampleSection({ blocks: [sampleParagraph(sentence), sampleParagraph(sampleSentence('Next.'))] })],
    });
    const wrong = document.querySelector('.told p:not(.basis)');
    expect(wrong?.nextElementSibling?.className).toBe('correction');
    expect(wrong?.nextElementSibling?.textContent).toBe('Correction, 4\u00a0November 2026. It is nine days.');
    expect(document.querySelector('#corrections a')?.getAttribute('href')).toBe('#s-fuel');
    expect(document.querySelector('.dateline .warning')?.getAttribute('href')).toBe('#corrections');
  });

  test('a correction of a sentence that is gone leads nowhere', () => {
    const { document } = pageOf({ corrections: [correction] });
    expect(document.querySelector('#corrections')?.textContent).toContain('It is nine days.');
    expect(document.querySelector('#corrections a')).toBeNull();
  });
});

describe('pictures', () => {
  test('a picture that is not held is described', () => {
    const { document } = pageOf({ topImage: { ...samplePicture, src: null } });
    expect(document.querySelector('img')).toBeNull();
    expect(document.querySelector('figure')?.textContent).toContain(samplePicture.alt);
  });

  test('a held picture has its alternative text, size, credit and an absolute address for sharing', () => {
    const { document } = pageOf({ kind: 'article' });
    expect(document.querySelector('img')?.getAttribute('alt')).toBe(samplePicture.alt);
    expect(document.querySelector('img')?.getAttribute('width')).toBe('1280');
    expect(document.querySelector('figcaption')?.textContent).toContain(samplePicture.credit);
    expect(document.querySelector('meta[property="og:image"]')?.getAttribute('content')).toBe(
      `https://daybook.example${samplePicture.src}`,
    );
  });

  test('one that is cut about a point is shared as it is cut, and stands whole on the page', () => {
    const share = { src: '/media/cut.webp', width: 1200, height: 630 };
    const { document } = pageOf({ kind: 'article', topImage: { ...samplePicture, share } });
    const meta = (name: string) => document.querySelector(`meta[property="og:image${name}"]`)?.getAttribute('content');
    expect([meta(''), meta(':width'), meta(':height')]).toEqual([
      'https://daybook.example/media/cut.webp',
      '1200',
      '630',
    ]);
    expect(document.querySelector('img')?.getAttribute('src')).toBe(samplePicture.src);
  });
});

describe('foreign text', () => {
  test('is escaped wherever it stands', () => {
    fc.assert(
      fc.property(fc.constantFrom('<script>alert(1)</script>', '"><img src=x onerror=1>', "'-->]]>&lt;"), (text) => {
        const note = sampleNote(1, { outlet: text, origin: `${text} b`, title: text, quote: text });
        const { document } = pageOf({
          title: text,
          lede: text,
          topImage: { ...samplePicture, caption: text, credit: text, alt: text },
          sections: [
            sampleSection({ heading: text, blocks: [sampleParagraph(sampleSentence(text, [1]))], notes: [note] }),
          ],
          reads: [{ publisher: text, title: text, url: 'https://a.example/' }],
        });
        expect(document.querySelectorAll('script:not([type="application/ld+json"])')).toHaveLength(0);
        expect(document.querySelectorAll('[onerror]')).toHaveLength(0);
        expect(document.querySelector('h1')?.textContent).toBe(text);
      }),
    );
  });

  test('a link to anything but the web, mail or this site is shown as text', () => {
    const href = 'javascript:alert(1)';
    const { html } = pageOf({
      reads: [{ publisher: 'A', title: 'B', url: href }],
      sections: [
        sampleSection({
          blocks: [
            sampleParagraph(sampleSentence('Click.', [1], { marks: [{ type: 'link', start: 0, end: 5, href }] })),
          ],
          notes: [sampleNote(1, { url: href })],
        }),
      ],
    });
    expect(html).not.toContain('href="javascript');
  });

  test('nothing is inline and nothing comes from elsewhere', () => {
    const { document, html } = pageOf({});
    expect(html).not.toMatch(/ style="| on[a-z]+="|<style/);
    const fetched = [...document.querySelectorAll('link[rel="stylesheet"], img, source')];
    for (const element of fetched)
      expect(element.getAttribute('href') ?? element.getAttribute('src') ?? '/').toMatch(/^\//);
  });
});

describe('the head', () => {
  test('names the absolute address, the translations and the feeds', () => {
    const translations = [
      { lang: 'en', path: '/belisar/executive-summaries/2026/11/03' },
      { lang: 'ar', path: '/belisar/ar/executive-summaries/2026/11/03' },
    ];
    const { document } = pageOf({ translations });
    const href = (selector: string) => document.querySelector(selector)?.getAttribute('href');
    expect(href('link[rel="canonical"]')).toBe('https://daybook.example/belisar/executive-summaries/2026/11/03');
    expect(href('link[hreflang="ar"]')).toBe('https://daybook.example/belisar/ar/executive-summaries/2026/11/03');
    expect(href('link[hreflang="x-default"]')).toBe(href('link[hreflang="en"]'));
    expect(href('link[type="application/rss+xml"]')).toBe('/belisar/rss.xml');
  });

  test("another language's home is not called a translation", () => {
    const languages = [
      { lang: 'en', path: '/belisar/executive-summaries/2026/11/03' },
      { lang: 'ar', path: '/belisar/ar' },
    ];
    const html = piecePage(sampleSite, samplePublication({ languages }), sampleSummary());
    expect(html).not.toContain('rel="alternate" hreflang');
    expect(html).toContain('href="/belisar/ar"');
  });

  test('noindex is said when it is set, and only then', () => {
    expect(piecePage(sampleSite, publication, sampleSummary())).not.toContain('noindex');
    expect(piecePage(sampleSite, samplePublication({ noindex: true }), sampleSummary())).toContain('noindex');
  });
});

describe('Arabic', () => {
  const html = piecePage(sampleSite, sampleArabicPublication, sampleArabicDay);

  test('runs from right to left, in its own words', () => {
    expect(html).toContain('<html lang="ar" dir="rtl"');
    expect(html).toContain('وسيلتا إعلام، كلتاهما تنقل عن <bdi>Halyard</bdi>.');
    expect(html).not.toMatch(/>(?:Notes|Corrections|Published|Share)/);
  });

  test('holds codes, percentages and ranges together', () => {
    expect(html).toContain('<bdi dir="ltr" class="held">S-300</bdi>');
    expect(html).toContain('<bdi dir="ltr" class="held">12%</bdi>');
    expect(html).toContain('<bdi dir="ltr" class="held">6-8</bdi>');
  });
});

test('an English page quotes Arabic in its own direction and quotation marks', () => {
  const html = piecePage(sampleSite, publication, sampleDay);
  expect(html).toMatch(/<blockquote lang="ar" dir="rtl">«/);
});

test('a summary names the first style sheet alone, and wears no class that only the second knows', () => {
  const html = piecePage({ ...sampleSite, assets: { css: ['/one.css', '/two.css'] } }, publication, sampleDay);
  expect(html).toContain('href="/one.css"');
  expect(html).not.toContain('href="/two.css"');
  const classes = (css: string) => new Set([...css.matchAll(/\.([a-z][\w-]*)/gu)].map((match) => match[1]));
  const onlyOther = classes(otherCss()).difference(classes(siteCss([])));
  const worn = [...html.matchAll(/ class="([^"]+)"/gu)].flatMap((match) => match[1]?.split(' ') ?? []);
  expect(onlyOther.size).toBeGreaterThan(20);
  expect(worn.filter((name) => onlyOther.has(name))).toEqual([]);
});

test('another kind of piece names both style sheets', () => {
  const site = { ...sampleSite, assets: { css: ['/one.css', '/two.css'] } };
  expect(piecePage(site, publication, { ...sampleDay, kind: 'article' })).toMatch(/\/one\.css".*\/two\.css"/su);
});

test('a day of three developments weighs 14 kB at most with its style sheet', () => {
  const css = siteCss([{ slug: 'belisar', accent: '#1f4e79' }]);
  const html = piecePage(sampleSite, publication, sampleDay);
  expect(gzipSync(html).length + gzipSync(css).length).toBeLessThan(14_000);
});
