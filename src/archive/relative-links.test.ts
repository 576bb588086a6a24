import { describe, expect, test } from 'vitest';
import { filePathOf, relativeAddress, relativeLinks } from './relative-links.ts';

describe('relative links', () => {
  test('stand for pages, later pages of a list and files', () => {
    expect(filePathOf('/a/b')).toBe('a/b/index.html');
    expect(filePathOf('/a/b?page=2')).toBe('a/b/page-2/index.html');
    expect(filePathOf('/a/rss.xml')).toBe('a/rss.xml');
    expect(filePathOf('/')).toBe('index.html');
    expect(relativeAddress('a/b/index.html', 'a/c/index.html')).toBe('../c/index.html');
  });

  test('keep the fragment, and drop the address of what is not in the copy', () => {
    const files = new Set(['a/index.html', 'index.html']);
    const html = '<a href="/a#n3">in</a><a href="/other">out</a>';
    expect(relativeLinks(html, { file: 'index.html', files, origin: null })).toBe(
      '<a href="a/index.html#n3">in</a><a>out</a>',
    );
    expect(relativeLinks(html, { file: 'index.html', files, origin: 'https://site.example' })).toContain(
      'href="https://site.example/other"',
    );
  });
});
