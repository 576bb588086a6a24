import { expect, test } from 'vitest';
import { findEvidence } from '#evidence/evidence.ts';
import type { Database } from '#platform/database/database.ts';
import { placeReports } from '#developments/developments.ts';
import { findPiece, findRevision, type PieceContent, publishPiece, sentencesOf } from '#pieces/pieces.ts';
import type { Publication } from '#publications/publications.ts';
import { acceptReports, type ArrivingReport, findReport } from '#wires/wires.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { addPublication, arrivingReport, memoryBlobs, testClock } from '../../tests/support/fixtures.ts';
import { draftSummary } from './draft-summary.ts';

/** Texts that are hard to quote: quotations within, figures, abbreviations, line breaks, odd characters. */
const stories: [string, string[]][] = [
  [
    'Ferry Marwa sinks off Tal Amrin, killing 12',
    [
      'The ferry Marwa sank off Tal Amrin on Friday, killing 12 passengers, harbour chief Dina Hadid said. “We lost our best crew,” she said, adding that 3,000 litres of fuel had leaked. Divers of the navy searched the wreck all night.',
      'Twelve people died when the ferry Marwa went down near Tal Amrin. "It was too old," said Capt. J. R. Salam of the U.S. mission, who had warned the owners twice.\nThe Marwa was built in 1974.',
      'A ferry disaster off Tal Amrin killed twelve people on Friday, the third such accident since May 10. Relatives gathered before the office of the harbour in Belhan 👋 and asked for names.',
    ],
  ],
  [
    'Bread prices double in Gorvan',
    [
      'Bakeries in Gorvan doubled the price of a bundle of bread on Friday after flour imports from Ostrava stopped. The bakers’ union blamed the “greedy” mills and cuts of 2.5 million in subsidies.',
      'The price of bread in Gorvan has doubled to 40 crowns a bundle since flour imports from Ostrava ended. Queues of two hundred and five people stood before one bakery, the union of bakers said.',
    ],
  ],
  [
    'إضراب المعلمين في الوادي',
    [
      'أضرب معلمو أربعين مدرسة في الوادي الأسفل يوم الجمعة بسبب رواتب لم تُدفع منذ آب. وقالت النقابة «لن نعود قبل أن تُدفع رواتبنا كاملة» أمام مديرية التربية في بلحان.',
    ],
  ],
  [
    'Analysis: who owns the harbour of Belhan',
    [
      'The harbour of Belhan has had five owners in ten years. Each of them promised a new crane, and each of them left without one. A look at the books shows where the money went. '.repeat(
        4,
      ),
    ],
  ],
];
const outlets = ['Gorvan Courier', 'Valley Post', 'Harbour Watch'];
const items: ArrivingReport[] = stories.flatMap(([title, bodies], story) =>
  bodies.map((body, n) =>
    arrivingReport({
      externalId: `s${story}-${n}`,
      outlet: outlets[n] ?? '',
      url: `https://outlet${n}.example/${story}`,
      title: n === 0 ? title : `${title} – ${outlets[n]}`,
      body,
      lang: /\p{Script=Arabic}/u.test(title) ? 'ar' : 'en',
      reportedAt: `2026-11-20T0${5 + story}:${n}0:00.000Z`,
    }),
  ),
);

describeOnBothEngines('a draft', (open) => {
  const clock = testClock('2026-11-20T12:00:00Z');
  const blobs = memoryBlobs();
  const begin = async (changes: Partial<Publication> = {}, reports = items) => {
    const database = await open();
    const publication = await addPublication(database, { timeZone: 'Asia/Damascus', ...changes });
    await acceptReports({ database, clock }, { reports, setAside: [], publications: [publication], followUp: 'queue' });
    await placeReports({ database, clock }, publication);
    return { database, publication, deps: { database, blobs, clock } };
  };
  const draft = async (
    deps: { database: Database; blobs: typeof blobs; clock: typeof clock },
    publication: Publication,
    lang?: string,
  ) => {
    const drafting = await draftSummary(deps, publication, { day: '2026-11-20', by: 'Ana', ...(lang ? { lang } : {}) });
    if (drafting.kind !== 'drafted') throw new Error(`not drafted: ${drafting.kind}`);
    const revision = await findRevision(deps.database.read, drafting.pieceId, drafting.revision);
    if (!revision) throw new Error('no revision');
    return { ...drafting, content: revision.content };
  };
  const citations = (content: PieceContent) =>
    sentencesOf(content.blocks).flatMap(({ basis }) => (basis.kind === 'cited' ? basis.citations : []));

  test('quotes every word from its place in its report, with a capture of it', async () => {
    const { database, publication, deps } = await begin();
    const { content } = await draft(deps, publication);
    expect(citations(content).length).toBeGreaterThanOrEqual(6);
    const evidence = await findEvidence(
      database.read,
      citations(content).map((citation) => citation.evidence),
    );
    for (const { evidence: id, quote, start, end } of citations(content)) {
      const { reportId, version, captureSha256 } = evidence.get(id) ?? { reportId: '', version: 0, captureSha256: '' };
      const body = (await findReport(database.read, reportId ?? '', version))?.body;
      expect(body?.slice(start, end)).toBe(quote);
      expect(new TextDecoder().decode((await blobs.get(captureSha256)) ?? undefined)).toBe(body);
    }
  });

  test('says nothing in our voice, and passes the gate as it is', async () => {
    const { database, publication, deps } = await begin();
    const { content, pieceId } = await draft(deps, publication);
    for (const { text, basis } of sentencesOf(content.blocks)) {
      expect(text).toMatch(/ reported: “[^“”]+”$|^It added: “[^“”]+”$|^أفاد .+: «[^«»]+»$|^وأضاف: «[^«»]+»$/u);
      expect(basis).toMatchObject({ kind: 'cited', citations: [{ madeFor: text }] });
    }
    expect(await publishPiece({ database, clock }, pieceId, { revision: 1, by: 'Ana' })).toMatchObject({
      kind: 'published',
    });
    expect((await findPiece(database.read, pieceId))?.state).toBe('live');
  });

  test('has a heading and several outlets for each development, and a lede of them', async () => {
    const { publication, deps } = await begin();
    const { content, path } = await draft(deps, publication);
    expect(path).toBe('executive-summaries/2026/11/20');
    const headings = content.blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []));
    expect(headings).toHaveLength(3);
    expect(headings.join('\n')).toMatch(/Ferry Marwa sinks off Tal Amrin, killing 12\n/);
    expect(headings.join('\n')).not.toMatch(/Valley Post|Analysis/);
    expect(content.lede).toMatch(
      /^We review the key developments in Gorvan, including .*ferry Marwa sinking.* and .*\.$/u,
    );
    // What is headed in another language is told, and not in the middle of an English sentence.
    expect(headings.join('\n')).toContain('إضراب المعلمين');
    expect(content.lede).not.toMatch(/\p{Script=Arabic}/u);
    expect(content.title).toBe('Executive Summary for November 20th');
    expect(content.recommendedReads).toMatchObject([{ title: 'Analysis: who owns the harbour of Belhan' }]);
  });

  test('says where counts differ, each with its own source, and passes the gate', async () => {
    const more = arrivingReport({
      externalId: 'more',
      outlet: 'Tide Post',
      url: 'https://tide.example/1',
      title: 'Ferry Marwa sinks off Tal Amrin, 14 dead',
      body: 'The ferry Marwa sank off Tal Amrin on Friday, killing 14 passengers, the navy said. Divers searched on.',
      lang: 'en',
      reportedAt: '2026-11-20T05:30:00.000Z',
    });
    const { database, publication, deps } = await begin({}, [...items, more]);
    const { content, pieceId } = await draft(deps, publication);
    const said = sentencesOf(content.blocks).filter(({ text }) => text.startsWith('Reports differ'));
    expect(said.map(({ text }) => text)).toEqual([
      'Reports differ on the number of people killed: 12 according to Gorvan Courier, 14 according to Tide Post.',
    ]);
    expect(citations({ ...content, blocks: [{ type: 'paragraph', id: 'p', sentences: said }] })).toHaveLength(2);
    expect(await publishPiece({ database, clock }, pieceId, { revision: 1, by: 'Ana' })).toMatchObject({
      kind: 'published',
    });
  });

  test('tells nothing again that a summary of the week told', async () => {
    const later = arrivingReport({
      externalId: 'later',
      outlet: 'Tide Post',
      url: 'https://tide.example/2',
      title: 'Ostrava opens its second bridge to lorries',
      body: 'The town of Ostrava opened its second bridge to lorries on Saturday after two years of repairs.',
      lang: 'en',
      reportedAt: '2026-11-21T05:30:00.000Z',
    });
    const { database, publication, deps } = await begin({}, [...items, later]);
    const first = citations((await draft(deps, publication)).content).map(({ quote }) => quote);
    const next = await draftSummary(deps, publication, { day: '2026-11-21', by: 'Ana' });
    if (next.kind !== 'drafted') throw new Error(next.kind);
    const content = (await findRevision(database.read, next.pieceId, 1))?.content;
    const again = content ? citations(content).map(({ quote }) => quote) : [];
    expect(again.length).toBeGreaterThan(0);
    expect(again.filter((quote) => first.includes(quote))).toEqual([]);
  });

  test('is the same from the same reports', async () => {
    const one = await begin();
    const other = await begin();
    const words = ({ content }: { content: PieceContent }) => [
      content.lede,
      ...sentencesOf(content.blocks).map((sentence) => sentence.text),
    ];
    expect(words(await draft(one.deps, one.publication))).toEqual(words(await draft(other.deps, other.publication)));
  });

  test('follows the number of sections that is set or asked for, or the developments that are chosen', async () => {
    const { publication, deps, database } = await begin({ sectionCount: 1 });
    const headings = async (drafting: Awaited<ReturnType<typeof draftSummary>>) => {
      if (drafting.kind !== 'drafted') throw new Error(drafting.kind);
      const content = (await findRevision(database.read, drafting.pieceId, drafting.revision))?.content;
      return content?.blocks.flatMap((block) => (block.type === 'heading' ? [block.development ?? ''] : [])) ?? [];
    };
    const one = await headings(await draftSummary(deps, publication, { day: '2026-11-20', by: 'Ana' }));
    expect(one).toHaveLength(1);
    const two = await headings(
      await draftSummary(deps, publication, { day: '2026-11-20', by: 'Ana', sections: 2, over: 1 }),
    );
    expect(two).toHaveLength(2);
    const chosen = [two[1] ?? ''];
    expect(
      await headings(await draftSummary(deps, publication, { day: '2026-11-20', by: 'Ana', chosen, over: 2 })),
    ).toEqual(chosen);
  });

  test('changes nothing where a piece is, unless told over which revision', async () => {
    const { publication, deps, database } = await begin();
    const { pieceId, path } = await draft(deps, publication);
    const again = { day: '2026-11-20', by: 'Ben' };
    expect(await draftSummary(deps, publication, again)).toEqual({ kind: 'exists', pieceId, path });
    expect(await draftSummary(deps, publication, { ...again, over: 1 })).toMatchObject({
      kind: 'drafted',
      pieceId,
      revision: 2,
    });
    expect(await draftSummary(deps, publication, { ...again, over: 1 })).toMatchObject({ kind: 'exists' });
    expect((await findPiece(database.read, pieceId))?.headRevision).toBe(2);
  });

  test('of a day without reports says when the last came', async () => {
    const { publication, deps } = await begin();
    const drafting = await draftSummary(deps, publication, { day: '2026-11-10', by: 'Ana' });
    expect(drafting).toEqual({ kind: 'no-reports', latest: '2026-11-20' });
  });

  test('in Arabic has the Arabic house form and its own path', async () => {
    const { publication, deps } = await begin({ languages: ['en', 'ar'] });
    const { content, path } = await draft(deps, publication, 'ar');
    expect(path).toBe('ar/executive-summaries/2026/11/20');
    expect(content.title).toBe('الملخص التنفيذي ليوم 20 نوفمبر');
    expect(content.lede).toBe('نستعرض أبرز التطورات في جورفان، ومنها: إضراب المعلمين في الوادي.');
  });
});
