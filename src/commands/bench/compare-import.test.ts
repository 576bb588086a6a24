import { describe, expect, it } from 'vitest';
import { compareImport, type DumpedSummary, type ExpectedSummary } from './compare-import.ts';

const expected: ExpectedSummary = {
  url_path: '/gorvan/executive-summaries/2026/03/04',
  date: '2026-03-04',
  title: 'Executive Summary for March 4th',
  lede: 'We review the port’s day.',
  read_minutes: 3,
  sections: [
    { heading: 'The quay opens', paragraphs: 2, links: ['https://courier.example/a', 'https://courier.example/b'] },
  ],
  recommended_reads: [{ publisher: 'The Quay Courier', title: 'All Hands', href: 'https://courier.example/read' }],
  top_image_caption: 'A crane. (Oona Firth)',
  top_image_caption_without_credit: 'A crane.',
  top_image_credit: 'Oona Firth',
  irregular: null,
};

const dumped: DumpedSummary = {
  path: 'gorvan/executive-summaries/2026/03/04',
  date: '2026-03-04',
  title: 'Executive Summary for March 4th',
  lede: 'We review the port’s  day',
  readMinutes: 3,
  sections: [
    {
      heading: 'The quay\u00a0opens',
      paragraphs: [
        { citations: [{ url: 'https://courier.example/b' }, { url: 'https://courier.example/a' }] },
        { citations: [{ url: 'https://courier.example/B', originalHref: 'https://courier.example/b' }] },
      ],
    },
  ],
  recommendedReads: [{ publisher: 'The Quay Courier', title: 'All hands', url: 'https://courier.example/read' }],
  topImage: { caption: 'A crane.', credit: 'Oona Firth' },
};

describe('compareImport', () => {
  it('finds nothing wrong in an agreeing dump, whatever its blanks, punctuation and order of links', () => {
    const scores = compareImport([dumped], [expected]);
    expect(scores.map(({ field }) => field)).toEqual(
      'present date title lede read_minutes headings paragraphs links reads_href reads_title reads_publisher caption credit'.split(
        ' ',
      ),
    );
    expect(scores.flatMap(({ misses }) => misses)).toEqual([]);
  });

  it('counts a field as missed where a part of it differs, and a record that is not there only once', () => {
    const wrong = { ...dumped, sections: [{ heading: 'The quay opens', paragraphs: [] }] };
    const other = { ...expected, url_path: '/gorvan/executive-summaries/2026/03/05' };
    const missed = compareImport([wrong], [expected, other]).filter(({ misses }) => misses.length > 0);
    expect(missed.map(({ field, right, all }) => [field, right, all])).toEqual([
      ['present', 1, 2],
      ['paragraphs', 0, 1],
      ['links', 0, 1],
    ]);
  });

  it('leaves out irregular records', () => {
    expect(compareImport([], [{ ...expected, irregular: 'an interview in its place' }])).toEqual([]);
  });
});
