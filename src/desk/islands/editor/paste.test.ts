import { expect, test } from 'vitest';
import { type PastedBlock, readPastedHtml, readPastedText } from './paste.ts';

/** "p: words **strong** _em_ [link](address)" */
const shown = (blocks: PastedBlock[]) =>
  blocks.map(({ kind, runs }) => {
    const words = runs.map(({ text, strong, em, href }) => {
      const set = strong ? `**${text}**` : em ? `_${text}_` : text;
      return href === null ? set : `[${set}](${href})`;
    });
    return `${kind}: ${words.join('')}`;
  });

test('from Word: its lists, its bold, none of its bullets, styles or empty paragraphs', () => {
  const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0}</style><title>x</title></head>
<body lang=EN-US><!--StartFragment--><h1>Day&nbsp;one<o:p></o:p></h1>
<p class=MsoNormal><b><span style='font-size:12.0pt'>Bold</span></b> and <i>slanted</i>,&nbsp;“quoted”.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span></span><![endif]>A point</p>
<!--EndFragment--></body></html>`;
  expect(shown(readPastedHtml(word))).toEqual([
    'heading: Day one',
    'paragraph: **Bold** and _slanted_, “quoted”.',
    'bullet: A point',
  ]);
});

test('from Google Docs: what it wraps in a bold that is none is not bold', () => {
  const docs =
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400">Plain </span><span style="font-weight:700">strong</span><span style="font-style:italic"> slanted</span></p><br><ol><li><p>One</p></li></ol></b>';
  expect(shown(readPastedHtml(docs))).toEqual(['paragraph: Plain **strong**_ slanted_', 'number: One']);
});

test('from a page: links to the web and to mail stay, all other markup is words or nothing', () => {
  const page =
    '<div onclick="x()">Go <a href="https://a.example/?q=1&amp;r=2" onmouseover="x()">there</a>, <a href="javascript:alert(1)">not here</a>, <a href="mailto:desk@a.example">write</a>.<script>alert(1)</script><style>*{}</style><img src=x onerror=alert(1)><iframe src="https://b.example"></iframe><span style="display:none">hidden</span></div><blockquote>Said.</blockquote>';
  expect(shown(readPastedHtml(page))).toEqual([
    'paragraph: Go [there](https://a.example/?q=1&r=2), not here, [write](mailto:desk@a.example).',
    'quote: Said.',
  ]);
});

test('text that looks like markup stays text, and a line is a paragraph', () => {
  expect(shown(readPastedHtml('<p>a &lt;b&gt; c</p>'))).toEqual(['paragraph: a <b> c']);
  expect(shown(readPastedText('One.\r\n\r\nTwo  words.\u0000'))).toEqual(['paragraph: One.', 'paragraph: Two words.']);
});

test('what never closes or nests without end is read in time', () => {
  const started = readPastedHtml(`${'<div>'.repeat(20_000)}deep${'<b'.repeat(1000)}`);
  expect(shown(started)).toEqual(['paragraph: deep']);
});
