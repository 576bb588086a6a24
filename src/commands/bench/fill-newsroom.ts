import { instantText } from '#platform/clock.ts';
import { createIds } from '#platform/stable-ids.ts';
import { type Block, insertImportedPiece, type PieceContent, type PieceKind, summaryPath } from '#pieces/pieces.ts';
import { plainPublication, type Publication, savePublication } from '#publications/publications.ts';
import type { Newsroom } from '../../newsroom.ts';

const firstDay = Temporal.PlainDate.from('2013-01-01');
const atOnce = 250;
const by = 'bench';

const places = ['Ashmere', 'Dar Mizan', 'Harl', 'Selwyn', 'Orrun', 'Gorvan', 'Belhan', 'Tarsk'];
const subjects = [
  'The ferry',
  'A convoy',
  'The market',
  'The clinic',
  'A column of lorries',
  'The harbour',
  'A school',
];
const deeds = ['opened again', 'was held for a day', 'waited at the bridge', 'took in people', 'ran short of flour'];

/** The publication that `fillNewsroom` fills. */
export const filled: Publication = {
  ...plainPublication('gorvan'),
  tagline: { en: 'An invented strait, day by day', ar: 'مضيق متخيَّل يوما بيوم' },
  languages: ['en', 'ar'],
  topics: ['ferries', 'harbour', 'health', 'crossings'].map((slug) => ({ slug, name: { en: slug, ar: slug } })),
};

/** The day of the nth summary, from 0. */
export const dayOf = (index: number): string => firstDay.add({ days: index }).toString();

/** A newsroom of invented live pieces, the same each time: of ten, seven summaries, two articles, one summary in Arabic. */
export async function fillNewsroom({ database, clock }: Newsroom, pieces: number): Promise<{ summaries: number }> {
  const ids = createIds('bench/publish');
  const at = instantText(clock.now());
  await database.write((tx) => savePublication(tx, filled, at));
  let summaries = 0;
  for (let start = 0; start < pieces; start += atOnce) {
    await database.write(async (tx) => {
      for (let index = start; index < Math.min(pieces, start + atOnce); index += 1) {
        const share = index % 10;
        const kind: PieceKind = share < 7 || share === 9 ? 'summary' : 'article';
        const lang = share === 9 ? 'ar' : 'en';
        const dated = dayOf(share < 7 ? summaries++ : share === 9 ? (index - 9) / 10 : Math.max(0, summaries - 1));
        const path =
          kind === 'summary' ? summaryPath(dated, lang, 'en') : `articles/${dated.replaceAll('-', '/')}/piece-${index}`;
        const row = { id: ids('pc'), publication: filled.slug, kind, lang, path, dated, translationOf: null };
        const published = `${dated}T08:00:00.000Z`;
        await insertImportedPiece(
          tx,
          row,
          inventedContent(kind, lang, index),
          { by, at: published },
          { revision: 1, live: true, firstPublishedAt: published, modifiedAt: null },
        );
      }
    });
  }
  return { summaries };
}

/** About 400 words in four sections, which an invented editor answers for. */
export function inventedContent(kind: PieceKind, lang: string, seed: number): PieceContent {
  const ids = createIds(`bench/${kind}/${lang}/${seed}`);
  let draw = (seed + 1) * 7919;
  const pick = (words: string[]): string => {
    draw = (draw * 1_103_515_245 + 12_345) % 2_147_483_648;
    return words[Math.floor(draw / 65_536) % words.length] ?? '';
  };
  const words = (): string =>
    `${pick(subjects)} near ${pick(places)} ${pick(deeds)}, and people from ${pick(places)} said that nothing else had changed.`;
  const blocks = Array.from({ length: 4 }, (): Block[] => [
    { type: 'heading', id: ids('h'), level: 2, text: `${pick(subjects)} ${pick(deeds)}` },
    ...Array.from({ length: 2 }, (): Block => ({
      type: 'paragraph',
      id: ids('p'),
      sentences: Array.from({ length: 3 }, () => ({
        id: ids('s'),
        text: words(),
        basis: { kind: 'vouched' as const, by, at: '2013-01-01T08:00:00.000Z' },
      })),
    })),
  ]).flat();
  return {
    version: 1,
    kind,
    lang,
    title: kind === 'summary' ? `Executive Summary ${seed}` : `${pick(subjects)} ${seed}`,
    lede: words(),
    blocks,
    recommendedReads: [],
    topImage: null,
    topics: [filled.topics[seed % filled.topics.length]?.slug ?? 'ferries'],
  };
}
