// Run as a process of its own and killed at random: takes in reports, saves and publishes as fast as it can, and prints a
// line for each thing only after it was acknowledged. usage: busy-writer.ts DATA ROUND
import { openNewsroom } from '../../src/newsroom.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { createPiece, type PieceContent, publishPiece, savePiece } from '../../src/pieces/pieces.ts';
import { captureEvidence, citeSpan } from '../../src/evidence/evidence.ts';
import { findPublication, plainPublication, savePublication } from '../../src/publications/publications.ts';
import { findReportByExternalId, ingestReportLines } from '../../src/wires/wires.ts';

const [data = '', round = '0'] = process.argv.slice(2);
const newsroom = await openNewsroom(readConfig({ data }, {}));
const { database } = newsroom;
const at = '2026-11-01T00:00:00.000Z';
if (!(await findPublication(database.read, 'kill')))
  await database.write((tx) => savePublication(tx, plainPublication('kill'), at));
const publication = plainPublication('kill');
const acknowledge = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
acknowledge({ kind: 'ready' });

for (let number = 0; ; number += 1) {
  const id = `${round}-${number}`;
  const body = `The ferry ${id} carried 31 people across the strait on Sunday. The harbour master counted them twice.`;
  const line = JSON.stringify({
    id,
    outlet: 'The Narrows',
    title: `Ferry ${id}`,
    body,
    lang: 'en',
    date: '2026-11-01',
    url: `https://narrows.example/${id}`,
  });
  const options = {
    publication,
    source: 'kill',
    followUp: 'queue' as const,
    signal: new AbortController().signal,
    progress: () => {},
  };
  await ingestReportLines(newsroom, [{ number, text: line }], options);
  acknowledge({ kind: 'report', id });

  const report = await findReportByExternalId(database.read, 'kill', id);
  if (!report) throw new Error(`report ${id} was acknowledged and is not there`);
  const { evidenceId } = await captureEvidence(newsroom, report);
  const text = `A ferry took 31 passengers over the water, according to The Narrows.`;
  const span = citeSpan(body, `The ferry ${id} carried 31 people across the strait on Sunday.`);
  const content = (note: string): PieceContent => ({
    version: 1,
    kind: 'summary',
    lang: 'en',
    title: `Summary ${id}`,
    lede: note,
    blocks: [
      { type: 'heading', id: 'h1', level: 2, text: 'A ferry crosses' },
      {
        type: 'paragraph',
        id: 'p1',
        sentences: [
          {
            id: 's1',
            text,
            basis: { kind: 'cited', citations: [{ id: 'c1', evidence: evidenceId, ...span, madeFor: text }] },
          },
        ],
      },
    ],
    recommendedReads: [],
    topImage: null,
    topics: [],
  });
  const day = Temporal.PlainDate.from('2000-01-01')
    .add({ days: Number(round) * 500 + number })
    .toString();
  const path = `executive-summaries/${day.replaceAll('-', '/')}`;
  const piece = await createPiece(
    newsroom,
    { publication: 'kill', path, dated: day, translationOf: null },
    content('first'),
    'test',
  );
  acknowledge({ kind: 'saved', piece, revision: 1, lede: 'first' });
  const saved = await savePiece(newsroom, piece, 1, content('second'), 'test');
  if (saved.kind !== 'saved') throw new Error('a save met a conflict with nobody');
  acknowledge({ kind: 'saved', piece, revision: 2, lede: 'second' });
  const published = await publishPiece(newsroom, piece, { revision: 2, by: 'test' });
  if (published.kind !== 'published') throw new Error(`not published: ${JSON.stringify(published)}`);
  acknowledge({ kind: 'published', piece, path, title: `Summary ${id}` });
}
