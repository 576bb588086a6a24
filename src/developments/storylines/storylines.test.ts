import { expect, test } from 'vitest';
import { describeOnBothEngines } from '../../../tests/support/engines.ts';
import { addPublication, addReport, testClock } from '../../../tests/support/fixtures.ts';
import {
  describeStoryline,
  findMembersOf,
  findPlacements,
  findStorylines,
  joinDevelopments,
  joinStoryline,
  leaveStoryline,
  mergeStorylines,
  placeReports,
} from '../developments.ts';

const news = {
  sinks: {
    externalId: 'sinks',
    title: 'Ferry Marwa sinks off Tal Amrin, nine dead',
    body: 'The ferry Marwa sank off Tal Amrin in a storm, and nine people died in the cold water.',
    reportedAt: '2026-11-02T06:00:00.000Z',
  },
  strike: {
    externalId: 'strike',
    title: 'Bakers of Gorvan strike over flour',
    body: 'Bakers shut their ovens in Gorvan and asked for cheaper flour. Their union spoke of a week.',
    reportedAt: '2026-11-03T06:00:00.000Z',
  },
  raised: {
    externalId: 'raised',
    title: 'Wreck of ferry Marwa is raised at Tal Amrin',
    body: 'A crane raised the wreck of the ferry Marwa at Tal Amrin, and divers found three more dead inside it.',
    reportedAt: '2026-11-13T06:00:00.000Z',
  },
  inquiry: {
    externalId: 'inquiry',
    title: 'Inquiry says the ferry Marwa was overloaded',
    body: 'The ferry Marwa sank because she was overloaded, says the inquiry at Tal Amrin into her loss.',
    reportedAt: '2026-11-20T06:00:00.000Z',
  },
};

describeOnBothEngines('storylines', (open) => {
  async function begin(names: (keyof typeof news)[] = ['sinks', 'strike', 'raised', 'inquiry'], atOnce = true) {
    const database = await open();
    const publication = await addPublication(database);
    const deps = { database, clock: testClock() };
    const reports = new Map<string, string>();
    const add = async (name: keyof typeof news) => {
      reports.set(name, (await addReport(database, publication, news[name])).id);
      if (!atOnce) await placeReports(deps, publication);
    };
    for (const name of names) await add(name);
    await placeReports(deps, publication);
    const development = async (name: string) => {
      const id = reports.get(name) ?? '';
      return (await findPlacements(database.read, 'gorvan', [id])).get(id)?.developmentId ?? '';
    };
    const member = async (name: string) => {
      const [found] = await findMembersOf(database.read, { developmentIds: [await development(name)] });
      if (!found) throw new Error(`${name} has no storyline`);
      return found;
    };
    const together = async () => {
      const stories = new Map<string, string[]>();
      for (const name of reports.keys()) {
        const { storylineId } = await member(name);
        stories.set(storylineId, [...(stories.get(storylineId) ?? []), name]);
      }
      return [...stories.values()].map((each) => each.sort().join(' ')).sort();
    };
    return { database, publication, deps, add, development, member, together };
  }

  test('go on over days, each development from an earlier one, and what is of another story begins its own', async () => {
    const { together, member, development } = await begin();
    expect(await together()).toEqual(['inquiry raised sinks', 'strike']);
    expect(await member('sinks')).toMatchObject({ linkedTo: null, decidedBy: 'placing' });
    expect((await member('raised')).linkedTo).toBe(await development('sinks'));
    expect((await member('strike')).linkedTo).toBeNull();
  });

  test('are the same whether the reports come at once or one by one', async () => {
    const [whole, inParts] = [await begin(), await begin(undefined, false)];
    expect(await inParts.together()).toEqual(await whole.together());
    for (const name of ['raised', 'inquiry'])
      expect((await inParts.member(name)).score).toBeCloseTo((await whole.member(name)).score, 10);
  });

  test('keep what an editor decided, whatever comes in later', async () => {
    const { deps, publication, development, together, member, add } = await begin(['sinks', 'strike', 'raised']);
    const out = await leaveStoryline(deps, publication, await development('raised'), 'st_1');
    expect(out.kind).toBe('done');
    expect(await together()).toEqual(['raised', 'sinks', 'strike']);
    const joined = { development: await development('strike'), storyline: (await member('sinks')).storylineId };
    expect((await joinStoryline(deps, publication, joined, 'st_1')).kind).toBe('done');
    await add('inquiry');
    await placeReports(deps, publication);
    expect((await member('strike')).storylineId).toBe((await member('sinks')).storylineId);
    expect((await member('raised')).storylineId).not.toBe((await member('sinks')).storylineId);
    expect(await member('raised')).toMatchObject({ decidedBy: 'editor', linkedTo: null });
    expect(await leaveStoryline(deps, publication, await development('none'), 'st_1')).toEqual({ kind: 'gone' });
  });

  test('are merged with the name that one had, and the emptied one is no more', async () => {
    const { database, deps, publication, member, together } = await begin();
    const [from, into] = [(await member('sinks')).storylineId, (await member('strike')).storylineId];
    await describeStoryline(deps, publication, { storyline: from, name: '  The   Marwa ', followed: true }, 'st_1');
    expect(await mergeStorylines(deps, publication, { from, into }, 'st_1')).toEqual({ kind: 'done', storyline: into });
    expect(await together()).toEqual(['inquiry raised sinks strike']);
    expect([...(await findStorylines(database.read, 'gorvan', [from, into])).values()]).toEqual([
      { id: into, name: 'The Marwa', followed: true },
    ]);
    expect(await mergeStorylines(deps, publication, { from, into }, 'st_1')).toEqual({ kind: 'gone' });
    const other = { slug: 'other' };
    expect(await describeStoryline(deps, other, { storyline: into, name: 'X' }, 'st_1')).toEqual({ kind: 'gone' });
  });

  test('stay with what several developments are made one of', async () => {
    const { database, deps, publication, development, member, together } = await begin();
    const ids = [await development('strike'), await development('raised')];
    const { storylineId } = await member('sinks');
    await joinDevelopments(deps, publication, ids, 'st_1');
    expect((await member('raised')).storylineId).toBe(storylineId);
    expect(await together()).toEqual(['inquiry raised sinks strike']);
    expect(await findMembersOf(database.read, { developmentIds: ids.slice(1) })).toEqual([]);
  });
});
