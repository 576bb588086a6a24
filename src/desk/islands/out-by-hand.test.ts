import { expect, test } from 'vitest';
import type { PieceContent } from '#pieces/pieces.ts';
import { mailHtml, messageText, plainText } from './out-by-hand.ts';

const citation = { id: 'c1', evidence: 'ev', quote: 'x', start: 0, end: 1, madeFor: 'x' };
const content: PieceContent = {
  version: 1,
  kind: 'summary',
  lang: 'en',
  title: 'Executive <Summary>',
  lede: 'We review.',
  blocks: [
    { type: 'heading', id: 'h1', level: 2, text: 'The bridge' },
    {
      type: 'paragraph',
      id: 'p1',
      sentences: [
        {
          id: 's1',
          text: 'It closed & opened.',
          marks: [{ type: 'strong', start: 3, end: 9 }],
          basis: { kind: 'cited', citations: [citation] },
        },
        {
          id: 's2',
          text: 'A link.',
          marks: [{ type: 'link', start: 2, end: 6, href: 'javascript:alert(1)' }],
          basis: { kind: 'own', note: 'A source that is held' },
        },
      ],
    },
    {
      type: 'list',
      id: 'l1',
      ordered: true,
      items: [[{ id: 's3', text: 'قال.', lang: 'ar', basis: { kind: 'uncited' } }]],
    },
  ],
  recommendedReads: [{ publisher: 'Herald', title: 'A "read"', url: 'https://herald.example/a?b=1&c=2' }],
  topImage: null,
  topics: [],
};
const out = {
  content,
  address: 'https://news.example/belisar/executive-summaries/2026/11/20',
  evidence: new Map([['ev', { outlet: 'Courier', url: 'https://courier.example/1' }]]),
};

test('for a mail: tables and styles in place, sources linked, every word escaped, no script, class or picture', () => {
  const html = mailHtml(out);
  expect(html).toContain('Executive &lt;Summary&gt;');
  expect(html).toContain('It <strong>closed</strong> &amp; opened.');
  expect(html).toContain('<a href="https://courier.example/1" style="color:#1d4373">Courier</a>');
  expect(html).toContain('<span lang="ar" dir="rtl">قال.</span>');
  expect(html).toContain('https://herald.example/a?b=1&amp;c=2');
  expect(html).not.toMatch(/javascript:|<script|class=|<img|<style/iu);
});

test('a piece in Arabic runs from right to left in a mail', () => {
  expect(mailHtml({ ...out, content: { ...content, lang: 'ar' } })).toContain('dir="rtl"><tr><td align="center">');
});

test('for a message: headings between asterisks, sources by name, the link at the end', () => {
  expect(messageText(out).split('\n\n')).toEqual([
    '*Executive <Summary>*',
    'We review.',
    '*The bridge*',
    'It closed & opened. A link. (Courier)',
    '1. قال.',
    '• Herald: A "read"\nhttps://herald.example/a?b=1&c=2',
    out.address,
  ]);
});

test('as text: no sign of how it is set, and nothing of a source that is held', () => {
  expect(plainText({ ...out, address: null })).not.toMatch(/[*]|held/u);
  expect(mailHtml(out) + messageText(out)).not.toContain('held');
});
