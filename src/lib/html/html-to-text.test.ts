import { expect, test } from 'vitest';
import { decodeEntities } from './entities.ts';
import { htmlToText } from './html-to-text.ts';
import { htmlTokens } from './html-tokens.ts';
import { limitNesting } from './limit-nesting.ts';

test.each([
  ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
  ['One<br>line<br><br>Next', 'One line\n\nNext'],
  ['  a&nbsp;b\n\t c&shy;d  ', 'a b cd'],
  ['<h2>Head</h2><ul><li>a</li><li>b</li></ul>', 'Head\n\na\n\nb'],
  ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\n\nc'],
  ['<head><title>no</title></head><script>no()</script><style>no</style><button>no</button>yes', 'yes'],
  ['&eacute;&#8211;&#x2019;&#150;&amp;lt;&bogus;&copy 2026', 'é–’–&lt;&bogus;© 2026'],
  ['<p title="a > b">x</p><!-- <p>no --> y', 'x\n\ny'],
  ['1 < 2, 3 <4', '1 < 2, 3 <4'],
  ['می‌شود', 'می‌شود'],
  ['', ''],
])('reads %s as text', (html, text) => {
  expect(htmlToText(html)).toBe(text);
});

test('splits HTML into tokens that join to the same source', () => {
  for (const html of [
    '<p a=">">x</p>',
    '<!doctype html><a b=c/>',
    '<',
    '<a',
    '<a b="',
    '<!--',
    '</',
    '<script>a<b</script>c',
    'a<1',
  ]) {
    expect([...htmlTokens(html)].map(({ raw }) => raw).join('')).toBe(html);
  }
});

test('decodes an impossible character reference to the replacement character', () => {
  expect(decodeEntities('&#0;&#xD800;&#x110000;&#1114112;')).toBe('\ufffd\ufffd\ufffd\ufffd');
});

test('keeps HTML of usual depth as it is and drops the tags, not the text, below the limit', () => {
  const page = '<div><p>x<p>y</div>'.repeat(500);
  expect(limitNesting(page)).toBe(page);
  expect(limitNesting('<b><i><u>x</u></i></b>y', 2)).toBe('<b><i>x</i></b>y');
});
