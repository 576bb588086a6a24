import { afterEach, beforeEach, expect, test } from 'vitest';
import { findEvidence } from '#evidence/evidence.ts';
import { createPiece, findRevision, type PieceContent, type Sentence, sentencesOf } from '#pieces/pieces.ts';
import type {
  CheckAnswer,
  CiteAnswer,
  ComposerState,
  Conflict,
  PublishAnswer,
  SaveAnswer,
  SentenceAnswer,
} from './composer-state.ts';
import { body, openTestDesk, type TestDesk } from '../../tests/support/test-desk.ts';

let desk: TestDesk;
let piece: string;
let state: ComposerState;
beforeEach(async () => {
  desk = await openTestDesk();
  piece = await desk.draft();
  state = await open();
});
afterEach(() => desk.close());

const api = (path = '') => `/desk/api/pieces/${piece}${path}`;
const open = async () => (await (await desk.get(api())).json()) as ComposerState;
const save = async (content: PieceContent, base = 1) => desk.send('PUT', api(), { base, content });
const firstOf = (content: PieceContent): Sentence => sentencesOf(content.blocks)[0] as Sentence;
const publish = async (revision: number, more = {}) =>
  (await (await desk.send('POST', api('/publish'), { revision, ...more })).json()) as PublishAnswer;

function rewritten(text: string): PieceContent {
  const content = structuredClone(state.content);
  firstOf(content).text = text;
  return content;
}

test('a save answers the new revision and what stands against it, in words', async () => {
  const answer = (await (await save(rewritten('The bridge at Ashmere moved 53 millimetres.'))).json()) as SaveAnswer;
  expect(answer).toMatchObject({ kind: 'saved', revision: 2 });
  const words = answer.kind === 'saved' ? answer.marks.map((mark) => mark.words) : [];
  expect(words).toContain('‘53’ is not in the cited span.');
  expect(words.join(' ')).toContain('changed since it was cited');
});

test('a save over somebody else’s loses nothing: the answer holds theirs, and mine can be saved over it', async () => {
  await save(rewritten('Theirs.'));
  const refused = await save(rewritten('Mine.'));
  const conflict = (await refused.json()) as Conflict;
  expect([refused.status, conflict.head, firstOf(conflict.content).text]).toEqual([409, 2, 'Theirs.']);
  expect(await (await save(rewritten('Mine.'), 2)).json()).toMatchObject({ kind: 'saved', revision: 3 });
  const { read } = desk.newsroom.database;
  const kept = await Promise.all([2, 3].map(async (number) => (await findRevision(read, piece, number))?.content));
  expect(kept.map((content) => content && firstOf(content).text)).toEqual(['Theirs.', 'Mine.']);
});

test('publishing is refused in words while a number is wrong, and goes once it is mended and checked again', async () => {
  await save(rewritten('The bridge at Ashmere will close for 12 days.'));
  const refused = await publish(2);
  expect(refused).toMatchObject({ kind: 'not-published', why: 'refused' });
  expect(JSON.stringify(refused)).toContain('‘12’ is not in the cited span.');
  const { id } = firstOf(state.content);
  const unclean = (await (await desk.send('POST', api('/check'), { base: 2, sentence: id })).json()) as CheckAnswer;
  expect(unclean).toMatchObject({ kind: 'unclean', marks: [{ words: '‘12’ is not in the cited span.' }] });

  const quote = firstOf(state.content).basis.kind === 'cited' ? firstOf(state.content).basis : null;
  const span = quote?.kind === 'cited' ? (quote.citations[0]?.quote ?? '') : '';
  await save(rewritten(`As they said: “${span.slice(0, 40)}”`), 2);
  const checked = (await (await desk.send('POST', api('/check'), { base: 3, sentence: id })).json()) as CheckAnswer;
  expect(checked).toMatchObject({ kind: 'checked', revision: 4 });
  expect(await publish(4)).toMatchObject({ kind: 'published', path: '/belisar/executive-summaries/2026/11/20' });
});

test('a live summary is changed with a public note only', async () => {
  expect(await publish(1)).toMatchObject({ kind: 'published' });
  expect(await publish(1)).toMatchObject({ kind: 'not-published', why: 'unchanged' });
  const content = structuredClone(state.content);
  content.title = 'Another title';
  await save(content);
  expect(await publish(2)).toMatchObject({ kind: 'not-published', why: 'needs-note' });
  expect(await publish(2, { note: 'The title was wrong.', sentence: firstOf(content).id })).toMatchObject({
    kind: 'published',
    revision: 2,
  });
});

test('citing makes evidence with the exact offsets of the report’s own characters', async () => {
  const quote = '“It moved 35 millimetres in the night,” said Edda Thornley';
  const start = body.indexOf(quote);
  const span = { report: desk.report.id, version: 1, start, end: start + quote.length, quote };
  const cited = (await (await desk.send('POST', api('/cite'), span)).json()) as CiteAnswer;
  if (cited.kind !== 'cited') throw new Error(cited.reason);
  expect(body.slice(cited.citation.start, cited.citation.end)).toBe(quote);
  const evidence = (await findEvidence(desk.newsroom.database.read, [cited.evidence.id])).get(cited.evidence.id);
  expect(evidence).toMatchObject({ reportId: desk.report.id, outlet: 'Courier' });
  expect(Buffer.from((await desk.newsroom.blobs.get(evidence?.captureSha256 ?? '')) ?? []).toString('utf8')).toBe(body);
  const made = (await (await desk.send('POST', api('/sentence'), span)).json()) as SentenceAnswer;
  expect(made).toMatchObject({
    kind: 'made',
    sentence: { text: 'Courier reported: “‘It moved 35 millimetres in the night,’ said Edda Thornley”' },
  });
});

test('a forged citation is refused, whether its words, its place or its evidence are false', async () => {
  const forge = (change: (citation: { quote: string; start: number; evidence: string }) => void) => {
    const content = structuredClone(state.content);
    const { basis } = firstOf(content);
    if (basis.kind === 'cited' && basis.citations[0]) change(basis.citations[0]);
    return save(content);
  };
  for (const change of [
    (citation: { quote: string }) => void (citation.quote = 'The bridge fell into the river.'),
    (citation: { start: number }) => void (citation.start += 1),
    (citation: { evidence: string }) => void (citation.evidence = 'ev_none'),
  ]) {
    const response = await forge(change);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { reason: string }).reason).toMatch(/^Not done: /u);
  }
  const span = { report: desk.report.id, version: 1, start: 0, end: 5, quote: 'Never' };
  expect((await desk.send('POST', api('/cite'), span)).status).toBe(400);
  expect((await open()).piece.revision).toBe(1);
});

test('the browser cannot say that a sentence was checked, nor who vouched', async () => {
  const content = rewritten('The bridge at Ashmere will close for 12 days.');
  const sentence = firstOf(content);
  if (sentence.basis.kind === 'cited')
    for (const citation of sentence.basis.citations) citation.madeFor = sentence.text;
  const answer = (await (await save(content)).json()) as SaveAnswer;
  expect(answer.kind === 'saved' && answer.marks.map((mark) => mark.kind)).toContain('changed');

  const vouching = rewritten('Spring comes late here.');
  firstOf(vouching).basis = { kind: 'vouched', by: 'Somebody else', at: '1999-01-01T00:00:00.000Z' };
  await save(vouching, 2);
  expect(firstOf((await open()).content).basis).toEqual({
    kind: 'vouched',
    by: 'Editor',
    at: '2026-11-20T12:00:00.000Z',
  });
});

test('an override needs a mark that stands and a reason, and lifts it for the sentence as it reads', async () => {
  await save(rewritten('The bridge at Ashmere will close for 12 days.'));
  const at = firstOf(state.content).id;
  const ask = (mark: string, reason: string) => desk.send('POST', api('/override'), { at, mark, reason });
  expect((await ask('number:12', ' ')).status).toBe(400);
  expect((await ask('number:99', 'So it is.')).status).toBe(400);
  const kept = (await (await ask('number:12', 'Two reports, one of them by telephone.')).json()) as {
    marks: { kind: string }[];
  };
  expect(kept.marks.map((mark) => mark.kind)).toEqual(['changed']);
});

test('a picture needs its words before publishing', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const headers = { cookie: desk.cookie, 'sec-fetch-site': 'same-origin' };
  const added = await desk.app.request('/desk/pictures', { method: 'POST', headers, body: png });
  const picture = (await added.json()) as { kind: string; media: string };
  expect(picture.kind).toBe('added');
  const content = structuredClone(state.content);
  content.topImage = { media: picture.media, caption: 'The bridge', credit: '', alt: '' };
  await save(content);
  const words = JSON.stringify(await publish(2));
  expect(words).toContain('The picture needs a description for those who cannot see it.');
  expect(words).toContain('The picture needs a credit.');
  const refused = await desk.app.request('/desk/pictures', { method: 'POST', headers, body: '<svg onload=alert(1)>' });
  expect(refused.status).toBe(400);
});

test('poison stays text: in the composer, on the day, in the preview', async () => {
  const poison = '</script><script>alert(1)</script><img src=x onerror=alert(1)>';
  const content = rewritten(poison);
  content.title = poison;
  await save(content);
  for (const path of [`/desk/piece/${piece}`, `/desk/piece/${piece}/preview`]) {
    const page = await (await desk.get(path)).text();
    expect(page).not.toContain('<script>alert');
    expect(page).not.toContain('<img src=x');
  }
  const link = { ...content, recommendedReads: [{ publisher: 'X', title: 'Y', url: 'javascript:alert(1)' }] };
  expect((await save(link, 2)).status).toBe(400);
});

test('what is no piece at all is refused with the reason', async () => {
  const content: unknown[] = [
    null,
    [],
    { ...state.content, version: 2 },
    { ...state.content, blocks: [{ type: 'script', id: 'x' }] },
    { ...state.content, title: 7 },
  ];
  const twice = structuredClone(state.content);
  twice.blocks = [...twice.blocks, ...twice.blocks];
  for (const value of [...content, twice]) {
    const response = await desk.send('PUT', api(), { base: 1, content: value });
    expect(response.status).toBe(400);
  }
  const large = await desk.send('PUT', api(), { base: 1, content: 'x'.repeat(2_100_000) });
  expect(large.status).toBe(413);
});

test('the preview is the public page of the head revision, and says that it is none', async () => {
  await save(rewritten('Only seen in the preview.'));
  const page = await (await desk.get(`/desk/piece/${piece}/preview`)).text();
  expect(page).toContain('Only seen in the preview.');
  expect(page).toContain('Preview, not published.');
  expect(page).toContain('noindex');
});

test('a translation is told what its original changed since, paragraph by paragraph', async () => {
  const paragraph = state.content.blocks.find((block) => block.type === 'paragraph');
  if (paragraph?.type !== 'paragraph') throw new Error('the draft has no paragraph');
  const own = { id: 's_ar', text: 'يغلق الجسر.', basis: { kind: 'uncited' as const } };
  const madeFrom = { block: paragraph.id, revision: 1 };
  const translation = await createPiece(
    desk.newsroom,
    { publication: 'belisar', path: 'ar/executive-summaries/2026/11/20', dated: '2026-11-20', translationOf: piece },
    { ...state.content, lang: 'ar', blocks: [{ type: 'paragraph', id: 'p_ar', sentences: [own], madeFrom }] },
    'Editor',
  );
  const opened = async () => (await (await desk.get(`/desk/api/pieces/${translation}`)).json()) as ComposerState;
  expect((await opened()).original?.changes).toEqual([]);
  const before = paragraph.sentences.map(({ text }) => text).join(' ');
  await save(rewritten('The bridge will stay open.'));
  const now = ['The bridge will stay open.', ...paragraph.sentences.slice(1).map(({ text }) => text)].join(' ');
  expect((await opened()).original).toMatchObject({ revision: 2, changes: [{ at: 'p_ar', before, now }] });
  const { content } = await opened();
  const [block] = content.blocks;
  if (block && 'madeFrom' in block && block.madeFrom) block.madeFrom.revision = 2;
  await desk.send('PUT', `/desk/api/pieces/${translation}`, { base: 1, content });
  expect((await opened()).original?.changes).toEqual([]);
});
