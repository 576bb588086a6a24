import { createFixedClock } from '#platform/clock.ts';
import type { HttpClient, HttpOutcome } from '#platform/http/http-client.ts';
import { findHead } from './read-composer.ts';
import { findPiece, savePiece, type Sentence } from '#pieces/pieces.ts';
import { type AdviceKind, plainPublication, savePublication } from '#publications/publications.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AdviceAnswer, PublishAnswer } from './composer-state.ts';
import { LinkChecks } from './link-checks.ts';
import { day, openTestDesk, type TestDesk } from '../../tests/support/test-desk.ts';

const answers: Record<string, HttpOutcome> = {
  'https://gone.belisar/': { kind: 'failed', status: 410, reason: 'HTTP 410' },
  'https://shut.belisar/': { kind: 'failed', status: 403, reason: 'HTTP 403' },
  'http://127.0.0.1/': { kind: 'refused', reason: 'private' },
  'https://far.belisar/': { kind: 'failed', reason: 'no such host' },
  'https://long.belisar/': { kind: 'too-large', limitBytes: 1 },
};
const http = (asked: string[]): HttpClient => ({
  get: async (url) => {
    asked.push(url);
    return answers[url] ?? { kind: 'timed-out', timeoutMs: 1 };
  },
});
const settled = () => new Promise((resolve) => setImmediate(resolve));

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk({ http: http([]) });
});
afterEach(() => desk.close());

async function write(id: string, ...sentences: Sentence[]): Promise<void> {
  const piece = await findPiece(desk.newsroom.database.read, id);
  if (!piece) throw new Error('no piece');
  const { number, content } = await findHead(desk.newsroom.database.read, piece);
  content.lede = 'What was said.';
  content.blocks = [{ type: 'paragraph', id: 'p1', sentences }];
  await savePiece(desk.newsroom, id, number, content, 'Editor');
}
const advice = async (id: string) => {
  const answer = (await (await desk.get(`/desk/api/pieces/${id}/advice`)).json()) as AdviceAnswer;
  if (answer.kind !== 'advice') throw new Error(answer.kind);
  return answer;
};
const vouched = (id: string, text: string, href?: string): Sentence => ({
  ...{ id, text, basis: { kind: 'vouched', by: 'Editor', at: '' } },
  ...(href === undefined ? {} : { marks: [{ type: 'link' as const, start: 0, end: 3, href }] }),
});

test('what should be looked at is told in words, and is left for the words as they are', async () => {
  const id = await desk.draft();
  await write(id, vouched('s1', 'The HRCD met at Ashmere.'));
  const [told] = (await advice(id)).advice;
  expect(told).toMatchObject({ at: 's1', kind: 'acronym', words: 'Nothing says what HRCD stands for.' });
  const leave = { at: 's1', mark: told?.name, reason: 'Seen, and left as it is.' };
  expect((await desk.send('POST', `/desk/api/pieces/${id}/override`, leave)).status).toBe(200);
  expect((await advice(id)).advice).toEqual([]);
  await write(id, vouched('s1', 'The HRCD met at Ashmere again.'));
  expect((await advice(id)).advice).toHaveLength(1);
});

test('a link that leads nowhere is told once it was looked at, and nobody waits for that', async () => {
  const id = await desk.draft();
  await write(
    id,
    vouched('s1', 'One is gone.', 'https://gone.belisar/'),
    vouched('s2', 'One is shut.', 'https://shut.belisar/'),
  );
  expect(await advice(id)).toMatchObject({ advice: [], pending: true });
  await settled();
  expect(await advice(id)).toMatchObject({
    advice: [{ at: 's1', kind: 'broken-link', words: 'Nothing stands at https://gone.belisar/ any more.' }],
    pending: false,
  });
});

test('links are asked for once in six hours, four at once, and what a stranger is refused is not broken', async () => {
  const asked: string[] = [];
  const clock = createFixedClock('2026-11-20T09:00:00Z');
  const links = new LinkChecks({ http: http(asked), clock });
  const all = Object.keys(answers);
  expect(links.look([...all, ...all])).toEqual({ broken: [], pending: true });
  expect(asked).toHaveLength(4);
  await settled();
  const { broken, pending } = links.look(all);
  expect(pending).toBe(false);
  expect(broken).toEqual([
    { href: 'https://gone.belisar/', why: 'gone' },
    { href: 'http://127.0.0.1/', why: 'not-public' },
    { href: 'https://far.belisar/', why: 'unreached' },
  ]);
  expect(asked).toHaveLength(5);
  clock.advance({ hours: 7 });
  expect(links.look(all).pending).toBe(true);
});

test('publishing waits until each note is mended or left as it is; the rules can do without', async () => {
  const ask = (unasked: AdviceKind[]) =>
    desk.newsroom.database.write((tx) =>
      savePublication(tx, { ...plainPublication('belisar'), unasked }, `${day}T12:00:00.000Z`),
    );
  await ask([]);
  const id = await desk.draft();
  await write(id, vouched('s1', 'The HRCD met at Ashmere.'));
  const head = async () => (await findPiece(desk.newsroom.database.read, id))?.headRevision;
  const publish = async () => {
    const answer = await desk.send('POST', `/desk/api/pieces/${id}/publish`, { revision: await head(), note: 'New.' });
    return (await answer.json()) as PublishAnswer;
  };
  const schedule = async () => {
    const at = { revision: await head(), at: `${day}T18:00` };
    return (await (await desk.send('POST', `/desk/api/pieces/${id}/schedule`, at)).json()) as { words: string };
  };
  expect(await publish()).toMatchObject({
    kind: 'unsettled',
    words: 'Not published. One note is not settled: mend each, or leave it as it is.',
    advice: [{ at: 's1', kind: 'acronym', waits: true }],
  });
  expect((await schedule()).words).toMatch(/^Not set\. One note is not settled/u);
  const leave = { at: 's1', mark: 'advice:acronym:HRCD', reason: 'Seen, and left as it is.' };
  await desk.send('POST', `/desk/api/pieces/${id}/override`, leave);
  expect((await schedule()).words).toMatch(/^It goes out/u);
  expect((await publish()).kind).toBe('published');
  // Readers have these words: a change elsewhere does not ask for them again.
  await write(id, vouched('s1', 'The HRCD met at Ashmere.'), vouched('s2', 'The PRCD met there too.'));
  expect(await publish()).toMatchObject({ kind: 'unsettled', advice: [{ at: 's2', waits: true }] });
  await ask(['acronym']);
  expect((await advice(id)).advice).toMatchObject([{ at: 's2', waits: false }]);
  expect((await publish()).kind).toBe('published');
});
