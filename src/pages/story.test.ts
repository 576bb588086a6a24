import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { captureEvidence } from '#evidence/evidence.ts';
import { findChangesAfter, findLastChange } from '#platform/changes/change-store.ts';
import { type Block, createPiece, publishPiece, savePiece, type Sentence } from '#pieces/pieces.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import {
  addPublication,
  addReport,
  citedSentence,
  memoryBlobs,
  summaryOf,
  testClock,
} from '../../tests/support/fixtures.ts';
import { renderPath } from './render-path.ts';
import { sampleSite } from './sample-views.ts';

interface Told {
  heading: string;
  development?: string;
  /** A report cited, and how often. */
  cites?: [string, number][];
}

describeOnBothEngines('in this story before', (open) => {
  async function newsroom() {
    const database = await open();
    const publication = await addPublication(database, { languages: ['en', 'ar'] });
    const deps = { database, blobs: memoryBlobs(), clock: testClock() };
    const evidence = new Map<string, string>();
    const cite = async (name: string) => {
      const known = evidence.get(name);
      if (known) return known;
      const report = await addReport(database, publication, { externalId: name, body: `The harbour ${name} is shut.` });
      const { evidenceId } = await captureEvidence(deps, report);
      evidence.set(name, evidenceId);
      return evidenceId;
    };
    const contentOf = async (told: Told[]) => {
      const blocks: Block[] = [];
      for (const [at, { heading, development, cites = [] }] of told.entries()) {
        const sentences: Sentence[] = [];
        for (const [name, times] of cites)
          for (let time = 0; time < times; time++) {
            const quote = `The harbour ${name} is shut.`;
            const citation = { evidence: await cite(name), quote, start: 0, end: quote.length };
            sentences.push(citedSentence(`s${at}${name}${time}`, 'It is shut.', [citation]));
          }
        sentences.push({
          id: `s${at}`,
          text: 'It is so.',
          basis: { kind: 'vouched', by: 'Ana', at: '2026-11-20T09:00:00.000Z' },
        });
        blocks.push(
          { type: 'heading', id: `h${at}`, level: 2, text: heading, ...(development ? { development } : {}) },
          { type: 'paragraph', id: `p${at}`, sentences },
        );
      }
      return { ...summaryOf([]), blocks };
    };
    const publish = async (day: string, told: Told[], live = true) => {
      const path = `executive-summaries/${day.replaceAll('-', '/')}`;
      const place = { publication: 'gorvan', path, dated: day, translationOf: null };
      const id = await createPiece(deps, place, await contentOf(told), 'Ana');
      if (live)
        expect(await publishPiece(deps, id, { revision: 1, by: 'Ana' })).toEqual(
          expect.objectContaining({ kind: 'published' }),
        );
      return id;
    };
    const correct = async (id: string, told: Told[]) => {
      await savePiece(deps, id, 1, await contentOf(told), 'Ana');
      const correction = { sentenceId: null, note: 'The heading was wrong.' };
      expect(await publishPiece(deps, id, { revision: 2, by: 'Ana', correction })).toMatchObject({ kind: 'published' });
    };
    const page = (day: string) =>
      renderPath(database.read, sampleSite, `/gorvan/executive-summaries/${day.replaceAll('-', '/')}`);
    const links = async (day: string) => {
      const document = parseHTML((await page(day)).body).document as unknown as Document;
      return [...document.querySelectorAll('.story :is(b, a)')].map((each) =>
        each.localName === 'b' ? each.textContent : `${each.getAttribute('href')?.slice(-13)} ${each.textContent}`,
      );
    };
    return { database, publish, correct, page, links };
  }

  test('a section leads to the days on which its development was told, and those to it', async () => {
    const { publish, links } = await newsroom();
    await publish('2026-11-02', [{ heading: 'The bridge is shut', development: 'bridge' }]);
    await publish('2026-11-03', [
      { heading: 'The roll is out', development: 'roll' },
      { heading: 'The repair is slow', development: 'bridge' },
    ]);
    await publish('2026-11-04', [{ heading: 'The ferry is late', development: 'ferry' }], false);
    expect(await links('2026-11-03')).toEqual(['In this story before', '2026/11/02#h0 The bridge is shut']);
    expect(await links('2026-11-02')).toEqual(['What came after', '2026/11/03#h1 The repair is slow']);
  });

  test('three days are named, and the oldest that is known', async () => {
    const { publish, links } = await newsroom();
    for (const day of ['02', '03', '04', '05', '06'])
      await publish(`2026-11-${day}`, [{ heading: 'The ferry is late', development: 'ferry' }]);
    expect(await links('2026-11-06')).toEqual([
      'In this story before',
      ...['05', '04', '03'].map((day) => `2026/11/${day}#h0 The ferry is late`),
      '2026/11/02#h0 2\u00a0November 2026',
    ]);
    expect(await links('2026-11-02')).toHaveLength(4);
  });

  test('a report that both cite ties two sections where one of them rests on it, and not where both touch on it', async () => {
    const { publish, links } = await newsroom();
    await publish('2026-11-02', [
      {
        heading: 'The harbour is shut',
        development: 'a',
        cites: [
          ['east', 2],
          ['west', 1],
        ],
      },
    ]);
    await publish('2026-11-03', [{ heading: 'The harbour is still shut', development: 'b', cites: [['east', 1]] }]);
    await publish('2026-11-04', [{ heading: 'The quay is shut', development: 'c', cites: [['west', 1]] }]);
    expect(await links('2026-11-03')).toHaveLength(2);
    expect(await links('2026-11-04')).toEqual([]);
  });

  test('what is not live, or of another day of another story, is not led to', async () => {
    const { publish, links } = await newsroom();
    await publish('2026-11-02', [{ heading: 'The ferry is kept back', development: 'ferry' }], false);
    await publish('2026-11-03', [{ heading: 'The harbour is quiet' }]);
    await publish('2026-11-04', [
      { heading: 'The harbour is shut', development: 'ferry' },
      { heading: 'The quay is quiet' },
    ]);
    expect(await links('2026-11-04')).toEqual([]);
  });

  test('a publishing makes anew the pages that now lead to it, and the data say the same', async () => {
    const { database, publish, correct, page, links } = await newsroom();
    const first = await publish('2026-11-02', [{ heading: 'The bridge is shut', development: 'bridge' }]);
    await publish('2026-11-03', [{ heading: 'The roll is out', development: 'roll' }]);
    const [shut, untouched] = [await page('2026-11-02'), await page('2026-11-03')];
    const seen = await findLastChange(database.read);
    await publish('2026-11-05', [{ heading: 'The repair is slow', development: 'bridge' }]);
    const story = (await findChangesAfter(database.read, seen))
      .map(({ key }) => key)
      .filter((key) => /^story/u.test(key));
    expect(story).toEqual(['story:gorvan:bridge']);
    expect(story.every((key) => shut.reads.has(key))).toBe(true);
    expect(story.some((key) => untouched.reads.has(key))).toBe(false);
    expect((await page('2026-11-05')).reads.has(`piece:${first}`)).toBe(true);
    await correct(first, [{ heading: 'The bridge is open', development: 'bridge' }]);
    expect(await links('2026-11-05')).toEqual(['In this story before', expect.stringContaining('The bridge is open')]);
    const { body } = await renderPath(database.read, sampleSite, '/gorvan/executive-summaries/2026/11/05.json');
    const told = {
      date: '2026-11-02',
      heading: 'The bridge is open',
      url: 'https://daybook.example/gorvan/executive-summaries/2026/11/02#h0',
    };
    expect(JSON.parse(body)).toMatchObject({ sections: [{ told: { before: [told], earliest: null, after: [] } }] });
  });
});
