import type { ImportItem, ItemOutcome } from './import-item-store.ts';

/** Longest list of a kind in a report; beyond it things are counted. */
const longestList = 10_000;

/** What an import did. `seen` is the sum of `outcomes`: nothing is lost silently. */
export interface ImportReport {
  format: string;
  publication: string;
  dryRun: boolean;
  /** Items that the archive holds, read now or in an earlier run. */
  seen: number;
  /** Of `seen`: done in an earlier run and not read again. */
  already: number;
  outcomes: Record<ItemOutcome, number>;
  /** Of this run. */
  pieces: { made: number; updated: number; unchanged: number };
  /** Of the whole archive. */
  byKind: Record<string, number>;
  unpublished: number;
  redirects: number;
  links: number;
  picturesHeld: number;
  picturesMissing: number;
  withdrawn: number;
  passedOver: Record<string, number>;
  /** What hung on pieces and is not imported: comments. */
  leftOut: Record<string, number>;
  setAside: { item: string; reason: string }[];
  missing: { piece: string; address: string }[];
  interrupted: boolean;
  seconds: number;
}

export function startReport(format: string, publication: string, dryRun: boolean): ImportReport {
  return {
    format,
    publication,
    dryRun,
    seen: 0,
    already: 0,
    outcomes: { piece: 0, folded: 0, facts: 0, 'passed-over': 0, 'set-aside': 0, kept: 0 },
    pieces: { made: 0, updated: 0, unchanged: 0 },
    byKind: {},
    unpublished: 0,
    redirects: 0,
    links: 0,
    picturesHeld: 0,
    picturesMissing: 0,
    withdrawn: 0,
    passedOver: {},
    leftOut: {},
    setAside: [],
    missing: [],
    interrupted: false,
    seconds: 0,
  };
}

/** Counts one item in. */
export function countItem(report: ImportReport, item: ImportItem, already: boolean): void {
  const { facts, outcome } = item;
  report.seen += 1;
  if (already) report.already += 1;
  report.outcomes[outcome] += 1;
  if (outcome === 'piece' || outcome === 'kept') {
    const kind = facts.kind ?? 'piece';
    report.byKind[kind] = (report.byKind[kind] ?? 0) + 1;
    if (facts.unpublished) report.unpublished += 1;
  }
  report.redirects += facts.redirects ?? 0;
  report.links += facts.links ?? 0;
  report.picturesHeld += facts.picturesHeld ?? 0;
  report.withdrawn += facts.withdrawn ?? 0;
  for (const [what, count] of Object.entries(facts.leftOut ?? {}))
    report.leftOut[what] = (report.leftOut[what] ?? 0) + count;
  for (const address of facts.picturesMissing ?? []) {
    report.picturesMissing += 1;
    if (report.missing.length < longestList) report.missing.push({ piece: facts.path ?? item.name, address });
  }
  if (outcome === 'passed-over') {
    const why = item.reason ?? 'no reason';
    report.passedOver[why] = (report.passedOver[why] ?? 0) + 1;
  }
  if (outcome === 'set-aside' && report.setAside.length < longestList)
    report.setAside.push({ item: item.name, reason: item.reason ?? 'no reason' });
}

/** The report for people, a line each. */
export function describeReport(report: ImportReport): string[] {
  const { outcomes, pieces } = report;
  const counted = (counts: Record<string, number>): string =>
    Object.entries(counts)
      .sort(([, a], [, b]) => b - a)
      .map(([name, n]) => `${name} ${n}`)
      .join(', ');
  const lines = [
    `${report.seen} items read${report.already > 0 ? `, ${report.already} of them in an earlier run` : ''}; ${report.dryRun ? 'nothing was written (--dry-run)' : `${pieces.made} pieces made, ${pieces.updated} brought up to date, ${pieces.unchanged} unchanged`}.`,
    `  pieces        ${outcomes.piece}${outcomes.piece > 0 ? ` (${counted(report.byKind)}${report.unpublished > 0 ? `; ${report.unpublished} unpublished` : ''})` : ''}`,
    `  folded        ${outcomes.folded} (another address of a piece)`,
    `  publication   ${outcomes.facts} (topics, letter, lists that say something of it)`,
    `  passed over   ${outcomes['passed-over']}${outcomes['passed-over'] > 0 ? ` (${counted(report.passedOver)})` : ''}`,
    `  set aside     ${outcomes['set-aside']}`,
  ];
  if (outcomes.kept > 0) lines.push(`  kept          ${outcomes.kept} (changed at the desk since, not touched)`);
  lines.push(
    `  redirects     ${report.redirects} old addresses`,
    `  links         ${report.links}, as the original made them, not checked`,
    `  pictures      ${report.picturesHeld} held, ${report.picturesMissing} only pointed to${report.picturesMissing > 0 ? ' (--json lists them)' : ''}`,
  );
  if (Object.keys(report.leftOut).length > 0) lines.push(`  left out      ${counted(report.leftOut)}: not imported`);
  if (report.withdrawn > 0)
    lines.push(`  withdrawn     ${report.withdrawn} times a name that the archive hides was left out`);
  const rate = report.seconds > 0 ? Math.round(report.seen / report.seconds) : report.seen;
  lines.push(`  ${report.seconds.toFixed(1)} s, ${rate} items a second`);
  return lines;
}
