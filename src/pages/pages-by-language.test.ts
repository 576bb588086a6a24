import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { dayTitle, wordsOf } from '#locales/locales.ts';
import { directionOf } from '#platform/language.ts';
import { insertCorrection, insertImportedPiece, type PieceContent, type Sentence } from '#pieces/pieces.ts';
import { indexPending } from '#search/search.ts';
import { htmlFaults } from '../../tests/support/check-html.ts';
import { addPublication } from '../../tests/support/fixtures.ts';
import { openTestNewsroom } from '../../tests/support/test-newsroom.ts';
import { type Told, toldIn } from './sample-languages.ts';
import { piecePage } from './piece-page.tsx';
import { renderPath } from './render-path.ts';
import {
  sampleNote,
  sampleNotes,
  samplePublication,
  sampleSection,
  sampleSentence,
  sampleSite,
  sampleSummary,
} from './sample-views.ts';

const day = '2026-04-11';
const at = `${day}T05:00:00.000Z`;

/** A newsroom in one language alone: a summary, an article, a talk, a correction, all in it. */
async function newsroomIn(lang: string, told: Told) {
  const newsroom = await openTestNewsroom({ at });
  const { database } = newsroom;
  const own = { [lang]: told.name };
  await addPublication(database, {
    ...{
      languages: [lang],
      name: told.name,
      tagline: { [lang]: told.sentence },
      region: own,
      about: { [lang]: [told.sentence] },
    },
    ...{ contribute: { [lang]: [told.sentence] }, topics: [{ slug: 'ferries', name: { [lang]: told.topic } }] },
    ...{ timeZone: 'Asia/Baghdad', rights: { owner: told.name, allows: told.sentence } },
  });
  const said = (id: string, basis: Sentence['basis']): Sentence => ({ id, text: told.sentence, basis });
  const content = (kind: PieceContent['kind'], changes: Partial<PieceContent>): PieceContent => ({
    ...{ version: 1, kind, lang, title: told.title, lede: told.sentence, topImage: null, topics: ['ferries'] },
    blocks: [
      { type: 'heading', id: `h-${kind}`, level: 2, text: told.title },
      {
        type: 'paragraph',
        id: `p-${kind}`,
        sentences: [
          said(`${kind}1`, { kind: 'vouched', by: 'x', at }),
          said(`${kind}2`, { kind: 'own' }),
          said(`${kind}3`, { kind: 'linked', links: [{ href: 'https://quay.example/', text: told.title }] }),
          said(`${kind}4`, { kind: 'uncited' }),
        ],
      },
    ],
    recommendedReads: [{ publisher: told.name, title: told.title, url: 'https://quay.example/read' }],
    ...{ authors: [{ name: told.person, role: 'author', title: told.topic, bio: told.sentence }] },
    ...{ tags: [{ slug: 'ferry', title: told.topic }], categories: [{ slug: 'reports', title: told.topic }] },
    ...changes,
  });
  const add = (path: string, piece: PieceContent, dated = day) =>
    database.write((tx) =>
      insertImportedPiece(
        tx,
        { id: `pc_${path}`, publication: 'gorvan', kind: piece.kind, lang, path, dated, translationOf: null },
        piece,
        { by: 'x', at },
        { revision: 1, live: true, firstPublishedAt: at, modifiedAt: null },
      ),
    );
  const talk = { startsAt: at, timeZone: 'Asia/Baghdad', place: told.topic, rsvp: 'post@quay.example' };
  await add('executive-summaries/2026/04/11', content('summary', { title: dayTitle(day, lang), authors: [] }));
  await add(
    'executive-summaries/2026/04/10',
    content('summary', { title: dayTitle('2026-04-10', lang) }),
    '2026-04-10',
  );
  await add('articles/2026/04/11/ferry', content('article', {}));
  await add('talks/ferry', content('talk', { talk }));
  const correction = { revision: 1, sentenceId: 'article1', note: told.sentence, lang, at, by: 'x' };
  await database.write((tx) => insertCorrection(tx, 'pc_articles/2026/04/11/ferry', correction));
  await indexPending(database);
  return newsroom;
}

const paths = [
  '',
  '/executive-summaries',
  '/executive-summaries/2026/04/11',
  '/articles',
  '/articles/2026/04/11/ferry',
  '/articles/2026/04/11/ferry/republish',
  '/talks/ferry',
  '/ferries',
  '/tag/ferry',
  '/about',
  '/contribute',
  '/privacy',
  '/corrections',
  '/sources',
  '/search',
  '/suggest',
  '/share',
  '/receipt',
  '/nothing-here',
];

/** What a page says, run by run: its text and what is said of it aloud; addresses, file formats and marked codes left out. */
function saidOn(document: Document): string[] {
  const skipped = 'script, style, textarea, .address, .languages, a[type], [lang]:not(html)';
  const runs: string[] = [
    document.title,
    document.querySelector('meta[name=description]')?.getAttribute('content') ?? '',
  ];
  const walk = (node: Element): void => {
    if (node.matches(skipped)) return;
    for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'abbr']) runs.push(node.getAttribute(name) ?? '');
    for (const child of node.childNodes) {
      if (child.nodeType === 3) runs.push(child.textContent ?? '');
      else if (child.nodeType === 1) walk(child as Element);
    }
  };
  walk(document.body);
  return runs.map((run) => run.replace(/\s+/gu, ' ').trim()).filter((run) => run !== '');
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

const bare = (text: string) => text.replace(/[\s:.,…]+$/u, '');
const english = new Set(textsOf(wordsOf('en')).map(bare));
const latin = new Set(['fr', 'tr', 'ku']);
/** Names of formats, standards, programs and zones of the tz database, which have no other; hosts. */
const codes = /\b(?:RSS|Atom|JSON|HTML|UTC|SHA-256(?: [\da-f]+)?|cookie|Tor Browser|Baghdad|(?:\w+\.)+example)\b/gu;

describe.each(Object.entries(toldIn))('a publication in %s', (lang, told) => {
  const site = { ...sampleSite, networkName: told.name, today: day };

  test('is whole in its language on every page: direction, words, days and digits', async () => {
    const newsroom = await newsroomIn(lang, told);
    const faults: string[] = [];
    for (const path of paths.concat(`/search?q=${encodeURIComponent(told.word)}`)) {
      const { body, status } = await renderPath(newsroom.database.read, site, `/gorvan${path}`);
      expect([path, status]).toEqual([path, path === '/nothing-here' ? 404 : 200]);
      faults.push(...faultsOf(body, path, lang), ...(await htmlFaults(body, path)));
      const document = parseHTML(body).document as unknown as Document;
      if (path.includes('?q=')) expect(document.querySelectorAll('.results mark').length).toBeGreaterThan(1);
      if (path.endsWith('/11') || path.includes('talks'))
        expect(document.body.textContent?.replaceAll('\u00a0', ' ')).toContain(told.day);
      if (path === '/executive-summaries') expect(document.querySelector('caption')?.textContent).toContain(told.month);
    }
    await newsroom.close();
    expect(faults).toEqual([]);
  });

  test('says in its language what a sentence rests on', async () => {
    const publication = samplePublication({
      ...{ lang, defaultLang: lang, name: told.name, tagline: told.sentence, region: told.name, basePath: '/belisar' },
      ...{ languages: [{ lang, path: '/belisar' }], topics: [], siblings: [] },
    });
    const here = { outlet: told.name, origin: told.person, title: told.title, quote: told.sentence, quoteLang: lang };
    const notes = sampleNotes.map((note) => (note.kind === 'report' ? sampleNote(1, { ...here, version: 2 }) : note));
    const linked = notes.map((note) => (note.kind === 'linked' ? { ...note, text: told.word } : note));
    const origins = [{ name: told.person, kind: 'monitor' as const, outlets: 2 }];
    const basis = { outlets: [told.name, told.topic], origins, independent: 1, firstReportedOn: '2026-11-02' };
    const sentences = [1, 2, 3, 4].map((number) => sampleSentence(told.sentence, [number]));
    const section = sampleSection({
      ...{ heading: told.title, basis, notes: linked, blocks: [{ type: 'paragraph', sentences }] },
    });
    const correction = {
      kind: 'correction' as const,
      id: 'c1',
      on: '2026-11-03',
      note: told.sentence,
      lang,
      sentenceId: 's1',
    };
    const html = piecePage(
      site,
      publication,
      sampleSummary({
        ...{ lang, title: told.title, lede: told.sentence, sections: [section], reads: [], topics: [], topImage: null },
        ...{ corrections: [correction], previous: null, modifiedAt: '2026-11-03T09:00:00Z', nameWithdrawn: true },
        ...{ republished: 'https://quay.example/', sponsor: { name: told.name, url: null, label: null } },
      }),
    );
    expect([...faultsOf(html, 'summary', lang), ...(await htmlFaults(html, 'summary'))]).toEqual([]);
  });
});

/** English words, digits that are not the region's, another language or direction. */
function faultsOf(html: string, path: string, lang: string): string[] {
  const document = parseHTML(html).document as unknown as Document;
  const root = document.documentElement;
  const faults: string[] = [];
  if (root.getAttribute('lang') !== lang || root.getAttribute('dir') !== directionOf(lang))
    faults.push(`${path}: lang ${root.getAttribute('lang')}, dir ${root.getAttribute('dir')}`);
  for (const run of saidOn(document)) {
    const rest = run.replace(codes, '');
    if (english.has(bare(rest)) && /[a-z]{2}/iu.test(rest)) faults.push(`${path}: English: ${run}`);
    if (/(?<!\p{L})(?:the|of|and|by|reported|outlets?|read)(?!\p{L})/iu.test(rest))
      faults.push(`${path}: English word: ${run}`);
    if (!latin.has(lang) && /[A-Za-z]{2}/u.test(rest)) faults.push(`${path}: Latin letters: ${run}`);
    if ((lang === 'fa' || lang === 'ckb') && /\d/u.test(rest)) faults.push(`${path}: Western digits: ${run}`);
  }
  return faults;
}
