import { redactEvidence } from '#evidence/evidence.ts';
import { redactLibrary } from '#media/media.ts';
import { redactReadCounts } from '#pages/pages.ts';
import { moveCitations, redactPieces } from '#pieces/pieces.ts';
import { recordDeed } from '#platform/audit/audit-store.ts';
import type { Blobs } from '#platform/blobs/blobs.ts';
import { recordChanges } from '#platform/changes/change-store.ts';
import { type Clock, instantText } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { eraseFreeSpace, overwriteDeleted } from '#platform/database/erase-free-space.ts';
import { rewriteEvents } from '#platform/events/rewrite-event-store.ts';
import { recordEvent } from '#platform/events/event-store.ts';
import { rewriteJobs } from '#platform/queue/rewrite-job-store.ts';
import { redactPublications } from '#publications/publications.ts';
import { redactSearch } from '#search/search.ts';
import { rewriteStaff } from '#staff/staff.ts';
import { redactReports, removeNamedPayloads } from '#wires/wires.ts';
import { redactStorylines } from '#developments/developments.ts';
import {
  addressTombstone,
  beginWithdrawal,
  createRedactor,
  findRedactor,
  findWithdrawals,
  makeWithdrawal,
  type NameToWithdraw,
  payloadMayMention,
  type Redactor,
  type RewriteRun,
  setWithdrawalState,
  type Withdrawal,
} from '#withdrawals/withdrawals.ts';
import { redactImportItems } from './redact-import-items-store.ts';

interface Deps {
  database: Database;
  blobs: Blobs;
  clock: Clock;
  /** The names of every blob there is, also of those that no row names. */
  listBlobs(): AsyncIterable<string>;
}

/** Where names were found: how many rows or blobs of each place, and some of the words around, with tombstones in the names' places. */
export interface WithdrawalReport {
  places: Record<string, number>;
  examples: { place: string; words: string }[];
  /** False: the database was in use, and what was overwritten may still stand in free pages of its file. */
  erased: boolean;
}

/** Everything keeps changing: names came in as fast as they were taken out. */
export class WithdrawalUnfinished extends Error {
  override name = 'WithdrawalUnfinished';
}

const mostPasses = 6;
const mostExamples = 40;
const wordsAround = 60;

/**
 * Withdraws names: each is recorded first, so that nothing that comes in keeps it, and then taken out of everything that
 * is here, also where it was withdrawn before. Killed at any moment, `continueWithdrawals` goes on. Throws UnusableName before anything is done.
 */
export async function withdrawNames(deps: Deps, names: NameToWithdraw[]): Promise<WithdrawalReport> {
  const at = instantText(deps.clock.now());
  for (const name of names) makeWithdrawal(name, at);
  await deps.database.write(async (tx) => {
    for (const name of names) {
      const { id } = await beginWithdrawal(tx, name, at);
      await setWithdrawalState(tx, id, 'begun');
    }
  });
  return (await continueWithdrawals(deps)) ?? { places: {}, examples: [], erased: true };
}

/** Where names would be found, without a change and without a record. Throws UnusableName. */
export async function findWithdrawnPlaces(deps: Deps, names: NameToWithdraw[]): Promise<WithdrawalReport> {
  const at = instantText(deps.clock.now());
  const withdrawals = names.map((name) => makeWithdrawal(name, at));
  const report: WithdrawalReport = { places: {}, examples: [], erased: false };
  const found = recorder(report, withdrawals);
  const redactor = createRedactor(withdrawals);
  await rewriteEverything({ database: deps.database, redactor, at, write: false, free: new Set(), found }, deps);
  return report;
}

/**
 * Does what withdrawals that were begun have still to do: passes over everything that is kept, until one finds nothing.
 * Null when none was begun. Throws WithdrawalUnfinished.
 */
export async function continueWithdrawals(deps: Deps): Promise<WithdrawalReport | null> {
  const { database, clock } = deps;
  const begun = (await findWithdrawals(database.read)).filter(({ state }) => state === 'begun');
  if (begun.length === 0) return null;
  await overwriteDeleted(database);
  const report: WithdrawalReport = { places: {}, examples: [], erased: false };
  const found = recorder(report, begun);
  let free = new Set<string>();
  let before: Redactor | null = null;
  for (let pass = 1; ; pass += 1) {
    let changes = 0;
    // Of all withdrawals, as what comes in is: an import then finds what it would make.
    const redactor = await findRedactor(database.read);
    if (redactor !== before) free = new Set();
    before = redactor;
    const at = instantText(clock.now());
    const counting = (place: string, texts: string[]): void => {
      changes += 1;
      found(place, texts);
    };
    await rewriteEverything({ database, redactor, at, write: true, free, found: counting }, deps);
    if (changes === 0) break;
    if (pass === mostPasses)
      throw new WithdrawalUnfinished('names keep coming in; stop what brings them (serve, import) and run it again');
  }
  await redactSearch(database);
  report.erased = await eraseFreeSpace(database);
  const at = instantText(clock.now());
  await database.write(async (tx) => {
    for (const { id } of begun) await setWithdrawalState(tx, id, 'done');
    const spellings = begun.reduce((sum, { names }) => sum + names.length, 0);
    await recordEvent(tx, at, { kind: 'name withdrawn', data: { withdrawals: begun.length, spellings } });
    const detail = { withdrawals: begun.length, spellings };
    await recordDeed(tx, at, { by: 'terminal', action: 'name withdrawn', object: 'newsroom', detail });
    // Every page reads this key: whatever was rendered is forgotten.
    await recordChanges(tx, at, ['publications']);
  });
  return report;
}

/** Citations are moved with the bodies that they are spans of, so evidence and pieces go before reports. */
async function rewriteEverything(run: RewriteRun, deps: Pick<Deps, 'blobs' | 'listBlobs'>): Promise<void> {
  const { database, redactor, write } = run;
  const count = (place: string, times: number): void => {
    for (let each = 0; each < times; each += 1) run.found(place, []);
  };
  const staff = {
    name: (name: string) => redactor.text(name),
    // No two are the same, and RFC 2606 keeps the domain from anybody.
    address: (email: string) =>
      redactor.mentions(email) ? `${redactor.key(email).slice(0, 16)}@withdrawn.invalid` : email,
  };
  count('staff', await rewriteStaff(database, staff, { write }));
  await redactPublications(run);
  await redactLibrary(run);
  const bodies = await redactEvidence(run, deps.blobs);
  await redactPieces(run, moveCitations(bodies, redactor));
  await redactReports(run);
  await redactStorylines(run);
  await redactImportItems(run);
  await redactReadCounts(run);
  count('events', await rewriteEvents(database, redactor.json, { write }));
  count('jobs', await rewriteJobs(database, { json: redactor.json, text: (text) => redactor.text(text) }, { write }));
  await removeNamedPayloads(run, deps.blobs);
  await sweepBlobs(run, deps);
}

/** What rows do not name any more, or never did, because a process was killed in between. */
async function sweepBlobs(run: RewriteRun, { blobs, listBlobs }: Pick<Deps, 'blobs' | 'listBlobs'>): Promise<void> {
  if (!run.write) return;
  for await (const name of listBlobs()) {
    if (run.free.has(name)) continue;
    const bytes = await blobs.get(name).catch(() => 'damaged' as const);
    if (bytes === null || bytes === 'damaged') continue;
    if (!payloadMayMention(bytes, run.redactor)) {
      run.free.add(name);
      continue;
    }
    run.found('blobs', []);
    await blobs.remove(name);
  }
}

function recorder(report: WithdrawalReport, withdrawals: Withdrawal[]): RewriteRun['found'] {
  const signs = [...withdrawals.flatMap(({ tombstone }) => Object.values(tombstone)), addressTombstone];
  return (place, texts) => {
    report.places[place] = (report.places[place] ?? 0) + 1;
    for (const text of texts) {
      if (report.examples.length >= mostExamples) return;
      const at = Math.min(...signs.map((sign) => text.indexOf(sign)).filter((place) => place >= 0));
      if (!Number.isFinite(at)) continue;
      const words = text.slice(Math.max(0, at - wordsAround), at + wordsAround).replace(/\s+/gu, ' ');
      report.examples.push({ place, words });
    }
  };
}
