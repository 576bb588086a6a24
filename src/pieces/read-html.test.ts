import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { escapeHtml } from '#lib/html/entities.ts';
import { projectRoot } from '#platform/root.ts';
import { createIds } from '#platform/stable-ids.ts';
import { type Block, type Sentence, sentencesOf } from './document.ts';
import { blocksFromHtml, type HtmlReading } from './read-html.ts';

function read(html: string | Element, options: Partial<HtmlReading> = {}): Block[] {
  return blocksFromHtml(html, {
    baseUrl: 'https://courier.example/2026/storm.html',
    lang: 'en',
    ids: createIds('gorvan/storm'),
    ...options,
  });
}

const textOf = (sentences: Sentence[]): string => sentences.map(({ text }) => text).join(' ');

/** Blocks as short lines: what a reader sees of each. */
function lines(blocks: Block[]): string[] {
  return blocks.map((block) => {
    switch (block.type) {
      case 'heading':
        return `h${block.level} ${block.text}`;
      case 'paragraph':
        return `p ${textOf(block.sentences)}`;
      case 'quote':
        return `q ${textOf(block.sentences)}${block.attribution === undefined ? '' : ` (${block.attribution})`}`;
      case 'list':
        return `${block.ordered ? 'ol' : 'ul'} ${block.items.map(textOf).join(' | ')}`;
      case 'table':
        return `table${block.header ? '+' : ''} ${block.rows.map((row) => row.map(textOf).join(' | ')).join(' / ')}`;
      case 'figure':
        return `figure ${block.image.src ?? '-'} [${block.image.alt}] ${block.image.caption} (${block.image.credit})`;
      case 'embed':
        return `embed ${block.href} ${block.note}`;
    }
  });
}

describe('blocksFromHtml: text', () => {
  it('cuts paragraphs into sentences that joined by one space are the paragraph', () => {
    expect(read('<p>The ferry left.\n   It was&nbsp;late,  as “ever.” Nobody minded.</p>')).toMatchObject([
      {
        type: 'paragraph',
        sentences: [{ text: 'The ferry left.' }, { text: 'It was late, as “ever.”' }, { text: 'Nobody minded.' }],
      },
    ]);
  });

  it('takes one line break for a space and two for the end of a paragraph', () => {
    expect(lines(read('<p>Pier 4<br>Gorvan<br> <br />Open daily<br></p>'))).toEqual([
      'p Pier 4 Gorvan',
      'p Open daily',
    ]);
  });

  it('gives headings three levels, bare text and divisions their paragraphs, lists within lists their place', () => {
    const html =
      '<h1>Storm</h1>before<div>inside <b>one</b></div><section>two</section><h5>Small</h5>' +
      '<ol><li>First<ul><li>Nested</li></ul>goes on</li><li><p>Second</p><p>part</p></li><li> </li></ol>after';
    expect(lines(read(html))).toEqual([
      'h2 Storm',
      'p before',
      'p inside one',
      'p two',
      'h4 Small',
      'ol First goes on | Nested | Second part',
      'p after',
    ]);
  });

  it('makes a block of each paragraph of a quotation, and its cite the attribution of the last', () => {
    const html = '<blockquote><p>It rose.</p><p>We ran.</p><footer>— <cite>Oona Firth</cite></footer></blockquote>';
    expect(lines(read(html))).toEqual(['q It rose.', 'q We ran. (Oona Firth)']);
  });

  it('keeps tables of data as tables and reads those of layout as what they hold', () => {
    const data = '<table><caption>Tides</caption><tr><th>Day<th>Metres</tr><tr><td>Monday<td>4.1</tr></table>';
    expect(lines(read(data))).toEqual(['p Tides', 'table+ Day | Metres / Monday | 4.1']);
    expect(lines(read('<table><tr><td><p>One</p><p>Two</p></td></tr></table>'))).toEqual(['p One', 'p Two']);
  });

  it('leaves out scripts, styles, forms, menus, hidden elements and empty paragraphs', () => {
    const html =
      '<script>steal()</script><style>p{}</style><p>&nbsp;</p><p> <span></span></p><nav>Menu</nav><form><p>Sign up</p></form>' +
      '<p hidden>Secret</p><p style="color:red; display: none">Secret</p><span class="sr-only">Skip</span>' +
      '<noscript>Enable scripts</noscript><template><p>Not yet</p></template><p>Said.</p>';
    expect(lines(read(html))).toEqual(['p Said.']);
  });

  it('reads a page that stands in one form', () => {
    expect(lines(read('<form><main><p>All of it.</p></main><input value="x"><button>Go</button></form>'))).toEqual([
      'p All of it.',
    ]);
  });

  it('keeps joiners and marks of direction where a script needs them and drops them elsewhere', () => {
    expect(lines(read('<p>soft\u00adware\u200b a\u200dnd\u200e more</p>'))).toEqual(['p software and more']);
    expect(lines(read('<p>می\u200cرود \u200fGorvan\u200f است.</p>', { lang: 'fa' }))).toEqual([
      'p می\u200cرود \u200fGorvan\u200f است.',
    ]);
    expect(lines(read('<p>Crew 👩\u200d✈️ landed</p>'))).toEqual(['p Crew 👩\u200d✈️ landed']);
  });

  it('names the language of a sentence that runs the other way', () => {
    const [block] = read('<p>They shouted. «أغلقت السلطات الميناء القديم أمام جميع السفن اليوم».</p>');
    expect(block).toMatchObject({ sentences: [{ text: 'They shouted.' }, { lang: 'ar' }] });
    expect(sentencesOf(block ? [block] : [])[0]).not.toHaveProperty('lang');
  });

  it('keeps every word of ordinary paragraphs, whatever stands in them', () => {
    const word = fc.stringMatching(/^[\p{L}\p{N}.,!?“”«»()–:;'&<>]{1,12}$/u).filter((text) => text.trim() !== '');
    const inline = fc.oneof(
      word.map(escapeHtml),
      fc
        .tuple(
          fc.constantFrom('b', 'em', 'span', 'a href="https://x.example/"', 'u', 'sup'),
          fc.array(word, { maxLength: 3 }),
        )
        .map(([tag, words]) => `<${tag}>${words.map(escapeHtml).join(' ')}</${tag.split(' ')[0] ?? ''}>`),
    );
    fc.assert(
      fc.property(fc.array(fc.array(inline, { minLength: 1, maxLength: 12 }), { maxLength: 5 }), (paragraphs) => {
        const html = paragraphs.map((parts) => `<p>${parts.join(' ')}</p>`).join('\n');
        const { document } = parseHTML(`<html><body>${html}</body></html>`);
        const wanted = [...document.querySelectorAll('p')]
          .map((paragraph) => (paragraph.textContent ?? '').replace(/\s+/gu, ' ').trim())
          .filter((text) => text !== '');
        expect(read(html).flatMap((block) => (block.type === 'paragraph' ? [textOf(block.sentences)] : []))).toEqual(
          wanted,
        );
      }),
      { numRuns: 150 },
    );
  });
});

describe('blocksFromHtml: links', () => {
  it('makes each link one of its sentence, completed, with what was written where that differs', () => {
    const [block] = read(
      '<p>The <a href="../log">log</a> says so. <b>No <i>one</i></b> asked <a href="https://quay.example/a">Quay</a>.</p>',
    );
    expect(block).toMatchObject({
      sentences: [
        {
          text: 'The log says so.',
          marks: [{ type: 'link', start: 4, end: 7, href: 'https://courier.example/log' }],
          basis: {
            kind: 'linked',
            links: [{ href: 'https://courier.example/log', text: 'log', originalHref: '../log' }],
          },
        },
        {
          text: 'No one asked Quay.',
          marks: [
            { type: 'strong', start: 0, end: 6 },
            { type: 'em', start: 3, end: 6 },
            { type: 'link', start: 13, end: 17, href: 'https://quay.example/a' },
          ],
          basis: { kind: 'linked', links: [{ href: 'https://quay.example/a', text: 'Quay' }] },
        },
      ],
    });
    expect(JSON.stringify(block)).not.toContain('"originalHref":"https://quay.example/a"');
  });

  it('cuts a link that crosses sentences to each of them, and leaves those without one uncited', () => {
    const [block] = read('<p>It <a href="https://quay.example/a">rose. Then it fell</a>. Nobody saw.</p>');
    expect(
      sentencesOf(block ? [block] : []).map(({ basis }) => (basis.kind === 'linked' ? basis.links : basis.kind)),
    ).toEqual([
      [{ href: 'https://quay.example/a', text: 'rose.' }],
      [{ href: 'https://quay.example/a', text: 'Then it fell' }],
      'uncited',
    ]);
  });

  it('keeps the words and not the address of links to scripts, to places in the page, and of relative ones without a base', () => {
    const html =
      '<p><a href=" java\nscript:alert(1)">a</a> <a href="data:text/html,x">b</a> <a href="#note">c</a> <a href="/d">d</a></p>';
    expect(JSON.stringify(read(html, { baseUrl: null }))).not.toContain('href');
    expect(lines(read(html, { baseUrl: null }))).toEqual(['p a b c d']);
  });

  it('decodes addresses that were hidden from robots', () => {
    // Key 0x42, then "oona@courier.example" xored with it.
    const coded = Uint8Array.from(Buffer.from('oona@courier.example'), (byte) => byte ^ 0x42);
    const hidden = `42${Buffer.from(coded).toString('hex')}`;
    expect(
      lines(
        read(
          `<p>Write to <a href="/cdn-cgi/l/email-protection#${hidden}">us</a>, <a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="${hidden}">[email&#160;protected]</a>,
           <span data-cfemail="${hidden}">[email protected]</span> or desk [at] courier [dot] example.</p>`,
        ),
      ),
    ).toEqual(['p Write to us, oona@courier.example, oona@courier.example or desk@courier.example.']);
    const [block] = read(`<p><a href="/cdn-cgi/l/email-protection#${hidden}">us</a></p>`);
    expect(block).toMatchObject({
      sentences: [{ marks: [{ href: 'mailto:oona@courier.example' }], basis: { kind: 'uncited' } }],
    });
  });
});

describe('blocksFromHtml: pictures and embeds', () => {
  it('reads figures with caption and credit, lazy pictures once, and drops pixels', () => {
    const html =
      '<figure><img src="/quay.jpg" width="640" height="480"><figcaption>The quay. <cite>GNA/Oona Firth</cite></figcaption></figure>' +
      '<p>Text <img src="blank.gif" data-src="lazy.jpg" alt="A boat"><noscript><img src="lazy.jpg"></noscript> goes on.</p>' +
      '<img src="https://count.example/p" width=1 height=1><img src="https://www.facebook.com/tr?id=1">' +
      '<div class="wp-caption"><img srcset="a.jpg 300w, b.jpg 900w"><p class="wp-caption-text">A tug (AP/Oona Firth)</p></div>';
    expect(lines(read(html))).toEqual([
      'figure https://courier.example/quay.jpg [] The quay. (GNA/Oona Firth)',
      'p Text goes on.',
      'figure https://courier.example/2026/lazy.jpg [A boat]  ()',
      'figure https://courier.example/2026/b.jpg [] A tug (AP/Oona Firth)',
    ]);
    expect(read(html)[0]).toMatchObject({ image: { width: 640, height: 480 } });
  });

  it('keeps what lived elsewhere as a note with an address that a reader can open', () => {
    const html =
      '<iframe src="//www.youtube.com/embed/abcdefghijk?rel=0"></iframe><iframe data-src="http://player.vimeo.com/video/123"></iframe>' +
      '<object data="https://maps.gorvan.example/x"></object><video><source src="/storm.mp4"></video>' +
      '<blockquote class="twitter-tweet"><p>It is down.</p>— Quay Watch <a href="https://twitter.com/quaywatch/status/12">4 March</a></blockquote>' +
      '<script src="https://gist.github.com/oona/1.js"></script><iframe src="https://ads.doubleclick.net/x"></iframe><iframe src="javascript:1"></iframe>';
    expect(lines(read(html))).toEqual([
      'embed https://www.youtube.com/watch?v=abcdefghijk Video on YouTube',
      'embed https://vimeo.com/123 Video on Vimeo',
      'embed https://maps.gorvan.example/x Embed from maps.gorvan.example',
      'embed https://courier.example/storm.mp4 Video on courier.example',
      'embed https://twitter.com/quaywatch/status/12 Post on Twitter: It is down. — Quay Watch 4 March',
      'embed https://gist.github.com/oona/1 Embed from gist.github.com',
    ]);
  });

  it('follows an item, cell or heading with the pictures that stood in it', () => {
    expect(lines(read('<ul><li>One <img src="a.jpg"></li><li>Two</li></ul><p>On</p>'))).toEqual([
      'ul One | Two',
      'figure https://courier.example/2026/a.jpg []  ()',
      'p On',
    ]);
  });
});

describe('blocksFromHtml: at the edges', () => {
  it('asks about each element first', () => {
    const blocks = read('<p>Kept</p><aside class="box"><p>Gone</p></aside><p class="title">A title</p>', {
      special: (element) =>
        element.className === 'box'
          ? 'drop'
          : element.className === 'title'
            ? [{ type: 'heading', id: 'h_1', level: 2, text: element.textContent ?? '' }]
            : null,
    });
    expect(lines(blocks)).toEqual(['p Kept', 'h2 A title']);
  });

  it('reads an element of a document as what it is', () => {
    const { document } = parseHTML(
      '<html><body><figure><img src="a.jpg"><figcaption>A quay</figcaption></figure></body></html>',
    );
    const figure = document.querySelector('figure');
    expect(figure && lines(read(figure))).toEqual(['figure https://courier.example/2026/a.jpg [] A quay ()']);
  });

  it('gives the same ids again', () => {
    expect(read('<p>One. Two.</p>')).toEqual(read('<p>One. Two.</p>'));
  });

  it('reads the text of a hundred thousand nested elements', () => {
    for (const tag of [
      'div',
      'b',
      'blockquote',
      'ul><li',
      'table><tr><td',
      'a href="https://x.example"',
      'figure',
      'form',
    ]) {
      const html = `<${tag}>`.repeat(100_000);
      const text = JSON.stringify(read(`${html}deep`));
      expect(text.length).toBeLessThan(1_000_000);
      if (tag !== 'form') expect(text).toContain('deep');
    }
  }, 60_000);

  const payloads = join(projectRoot, '../shared/data/hostile/xss.txt');
  it.skipIf(!existsSync(payloads))(
    'leaves no address but of http, https and mailto in any hostile line (needs ../shared/data)',
    () => {
      const addresses: string[] = [];
      for (const line of readFileSync(payloads, 'utf8').split('\n')) {
        JSON.stringify(read(`<p>before</p>${line}`), (key, value: unknown) => {
          if ((key === 'href' || key === 'src') && typeof value === 'string') addresses.push(value);
          return value;
        });
      }
      expect(addresses.filter((address) => !/^(?:https?:\/\/|mailto:)/u.test(address))).toEqual([]);
      expect(addresses.length).toBeGreaterThan(0);
    },
    60_000,
  );
});
