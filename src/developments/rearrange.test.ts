import { expect, test } from 'vitest';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { addPublication, addReport, testClock } from '../../tests/support/fixtures.ts';
import {
  findDayDevelopments,
  findPlacements,
  findTaught,
  forgetTaught,
  joinDevelopments,
  keepApart,
  placeReports,
  splitReport,
} from './developments.ts';

describeOnBothEngines('an editor’s word on what is one event', (open) => {
  async function begin() {
    const database = await open();
    const publication = await addPublication(database);
    const deps = { database, clock: testClock() };
    const add = async (externalId: string, title: string, body: string, outlet = 'Gorvan Courier') => {
      const report = await addReport(database, publication, { externalId, outlet, title, body });
      await placeReports(deps, publication);
      return report.id;
    };
    const where = async (...ids: string[]) => {
      const found = await findPlacements(database.read, 'gorvan', ids);
      return ids.map((id) => found.get(id)?.developmentId);
    };
    const ferry = await add(
      'a',
      'Ferry Marwa sinks off Tal Amrin',
      'The ferry Marwa sank off Tal Amrin on Friday. Twelve people died in the cold water.',
    );
    const inquiry = await add(
      'b',
      'Owners of lost boat are questioned',
      'Police asked the owners of the lost vessel about two warnings. A lawyer spoke for them.',
    );
    return { database, publication, deps, add, where, ferry, inquiry };
  }

  test('joins developments into the first that is named, and what comes later joins the whole', async () => {
    const { publication, deps, add, where, ferry, inquiry } = await begin();
    const [first, second] = await where(ferry, inquiry);
    expect(first).not.toBe(second);
    expect(await joinDevelopments(deps, publication, ['gorvan:none', first ?? '', second ?? ''], 'st_e')).toEqual({
      kind: 'joined',
      id: first,
    });
    expect(await where(ferry, inquiry)).toEqual([first, first]);
    const later = await add(
      'c',
      'Owners of lost boat are questioned again',
      'Police asked the owners of the lost vessel about two warnings once more. A lawyer spoke for them.',
      'Port Ledger',
    );
    expect(await where(later)).toEqual([first]);
    expect((await joinDevelopments(deps, publication, [first ?? ''], 'st_e')).kind).toBe('too-few');
  });

  test('splits a report off with its copies, also the one that the development is named for', async () => {
    const { publication, deps, add, where, ferry, inquiry } = await begin();
    const copy = await add(
      'd',
      'Ferry Marwa sinks off Tal Amrin',
      'The ferry Marwa sank off Tal Amrin on Friday. Twelve people died in the cold water.',
      'Port Ledger',
    );
    const [first = '', second = ''] = await where(ferry, inquiry);
    expect(await where(copy)).toEqual([first]);
    expect((await splitReport(deps, publication, ferry, 'st_e')).kind).toBe('alone');
    await joinDevelopments(deps, publication, [first, second], 'st_e');
    const split = await splitReport(deps, publication, ferry, 'st_e');
    expect(split).toEqual({ kind: 'split', id: `${first}+` });
    expect(await where(ferry, copy, inquiry)).toEqual([`${first}+`, `${first}+`, first]);
    // Placing anew leaves it so.
    await placeReports(deps, publication);
    expect(await where(ferry, inquiry)).toEqual([`${first}+`, first]);
    expect((await splitReport(deps, publication, 'rep_none', 'st_e')).kind).toBe('gone');
  });

  test('asks about what was nearly one, and learns from either answer', async () => {
    const { database, publication, deps, where, ferry, inquiry } = await begin();
    const [first = '', second = ''] = await where(ferry, inquiry);
    await database.write((tx) =>
      tx
        .withTables<{ developments: { id: string; nearest: string; nearness: number } }>()
        .updateTable('developments')
        .set({ nearest: first, nearness: 0.4 })
        .where('id', '=', second)
        .execute(),
    );
    const near = async () =>
      (await findDayDevelopments(database.read, publication, '2026-11-20', new Map())).find(({ id }) => id === second)
        ?.nearMiss;
    expect(await near()).toMatchObject({ nearest: first });
    const standing = await findTaught(database.read, 'gorvan');
    expect(standing).toMatchObject({ joined: 0, parted: 0, now: standing.shipped });
    expect(await keepApart(deps, publication, { id: second, from: 'gorvan:none' }, 'st_e')).toEqual({ kind: 'gone' });
    expect(await keepApart(deps, publication, { id: second, from: first }, 'st_e')).toEqual({ kind: 'apart' });
    expect(await near()).toBeNull();
    expect((await findTaught(database.read, 'gorvan')).now).toBeGreaterThan(standing.shipped);
    await forgetTaught(deps, 'gorvan', 'st_e');
    expect(await findTaught(database.read, 'gorvan')).toEqual(standing);
  });
});
