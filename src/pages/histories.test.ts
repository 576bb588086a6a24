import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { captureEvidence } from '#evidence/evidence.ts';
import { createPiece, publishPiece } from '#pieces/pieces.ts';
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

/** A sentence, and the report that it cites: its outlet, when it reported, and its words. */
type Saying = [text: string, outlet: string, at: string, body: string];

describeOnBothEngines('the history of a figure', (open) => {
  async function told(days: Record<string, Saying[]>) {
    const database = await open();
    const publication = await addPublication(database, { timeZone: 'UTC' });
    const deps = { database, blobs: memoryBlobs(), clock: testClock() };
    let reports = 0;
    for (const [day, sayings] of Object.entries(days)) {
      const sentences = [];
      for (const [text, outlet, reportedAt, body] of sayings) {
        const report = await addReport(database, publication, {
          externalId: `r${reports++}`,
          ...{ outlet, reportedAt: `2026-11-${reportedAt}:00.000Z`, body },
        });
        const { evidenceId } = await captureEvidence(deps, report);
        const citation = { evidence: evidenceId, quote: body, start: 0, end: body.length };
        sentences.push(citedSentence(`s${reports}`, text, [citation]));
      }
      const heading = { type: 'heading', id: 'h1', level: 2, text: '', development: 'ferry' } as const;
      const content = summaryOf([], { blocks: [heading, { type: 'paragraph', id: 'p1', sentences }] });
      const path = `executive-summaries/2026/11/${day}`;
      const place = { publication: 'gorvan', path, dated: `2026-11-${day}`, translationOf: null };
      const id = await createPiece(deps, place, content, 'Ana');
      expect(await publishPiece(deps, id, { revision: 1, by: 'Ana' })).toEqual(
        expect.objectContaining({ kind: 'published' }),
      );
    }
    const page = (day: string) => renderPath(database.read, sampleSite, `/gorvan/executive-summaries/2026/11/${day}`);
    const table = async (day: string) => {
      const document = parseHTML((await page(day)).body).document as unknown as Document;
      return [...document.querySelectorAll('.figures tr')].map((row) =>
        [...row.children].map((cell) => cell.textContent?.replaceAll('\u00a0', ' ')).join(' | '),
      );
    };
    return { page, table };
  }
  const toll = (number: string) => `The number of dead rose to ${number}.`;
  const same = (text: string, outlet: string, at: string): Saying => [text, outlet, at, text];

  test('each total that a published sentence states stands once, with its day and who said so', async () => {
    const { table, page } = await told({
      '02': [same(toll('7'), 'Harbour Post', '01T20:00')],
      '03': [same(toll('9'), 'Gorvan Courier', '02T20:00'), same('It is quiet.', 'Harbour Post', '02T21:00')],
      '04': [same(toll('9'), 'Harbour Post', '03T20:00')],
      '05': [same('The dead now numbered 12.', 'Harbour Post', '04T20:00')],
    });
    expect(await table('02')).toEqual([]);
    expect(await table('05')).toEqual([
      '7 | 1 November | Harbour Post',
      '9 | 2 November | Gorvan Courier',
      '12 | 4 November | Harbour Post',
    ]);
    const { body } = await page('05');
    expect(body).toContain('href="/gorvan/executive-summaries/2026/11/02#h1">1\u00a0November');
    expect(body).toContain('they may not have counted alike');
  });

  test('a total that the cited span does not state is in none, nor one of a report that nobody published', async () => {
    const { table } = await told({
      '02': [['The number of dead rose to 7.', 'Harbour Post', '01T20:00', 'The number of dead rose. It said 7.']],
      '03': [same(toll('9'), 'Harbour Post', '02T20:00')],
    });
    expect(await table('03')).toEqual([]);
  });

  test('a total that fell is a history of nothing that we know', async () => {
    const { table } = await told({
      '02': [same(toll('19'), 'Harbour Post', '01T20:00')],
      '03': [same(toll('9'), 'Harbour Post', '02T20:00')],
    });
    expect(await table('03')).toEqual([]);
  });

  test('where two differ on one day both are shown, and it is said that they do', async () => {
    const { table } = await told({
      '02': [
        same(toll('9'), 'Harbour Post', '01T20:00'),
        same('The death toll stood at 7.', 'Gorvan Courier', '01T21:00'),
      ],
      '03': [same(toll('12'), 'Harbour Post', '02T20:00')],
    });
    expect(await table('03')).toEqual([
      '9 | 1 November | Harbour Post Reports differ',
      '7 | 1 November | Gorvan Courier Reports differ',
      '12 | 2 November | Harbour Post',
    ]);
  });
});
