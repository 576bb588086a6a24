import { describe, expect, test } from 'vitest';
import { plainPublication } from '#publications/publications.ts';
import { readSitePath } from './site-path.ts';

const publications = [
  { ...plainPublication('belisar'), languages: ['en', 'ar'], topics: [{ slug: 'health', name: { en: 'Health' } }] },
];
const read = (path: string) => readSitePath(new URL(`https://site.example${path}`), publications);

describe('readSitePath', () => {
  test.each([
    ['/', 'network-home'],
    ['/belisar', 'home'],
    ['/belisar/ar', 'home'],
    ['/belisar/executive-summaries', 'summaries'],
    ['/belisar/executive-summaries/2026/11/04', 'summary'],
    ['/belisar/ar/executive-summaries/2026/11/04', 'summary'],
    ['/belisar/health', 'topic'],
    ['/belisar/health/atom.xml', 'feed'],
    ['/belisar/sitemap.xml', 'sitemap'],
    ['/belisar/elsewhere', 'nothing'],
    ['/nobody', 'nothing-here'],
  ])('%s asks for %s', (path, kind) => {
    expect(read(path).kind).toBe(kind);
  });

  test.each([
    ['/belisar/', '/belisar'],
    ['/belisar/executive-summaries/2016/4/1.html', '/belisar/executive-summaries/2016/4/1'],
    ['/belisar/executive-summaries/2016/4/1', '/belisar/executive-summaries/2016/04/01'],
    ['/belisar/ar/executive-summaries/2016/4/1', '/belisar/ar/executive-summaries/2016/04/01'],
    ['/belisar/rss', '/belisar/rss.xml'],
  ])('%s has moved to %s', (path, to) => {
    expect(read(path)).toEqual({ kind: 'moved', to });
  });

  test.each(['//evil.example/', '/\\evil.example/', '///evil.example/x/', '//belisar//evil.example/'])(
    'never leads %s to another host',
    (path) => {
      const asked = readSitePath(new URL(`https://site.example${path}`), publications);
      if (asked.kind === 'moved') expect(asked.to).toMatch(/^\/(?![/\\])/u);
    },
  );
});
