/** The tasks of import-reader.test.ts: an archive of six items that misbehaves where its path says. */
import { serveTasks } from '#platform/sandbox/serve-tasks.ts';
import type { OpenRequest } from './import-tasks.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'f'];
let how = '';
let at = 0;
let chunk: string[] = [];

const forever = (): never => {
  for (;;) at += 0;
};

serveTasks({
  'import-open': ({ path, skip }: OpenRequest) => {
    how = path;
    at = skip;
    if (how === 'unreadable') throw new Error('it is no archive; name another');
    return { count: names.length, formerAddresses: [] };
  },
  'import-read': (most: number) => {
    chunk = [];
    while (at < names.length && chunk.length < Math.min(most, 4)) {
      if (how === 'reading never ends at e' && names[at] === 'e') forever();
      if (how === 'breaks at d' && names[at] === 'd') return answer(true, 'its end is missing');
      chunk.push(names[at] ?? '');
      at += 1;
    }
    return answer(at >= names.length, null);
  },
  'import-parse': (places: number[]) =>
    places.map((place) => {
      if (how === 'parsing never ends at b' && chunk[place] === 'b') forever();
      if (how === 'parsing eats memory at c' && chunk[place] === 'c')
        for (const kept: unknown[] = []; ;) kept.push(new Array(10_000).fill({ kept }));
      return { kind: 'passed-over', why: `read ${chunk[place]}` };
    }),
  'import-picture': () => null,
});

function answer(ended: boolean, broken: string | null) {
  return { items: chunk.map((name) => ({ name, sha256: name })), ended, broken };
}
