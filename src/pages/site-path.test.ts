import { describe, expect, test } from 'vitest';
import { plainPublication } from '#publications/publications.ts';
import { paddedPath, readSitePath } from './site-path.ts';

const publications = [
  { ...plainPublication('belisar'), languages: ['en', 'ar'], topics: [{ slug: 'health', name: { en: 'Health' } }] },
];
const read = (path: string) => readSitePath(new URL(`https://site.example${path}`), publications);

describe('readSitePath', () => {
  test.each([
    ['/', 'network-home'],
    ['/belisar', 'home'],
    ['/belisar/ar', 'home'],
    ['/belisar/executive-summaries', 'list'],
    ['/belisar/ar/articles', 'list'],
    ['/belisar/executive-summaries/2026/11/04', 'piece'],
    ['/belisar/ar/executive-summaries/2026/11/04', 'piece'],
    ['/belisar/articles/2016/08/19/slug', 'piece'],
    ['/belisar/health', 'topic'],
    ['/belisar/health/atom.xml', 'feed'],
    ['/belisar/sitemap.xml', 'sitemap'],
    ['/belisar/sitemap-2026.xml', 'year-sitemap'],
    ['/belisar/elsewhere', 'piece'],
    ['/nobody', 'nothing-here'],
  ])('%s asks for %s', (path, kind) => {
    expect(read(path).kind).toBe(kind);
  });

  test.each([
    ['/belisar/', '/belisar'],
    ['/belisar/health.html', '/belisar/health'],
    ['/belisar/index.html', '/belisar'],
    ['/belisar/rss', '/belisar/rss.xml'],
    ['/belisar/feed/', '/belisar/rss.xml'],
  ])('%s has moved to %s', (path, to) => {
    expect(read(path)).toEqual({ kind: 'moved', to });
  });

  test('a piece asked for at another form of its path is known to have moved', () => {
    expect(read('/belisar/articles/2016/8/19/slug.html')).toMatchObject({
      kind: 'piece',
      path: 'articles/2016/8/19/slug',
      moved: true,
    });
  });

  test.each([
    ['articles/2016/8/9/slug', 'articles/2016/08/09/slug'],
    ['ar/executive-summaries/2016/4/1', 'ar/executive-summaries/2016/04/01'],
    ['2016/8/9/slug', '2016/8/9/slug'],
    ['articles/2016/8', 'articles/2016/8'],
  ])('%s has its days in two digits as %s', (path, padded) => {
    expect(paddedPath(path)).toBe(padded);
  });

  test.each(['//evil.example/', '/\\evil.example/', '///evil.example/x/', '//belisar//evil.example/'])(
    'never leads %s to another host',
    (path) => {
      const asked = readSitePath(new URL(`https://site.example${path}`), publications);
      if (asked.kind === 'moved') expect(asked.to).toMatch(/^\/(?![/\\])/u);
    },
  );
});
