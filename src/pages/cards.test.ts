import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawCard } from '#media/media.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { loadSampleArchive } from '../../tests/support/sample-archive.ts';
import { pieceCard } from './card.ts';
import { renderPath } from './render-path.ts';
import { sampleDay } from './sample-day.ts';
import { samplePublication, sampleSite } from './sample-views.ts';

const summary = '/gorvan/executive-summaries/2016/04/11';

describeOnBothEngines('the picture of a piece where its address is shared', (open) => {
  async function archive() {
    const database = await open();
    const publication = await loadSampleArchive(database);
    return { publication, page: (path: string) => renderPath(database.read, sampleSite, path) };
  }

  test('a summary names its card, in full and with its size and words, and the card is there', async () => {
    const { page } = await archive();
    const { body } = await page(summary);
    expect(body).toContain(`<meta property="og:image" content="https://daybook.example${summary}/card.png"/>`);
    expect(body).toContain('<meta property="og:image:width" content="1200"/>');
    expect(body).toContain('<meta property="og:image:alt" content="Executive Summary for April 11th"/>');
    expect(body).toContain('<meta name="twitter:card" content="summary_large_image"/>');
    const card = await page(`${summary}/card.png`);
    expect([card.status, card.contentType]).toEqual([200, 'image/png']);
    const { format, width, height } = await sharp(card.bytes).metadata();
    expect([format, width, height]).toEqual(['png', 1200, 630]);
  });

  test('the same words make the same bytes, and other words others', async () => {
    const { page } = await archive();
    const card = await page(`${summary}/card.png`);
    expect((await page(`${summary}/card.png`)).bytes).toEqual(card.bytes);
    const other = await page('/gorvan/background/the-ferry/card.png');
    expect(other.bytes?.length).toBeGreaterThan(5_000);
    expect(other.bytes).not.toEqual(card.bytes);
  });

  test('a card is made anew with its piece and its publication', async () => {
    const { page } = await archive();
    const { reads } = await page(`${summary}/card.png`);
    expect([...reads].filter((key) => key.startsWith('piece:'))).toHaveLength(1);
    expect(reads).toContain('publication:gorvan');
  });

  test('a piece without a day or with words that cannot be drawn has one all the same', async () => {
    const { page } = await archive();
    expect((await page('/gorvan/articles/no-lede-no-date/card.png')).status).toBe(200);
    const card = {
      publication: ' ',
      date: '',
      title: '\u0000\u200b',
      lines: [''],
      accent: '#1d4373',
      paper: '#fdfcf8',
    };
    expect((await drawCard({ ...card, rightToLeft: false })).length).toBeGreaterThan(500);
  });

  test('there is none of what is not live, of a page, and of nothing', async () => {
    const { page } = await archive();
    for (const path of ['articles/2016/09/01/draft', 'about', 'articles/nothing'])
      expect([path, (await page(`/gorvan/${path}/card.png`)).status]).toEqual([path, 404]);
  });

  test('an Arabic card is set from the right, in its own letters', async () => {
    const { page } = await archive();
    const { bytes } = await page('/gorvan/ar/articles/2016/08/19/al-abbara/card.png');
    const inkIn = async (left: number) => {
      const part = await sharp(bytes).greyscale().extract({ left, top: 160, width: 300, height: 100 }).png().toBuffer();
      return (await sharp(part).stats()).channels[0]?.stdev ?? 0;
    };
    expect(await inkIn(860)).toBeGreaterThan(20);
    expect(await inkIn(40)).toBeLessThan(1);
  });
});

test('a card says the publication, the day in words and the headings', () => {
  const card = pieceCard(samplePublication(), sampleDay);
  expect(card).toMatchObject({
    publication: 'Belisar Daybook',
    date: 'Tuesday, 3\u00a0November 2026',
    rightToLeft: false,
  });
  expect(card.lines).toEqual(sampleDay.sections.filter(({ depth }) => depth === 1).map(({ heading }) => heading));
});
