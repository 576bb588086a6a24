import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRedactor, makeWithdrawal, UnusableName } from '#withdrawals/withdrawals.ts';
import { summaryOf, testMoment } from '../../tests/support/fixtures.ts';
import { type Block, type Mark, type PieceContent, type Sentence, sentencesOf } from './document.ts';
import { moveCitations } from './move-citations.ts';
import { redactContent } from './redact-content.ts';

const withdrawal = makeWithdrawal({ names: ['Oona Firth', 'عونة فيرث'], by: 'Editor' }, testMoment);
const redactor = createRedactor([withdrawal]);
const gone = '[name withdrawn]';
const named = 'Oona Firth';
const address = 'https://courier.example/by/oona-firth';
const free = 'https://courier.example/ferry';
const uncited = (id: string, text: string, marks?: Mark[]): Sentence => ({
  id,
  text,
  basis: { kind: 'uncited' },
  ...(marks ? { marks } : {}),
});

/** A document with the name in every field that can hold one. */
function everyField(): PieceContent {
  const picture = { src: address, caption: `${named} at the quay.`, credit: named, alt: named };
  const blocks: Block[] = [
    { type: 'heading', id: 'h1', level: 2, text: `With ${named}` },
    {
      type: 'paragraph',
      id: 'p1',
      sentences: [
        {
          id: 's1',
          text: `${named} sailed.`,
          basis: {
            kind: 'linked',
            links: [
              { href: address, text: named },
              { href: free, text: `By ${named}`, originalHref: address },
            ],
          },
        },
        { id: 's2', text: 'She sailed.', basis: { kind: 'vouched', by: named, at: testMoment } },
        { id: 's3', text: 'عونة فيرث', lang: 'ar', basis: { kind: 'own', note: `from ${named}` } },
        {
          id: 's4',
          text: 'So it was.',
          basis: {
            kind: 'cited',
            citations: [
              { id: 'c1', evidence: 'ev_1', quote: `${named} said`, start: 0, end: 15, madeFor: `${named} did.` },
            ],
          },
        },
      ],
    },
    { type: 'list', id: 'l1', ordered: false, items: [[uncited('s5', named)]] },
    { type: 'quote', id: 'q1', sentences: [uncited('s6', named)], attribution: named },
    { type: 'figure', id: 'f1', image: picture },
    { type: 'table', id: 't1', header: false, rows: [[[uncited('s7', named)]]] },
    { type: 'embed', id: 'e1', href: address, note: `A film by ${named}` },
  ];
  return summaryOf([], {
    title: named,
    lede: named,
    blocks,
    recommendedReads: [{ publisher: named, title: named, url: address, originalHref: address }],
    topImage: picture,
    topics: ['oona-firth'],
    authors: [
      { name: `Dr ${named}`, role: 'author', slug: 'oona-firth', title: 'Mate', bio: 'Born in Gorvan.', url: address },
      { name: 'Mira Holt', role: 'editor', bio: `Wrote with ${named}.` },
    ],
    categories: [{ slug: 'oona-firth', title: named }],
    tags: [{ slug: 'oona-firth', title: named }],
    series: [{ slug: 'oona-firth', title: named }],
    members: ['series/oona-firth'],
    canonical: address,
    talk: {
      startsAt: testMoment,
      timeZone: 'UTC',
      place: `The house of ${named}`,
      rsvp: 'oona.firth@gorvan.example',
      recording: address,
    },
    imported: { format: 'wxr', url: address, published: 'day', modified: null },
  });
}

describe('a document without a withdrawn name', () => {
  test('has it in no field, says so, and is otherwise what it was', () => {
    const redacted = redactContent(everyField(), redactor);
    expect(JSON.stringify(redacted)).not.toMatch(/oona|firth|عونة|فيرث/iu);
    expect(redacted.nameWithdrawn).toBe(true);
    expect(sentencesOf(redacted.blocks).map(({ id }) => id)).toEqual(['s1', 's2', 's3', 's4', 's5', 's6', 's7']);
    expect(redacted.authors).toEqual([
      { name: gone, role: 'author' },
      { name: 'Mira Holt', role: 'editor', bio: `Wrote with ${gone}.` },
    ]);
    const [first, , third] = sentencesOf(redacted.blocks);
    expect(first?.basis).toEqual({ kind: 'linked', links: [{ href: free, text: `By ${gone}` }] });
    expect(third?.text).toBe('[حُجب الاسم]');
    expect(redacted).toMatchObject({
      imported: { format: 'wxr', url: null },
      recommendedReads: [{ title: gone, url: '' }],
    });
    expect(redacted).not.toHaveProperty('canonical');
    expect(redacted.talk).toEqual({ startsAt: testMoment, timeZone: 'UTC', place: `The house of ${gone}` });
    expect(redacted.topImage).not.toHaveProperty('src');
    expect(redactContent(redacted, redactor)).toBe(redacted);
  });

  test('is the very same document where the name is not in it', () => {
    const content = summaryOf([uncited('s1', 'The ferry sailed.', [{ type: 'link', start: 4, end: 9, href: free }])]);
    expect(redactContent(content, redactor)).toBe(content);
  });

  test('keeps marks on their words, and loses a link that leads to the name', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('ferry', named, 'a', 'عونة فيرث', '🙂', 'Firth'), { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        (words, a, b, linked) => {
          const text = words.join(' ');
          const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
          fc.pre(start < end);
          const mark: Mark = linked ? { type: 'link', start, end, href: address } : { type: 'em', start, end };
          const redacted = redactContent(summaryOf([uncited('s1', text, [mark])]), redactor);
          const [sentence] = sentencesOf(redacted.blocks);
          if (linked) expect(sentence?.marks).toEqual([]);
          for (const kept of linked ? [] : (sentence?.marks ?? [])) {
            const marked = sentence?.text.slice(kept.start, kept.end) ?? '';
            expect(kept.end).toBeLessThanOrEqual(sentence?.text.length ?? 0);
            if (!marked.includes('[')) expect(marked).toBe(text.slice(start, end));
          }
        },
      ),
    );
  });
});

describe('a citation', () => {
  const before = `${named} said nine were saved. Nine were saved, Oona Firth said.`;
  const bodies = new Map([['ev_1', { before, after: redactor.rewrite(before, 'en') }]]);
  const cite = (quote: string, start = before.indexOf(quote)) => ({
    id: 'c1',
    evidence: 'ev_1',
    quote,
    start,
    end: start + quote.length,
    madeFor: '',
  });
  const move = moveCitations(bodies, redactor);
  const after = bodies.get('ev_1')?.after.text ?? '';

  test('stands at its words in the rewritten body, wherever it began and ended', () => {
    fc.assert(
      fc.property(fc.nat(before.length), fc.nat(before.length), (a, b) => {
        const [start = 0, end = 0] = [a, b].sort((x, y) => x - y);
        fc.pre(start < end);
        const moved = move(cite(before.slice(start, end), start));
        expect(moved?.quote).toBe(after.slice(moved?.start, moved?.end));
        expect(redactor.mentions(moved?.quote ?? '')).toBe(false);
        expect(move({ ...cite(''), ...moved })).toEqual(moved);
      }),
    );
  });

  test('is left to its own redaction where no body is held', () => {
    expect(move({ ...cite('nine'), evidence: 'ev_2' })).toBeNull();
  });
});

test('a name that would stand in its own tombstone cannot be withdrawn', () => {
  for (const names of [['withdrawn'], ['name'], ['الاسم'], []])
    expect(() => makeWithdrawal({ names, by: 'Editor' }, testMoment)).toThrow(UnusableName);
  expect(() => makeWithdrawal({ names: [named], tombstone: { und: named }, by: 'E' }, testMoment)).toThrow(
    UnusableName,
  );
});
