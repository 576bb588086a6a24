import { describe, expect, test } from 'vitest';
import { pageDangers } from './page-dangers.ts';

const dangersAt = (address: string) => (body: string) => pageDangers(`<html><body>${body}</body></html>`, address);
const onSite = dangersAt('https://daybook.example/gorvan/ferry');
const swatch = (inside: string) =>
  `<svg viewBox="0 0 160 56" width="160" height="56" aria-hidden="true">${inside}<text x="12" y="36" fill="#7a1f3d">Three outlets</text></svg>`;
const onDisk = dangersAt('file:///srv/copy/gorvan/ferry/index.html');

describe.each([
  ['on the site', onSite],
  ['in a copy on disk', onDisk],
])('a page %s', (_, dangers) => {
  test.each([
    '<p>The ferry <a href="https://quay.example/1">sailed</a>. <a href="#n1">1</a> <a href="../other/index.html">Other</a></p>',
    '<a href="mailto:desk@quay.example">Write</a>',
    '<img src="../media/1.webp" srcset="../media/1.webp 480w, ../media/2.webp 960w" alt="&lt;script&gt;">',
    '<div style="inset-block-start: 72.375px;">A note in the margin</div>',
    '<noscript><ul><li>The number 16 is not in the source.</li></ul></noscript>',
    '<script type="application/ld+json">{"@type":"NewsArticle"}</script>',
    '<link rel="canonical" href="https://quay.example/1">',
    swatch('<rect width="160" height="56" fill="#fdfcf8"></rect>'),
  ])('is harmless with %s', (html) => expect(dangers(html)).toEqual([]));

  test.each([
    '<script>alert(1)</script>',
    '<script src="https://far.example/x.js"></script>',
    '<script type="module" src="/assets/search-0123456789ab.js">alert(1)</script>',
    '<p onclick="alert(1)">x</p>',
    '<p style="background:url(https://far.example/x)">x</p>',
    '<p style="inset-block-start: 1px; position: fixed">x</p>',
    '<noscript><style>p{}</style></noscript>',
    '<svg></svg>',
    swatch('<rect width="160" height="56" fill="url(https://far.example/x)"></rect>'),
    swatch('<foreignObject><p>x</p></foreignObject>'),
    swatch('<rect width="160" height="56" fill="#fdfcf8" onload="alert(1)"></rect>'),
    '<iframe srcdoc="x"></iframe>',
    '<meta http-equiv="refresh" content="0;url=https://far.example/">',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java&#10;script:alert(1)">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<a href="file:///etc/hostname">x</a>',
    '<img src="https://far.example/pixel.gif">',
    '<img src="data:image/png,x">',
    '<img srcset="/1.webp 1x, https://far.example/2.webp 2x">',
    '<form action="javascript:alert(1)"></form>',
    '<form action="https://far.example/"></form>',
    '<button formaction="//far.example/">Send</button>',
    '<link rel="stylesheet" href="https://far.example/x.css">',
  ])('is dangerous with %s', (html) => expect(dangers(html)).not.toEqual([]));
});
