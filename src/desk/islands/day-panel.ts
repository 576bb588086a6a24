import type { RecommendedRead } from '#pieces/pieces.ts';
import type { PanelDevelopment, PanelReport } from '../composer-state.ts';
import { ask } from './ask.ts';
import { allSentences } from './edit-content.ts';
import { headingsOf } from './edit-sections.ts';
import type { Store } from './store.ts';

const panels = new WeakMap<Store, Promise<PanelDevelopment[] | null>>();

/** The day's developments with their reports; asked for once, and again after `forgetPanel`. Null when they cannot be had now. */
export function dayPanel(store: Store): Promise<PanelDevelopment[] | null> {
  const known = panels.get(store);
  if (known) return known;
  const path = `/desk/api/pieces/${store.opened.piece.id}/developments?day=${store.reportsOf}`;
  const asked = ask<PanelDevelopment[]>('GET', path).then((answer) => (Array.isArray(answer) ? answer : null));
  panels.set(store, asked);
  void asked.then((panel) => {
    if (!panel && panels.get(store) === asked) panels.delete(store);
  });
  return asked;
}

export function forgetPanel(store: Store): void {
  panels.delete(store);
}

const mostReads = 7;

/** Reads that can be recommended: reports with an address that nothing here cites or recommends; those not told first, one a development. */
export function findReads(store: Store, developments: PanelDevelopment[]): RecommendedRead[] {
  const { content, evidence } = store;
  const cited = new Set(
    allSentences(content).flatMap(({ basis }) =>
      basis.kind === 'cited' ? basis.citations.map((citation) => evidence.get(citation.evidence)?.report) : [],
    ),
  );
  const recommended = new Set(content.recommendedReads.map(({ url }) => url));
  const told = new Set(headingsOf(content).map(({ development }) => development));
  const free = ({ id, url }: PanelReport): boolean => url !== null && !cited.has(id) && !recommended.has(url);
  const untold = developments.filter(({ id }) => !told.has(id));
  const rest = developments.filter(({ id }) => told.has(id));
  return [...untold, ...rest]
    .flatMap(({ reports }) => reports.find(free) ?? [])
    .slice(0, Math.max(0, mostReads - content.recommendedReads.length))
    .map((report) => readOf(report, content.lang));
}

export function readOf(report: PanelReport, lang: string): RecommendedRead {
  const own = report.lang.split('-')[0] === lang.split('-')[0] || report.lang === 'und';
  return {
    publisher: report.outlet,
    title: report.title,
    url: report.url ?? '',
    ...(own ? {} : { lang: report.lang }),
  };
}
