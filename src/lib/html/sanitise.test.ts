import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlTokens, rawAttributes } from './html-tokens.ts';
import { sanitiseHtml } from './sanitise.ts';

const hostile = new URL('../../../../shared/data/hostile/', import.meta.url);
const allowed = new Set(
  'p h2 h3 h4 ul ol li blockquote a em strong figure figcaption table caption thead tbody tfoot tr th td br sup sub'.split(
    ' ',
  ),
);

/** What could run or load in cleaned HTML; empty when it is harmless. */
function dangersIn(clean: string): string[] {
  const dangers: string[] = [];
  for (const token of htmlTokens(clean)) {
    if (token.kind === 'hidden') dangers.push(token.raw);
    if (token.kind === 'text' || token.kind === 'hidden') continue;
    if (!allowed.has(token.name)) dangers.push(token.raw);
    if (token.kind !== 'open') continue;
    for (const [name, value] of rawAttributes(token.raw.replace(/ \/>$/, '>'))) {
      const known =
        /^(?:lang|dir|colspan|rowspan)$/.test(name) || (name === 'href' && /^(?:https?:\/\/|mailto:)/.test(value));
      if (!known) dangers.push(`${name}=${value}`);
    }
  }
  return dangers;
}

describe('sanitiseHtml', () => {
  test.each([
    ['<p>Plain <b>bold</b> and <i>italic</i></p>', '<p>Plain <strong>bold</strong> and <em>italic</em></p>'],
    ['<div>One</div><div>Two</div>', '<p>One</p><p>Two</p>'],
    ['<h1 class="x" style="color:red" id="y">Head</h1>', '<h2>Head</h2>'],
    ['<a href="/a" onclick="x()">in</a>', '<p><a href="https://a.example/a">in</a></p>'],
    ['<a href="javascript:alert(1)">in</a>', '<p>in</p>'],
    ['<a href="&#106;avascript:alert(1)">in</a>', '<p>in</p>'],
    ['<a href=" java\nscript:alert(1)">in</a>', '<p>in</p>'],
    ['<a href="data:text/html,x">in</a>', '<p>in</p>'],
    ['<a href="mailto:desk@a.example">in</a>', '<p><a href="mailto:desk@a.example">in</a></p>'],
    ['<p>See <img src="https://t.example/pixel.gif" alt="a map"> here</p>', '<p>See a map here</p>'],
    ['<img src=x onerror=alert(1)>', ''],
    ['<img alt=\'a "map"\'>', '<p>a "map"</p>'],
    ['<script>alert(1)</script><style>p{}</style><p>x</p>', '<p>x</p>'],
    ['<svg><p>in a picture</p></svg>after', '<p>after</p>'],
    ['<xmp><p>raw</p></xmp><noscript><img></noscript>y', '<p>y</p>'],
    ['<a href="/a"><h3>Linked head</h3></a>', '<h3><a href="https://a.example/a">Linked head</a></h3>'],
    ['<p>an <em> spaced </em> word</p>', '<p>an <em>spaced</em> word</p>'],
    ['<ul><li><p>One</p><p>more</p></li><li>Two</ul>', '<ul><li>One<br />more</li><li>Two</li></ul>'],
    ['<p dir="rtl" lang="ar">نص</p>', '<p lang="ar" dir="rtl">نص</p>'],
    ['<p></p><p> </p><em></em>', ''],
    ['1 < 2 &amp; 3 &gt; 2', '<p>1 &lt; 2 &amp; 3 &gt; 2</p>'],
    [
      '<table><tr><td colspan="2" onmouseover="x">a</td></tr></table>',
      '<table><tr><td colspan="2">a</td></tr></table>',
    ],
    ['&lt;script&gt;alert(1)&lt;/script&gt;', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
  ])('makes %s into %s', (html, clean) => {
    expect(sanitiseHtml(html, { baseUrl: 'https://a.example/b/c' })).toBe(clean);
  });

  test('drops the address of a relative link when nothing completes it', () => {
    expect(sanitiseHtml('<a href="/a">in</a>')).toBe('<p>in</p>');
  });

  test('cuts a flood of nested tags off quickly', () => {
    const started = performance.now();
    for (const tag of ['<div>', '<b>', '<ul><li>', '<blockquote>', '<a href="http://a.example">', '<table><tr><td>']) {
      expect(sanitiseHtml(`${tag.repeat(100_000)}deep inside`)).toContain('deep inside');
    }
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('leaves harmless, settled HTML for any mixture of tags, and cleaning again changes nothing', () => {
    const piece = fc.constantFrom(
      ...'<p> </p> <div> </div> <b> </b> <em> </em> <a·href="/x"> </a> <ul> <li> </li> </ul> <table> <tr> <td> </td> </table>'.split(
        ' ',
      ),
      ...'<h1> </h1> <br> <img·alt="a&lt;b"> <blockquote> </blockquote> text &amp; &lt; · <script> </script> <!-- --> <x·onclick=1>'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const once = sanitiseHtml(pieces.join('').replaceAll('·', ' '), {
          baseUrl: 'https://a.example/',
        });
        expect(dangersIn(once)).toEqual([]);
        expect(sanitiseHtml(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  test.skipIf(!existsSync(hostile))(
    'lets nothing through of every fifth of 7,000 hostile strings (skipped where ../shared/data is absent)',
    () => {
      const strings: string[] = [
        ...readFileSync(new URL('xss.txt', hostile), 'utf8').split('\n'),
        ...JSON.parse(readFileSync(new URL('blns.json', hostile), 'utf8')),
      ];
      expect(strings.length).toBeGreaterThan(7_000);
      // `daybook bench hostile` has them all.
      for (const string of strings.filter((__, index) => index % 5 === 0)) {
        for (const html of [string, `<p title="${string}">${string}</p>`, `<a href="${string}">x</a>`]) {
          const once = sanitiseHtml(html, { baseUrl: 'https://a.example/' });
          expect(dangersIn(once), html).toEqual([]);
          expect(sanitiseHtml(once), html).toBe(once);
        }
      }
    },
  );
});
