import { describe, expect, test } from 'vitest';
import type { ImportContext } from './importer.ts';
import { createTaken, pathBelow, placePiece, slugOf } from './plain-piece-path.ts';

const context: ImportContext = {
  publication: { slug: 'quay', timeZone: 'UTC', languages: ['en', 'ar'] },
  address: null,
};
const bases = ['https://www.courier.example/news'];
const place = (address: string | null, lang = 'en', kind: 'article' | 'page' | 'summary' = 'article') =>
  placePiece({ context, lang, kind, address, bases, at: '2016-04-11T10:00:00Z', slug: 'The Crane’s tide' });

describe('the path of an imported piece', () => {
  test.each([
    ['https://courier.example/news/2016/4/crane/', '2016/4/crane'],
    ['http://www.courier.example/news/crane.html', 'crane'],
    ['https://courier.example/news/crane/index.html', 'crane'],
    ['/crane.htm', 'crane'],
    ['https://courier.example/news/about', 'articles/2016/04/11/the-cranes-tide'],
    ['https://courier.example/news/about/us', 'about/us'],
    ['https://courier.example/news/executive-summaries/2016/04/11', 'articles/2016/04/11/the-cranes-tide'],
    ['https://courier.example/news/ar/crane', 'articles/2016/04/11/the-cranes-tide'],
    ['https://courier.example/news/?p=12', 'articles/2016/04/11/the-cranes-tide'],
    ['https://elsewhere.example/crane', 'articles/2016/04/11/the-cranes-tide'],
    [null, 'articles/2016/04/11/the-cranes-tide'],
  ])('of %s is %s', (address, path) => {
    expect(place(address)).toBe(path);
  });

  test('has another language before it once, and a page or a summary its own place', () => {
    expect(place('/ar/crane', 'ar')).toBe('ar/crane');
    expect(place('/crane', 'ar')).toBe('ar/crane');
    expect(place('/contribute', 'en', 'page')).toBe('pages/the-cranes-tide');
    expect(place('/executive-summaries/2016/04/11', 'en', 'summary')).toBe('executive-summaries/2016/04/11');
  });
});

test('an address is cleaned of what climbs or hides, and written as a browser asks for it', () => {
  expect(pathBelow('/a/%2e%2e/%2Fb%5c/\u0000c/رافعة', [])).toBe('a/b/c/%D8%B1%D8%A7%D9%81%D8%B9%D8%A9');
  expect(pathBelow('/100%/x', [])).toBe('100%25/x');
  expect(pathBelow('/', [])).toBeNull();
});

test('a slug keeps words of any script', () => {
  expect(slugOf('%d8%b1%d8%a7 & Gorvan’s  “Tide”.html')).toBe('را-gorvans-tide');
});

test('the second thing at a path is told apart, the same thing is not', () => {
  const take = createTaken();
  expect([take('a', '1'), take('a', '2'), take('a', '1'), take('a', '3')]).toEqual(['a', 'a-2', 'a', 'a-3']);
});
