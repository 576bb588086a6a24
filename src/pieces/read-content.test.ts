import { expect, test } from 'vitest';
import { readContent } from './read-content.ts';

const talk = { startsAt: '2026-12-01T19:00:00+02:00', timeZone: 'Asia/Nicosia' };

function read(given: unknown) {
  const content = {
    ...{ version: 1, kind: 'talk', lang: 'en', title: 'An evening', lede: '' },
    ...{ blocks: [], recommendedReads: [], topImage: null, topics: [], talk: given },
  };
  return readContent(content).talk;
}

test('a talk’s instants are kept in UTC, and only what the schema knows of it', () => {
  expect(read({ ...talk, endsAt: '2026-12-01T18:30:00Z', place: 'The long room', secret: 'x' })).toEqual({
    startsAt: '2026-12-01T17:00:00.000Z',
    endsAt: '2026-12-01T18:30:00.000Z',
    timeZone: 'Asia/Nicosia',
    place: 'The long room',
  });
});

test.each([['evenings@gorvan.example'], ['https://gorvan.example/evening']])('“%s” takes answers', (rsvp) => {
  expect(read({ ...talk, rsvp })).toMatchObject({ rsvp });
});

test.each([
  ['a day is no instant', { startsAt: '2026-12-01' }, /instant/u],
  ['it ends before it starts', { endsAt: '2026-12-01T16:00:00Z' }, /before/u],
  ['there is no such zone', { timeZone: 'Asia/Gorvan' }, /time zone/u],
  ['an answer would run a script', { rsvp: 'javascript:alert(1)' }, /./u],
  ['an answer would carry headers of its own', { rsvp: 'a@b.example?bcc=c@d.example' }, /./u],
  ['a recording would run a script', { recording: 'javascript:alert(1)' }, /./u],
])('a talk is refused where %s', (_, wrong, reason) => {
  expect(() => read({ ...talk, ...wrong })).toThrow(reason);
});
