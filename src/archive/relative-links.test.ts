import { describe, expect, test } from 'vitest';
import { filePathOf, relativeAddress, relativeLinks } from './relative-links.ts';

describe('relative links', () => {
  test('stand for pages, later pages of a list and files', () => {
    expect(filePathOf('/a/b')).toBe('a/b/index.html');
    expect(filePathOf('/a/b?page=2')).toBe('a/b/page-2/index.html');
    expect(filePathOf('/a/rss.xml')).toBe('a/rss.xml');
    expect(filePathOf('/')).toBe('index.html');
    expect(filePathOf('/a/story.php')).toBe('a/story.php/index.html');
    expect(relativeAddress('a/b/index.html', 'a/c/index.html')).toBe('../c/index.html');
  });

  test('are encoded, and their files are called what they mean', () => {
    expect(filePathOf('/a/%D8%B9%D8%A8%D8%A7%D8%B1%D8%A9')).toBe('a/عبارة/index.html');
    expect(filePathOf('/a/two%20words')).toBe('a/two words/index.html');
    expect(filePathOf('/a/%2E%2E/b%2Fc/%zz')).toBe('a/%2E%2E/b%2Fc/%zz/index.html');
    expect(relativeAddress('a/index.html', 'a/two words/index.html')).toBe('two%20words/index.html');
    expect(relativeAddress('a/index.html', 'a/b%2Fc/index.html')).toBe('b%252Fc/index.html');
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
