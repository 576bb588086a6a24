import { expect, test } from 'vitest';
import { slimPage } from './slim-page.ts';

test('drops scripts, styles, drawings and comments, and keeps text and JSON-LD', () => {
  const data = '<script type="application/ld+json">{"name":"</b>"}</script>';
  const html = `<!doctype html><head>${data}<style>p{}</style><script>a("<p>")</script></head><p>One<!-- x --> <svg><svg></svg><title>no</title></svg>two</p>`;
  expect(slimPage(html)).toBe(`<!doctype html><head>${data}</head><p>One two</p>`);
});

test('keeps what follows an element that is never closed', () => {
  expect(slimPage('<svg><p>One</p><noscript>two')).toContain('<p>One</p>');
  expect(slimPage('<noscript>One<p>two</p>')).toContain('<p>two</p>');
});

test('drops attributes that say nothing of a report, and keeps those that hide it', () => {
  const tag = '<a href="/a" data-track="x > y" onclick="go()" aria-label="A" aria-hidden="true" class="author">';
  expect(slimPage(tag)).toBe('<a href="/a" aria-hidden="true" class="author">');
});

test('cuts nesting, also behind end tags of nothing', () => {
  const depth = (html: string) => html.split('<div>').length - 1;
  expect(depth(slimPage('<div></x>'.repeat(10_000)))).toBeLessThanOrEqual(250);
});
