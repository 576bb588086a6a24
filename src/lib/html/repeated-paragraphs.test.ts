import { expect, test } from 'vitest';
import { countParagraphs, dropRepeated } from './repeated-paragraphs.ts';

const plea = 'The Quay Courier is free because its readers pay for it.';
const report = (n: number) =>
  `The ferry Marram sailed ${n} times on Tuesday, the harbour master said, and was full each time; a second boat will be taken from the northern line until the storm has passed and the crane stands again.`;

function countPages(texts: string[], site = 'courier.example') {
  const count = countParagraphs();
  for (const text of texts) count.addPage(site, text);
  return count;
}

test('knows a paragraph that stands on three pages and a third of the site as the site’s own', () => {
  const pages = [1, 2, 3, 4, 5, 6].map((n) => `${report(n)}\n\n${n % 2 === 0 ? plea : 'An end.'}`);
  const count = countPages(pages);
  expect(count.repeats('courier.example', plea)).toBe(true);
  expect(count.repeats('courier.example', ` “${plea.toUpperCase()}” `)).toBe(true);
  expect(count.repeats('courier.example', report(1))).toBe(false);
  expect(count.repeats('echo.example', plea)).toBe(false);
});

test('does not call a paragraph repeated on two pages, on few of many, or twice on one', () => {
  expect(countPages([plea, plea]).repeats('courier.example', plea)).toBe(false);
  const many = Array.from({ length: 20 }, (_, n) => report(n));
  expect(countPages([...many, plea, plea, plea]).repeats('courier.example', plea)).toBe(false);
  expect(countPages([`${plea}\n\n${plea}\n\n${plea}`, report(1), report(2)]).repeats('courier.example', plea)).toBe(
    false,
  );
  expect(countPages(['—', '—', '—']).repeats('courier.example', '—')).toBe(false);
});

test('keeps its memory bounded and still knows what is on every page', () => {
  const count = countParagraphs(undefined, 50);
  for (let n = 0; n < 500; n += 1) count.addPage('courier.example', `${report(n)}\n\n${plea}`);
  expect(count.repeats('courier.example', plea)).toBe(true);
  expect(count.repeats('courier.example', report(3))).toBe(false);
});

const repeats = (paragraph: string) => paragraph === plea || paragraph === 'Also today';

test('takes repeated paragraphs out of HTML, and the lists and headings that they leave empty', () => {
  const html = `<h2>Also today</h2><p>${report(1)}</p><ul><li>${plea}</li><li>Also <em>today</em></li></ul><p>${plea}</p><ul><li>Kept</li><li>${plea}</li></ul>`;
  expect(dropRepeated(html, repeats)).toBe(`<p>${report(1)}</p><ul><li>Kept</li></ul>`);
});

test('leaves alone HTML in which nothing repeats, to the letter', () => {
  const html = `<blockquote><p>${report(1)}</p></blockquote><table><tr><td>1</td><td></td></tr></table>loose<br>`;
  expect(dropRepeated(html, repeats)).toBe(html);
});

test('keeps a page whole that would lose more than half of its text: it is a copy, not a report between furniture', () => {
  const html = `<p>${plea}</p><p>Short.</p>`;
  expect(dropRepeated(html, repeats)).toBe(html);
});
