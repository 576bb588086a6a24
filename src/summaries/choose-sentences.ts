import { terms } from '#lib/text/words.ts';
import type { Lang } from '#platform/language.ts';
import type { PlacedReport } from '#developments/developments.ts';
import type { Report } from '#wires/wires.ts';
import { type Candidate, type ChosenSentence, readCandidates } from './read-candidates.ts';

/** How far down a report the sentence may stand that tells the event. */
const deepestLead = 3;
/**
 * Two sentences tell the same where they share this much: of the shorter one's terms, or of all that both say. Measured on ten real
 * days (docs/measurements.md).
 */
const [mostContained, mostShared, fewestShared] = [0.5, 0.2, 4];

/**
 * Chooses the sentences that say most of a development, varied across outlets, no fact twice. The first tells the event: what its
 * headlines name, near the top of a report. Then what many of its reports say, with figures and quotations. Wire copies stand aside
 * for their original, and reports in another language for those in this one, where there are any. An outlet's sentences stand
 * together, in the order of its report. `about`: the first is one of this report's, where it has any.
 */
export function chooseSentences(reports: PlacedReport[], lang: Lang, most = 4, about?: Report): ChosenSentence[] {
  const here = new Set(reports.map(({ report }) => report.id));
  const originals = reports.filter(({ copyOf }) => !copyOf || !here.has(copyOf)).map(({ report }) => report);
  const own = originals.filter((report) => isSameLanguage(report.lang, lang));
  const sources = own.length > 0 ? own : originals;
  const shared = countTerms(sources.map(({ body }) => body.slice(0, 3000)));
  const candidates = sources.flatMap((report) => readCandidates(report, shared, sources.length));
  const chosen: Candidate[] = [];
  const asked = candidates.filter(({ report }) => report === about);
  const lead = findLead(asked.length > 0 ? asked : candidates, sources);
  if (lead) chosen.push(lead);
  while (lead && chosen.length < most) {
    const best = candidates
      .filter((each) => stands(each, chosen) && !chosen.some((one) => saysTheSame(one, each)))
      .map((each) => ({ each, score: each.score - crowding(each.report.outlet, chosen) }))
      .sort((a, b) => b.score - a.score || a.each.order.localeCompare(b.each.order))[0];
    if (!best) break;
    chosen.push(best.each);
  }
  return inOrder(chosen).map(({ report, text, start, end }) => ({ report, text, start, end }));
}

function isSameLanguage(one: Lang, other: Lang): boolean {
  return one.split('-')[0] === other.split('-')[0];
}

/** The sentence that tells the event: near the top, with most of what the headlines name. */
function findLead(candidates: Candidate[], sources: Report[]): Candidate | undefined {
  const named = countTerms(sources.map(({ title }) => title));
  const all = [...named.values()].reduce((sum, count) => sum + count, 0) || 1;
  const tells = ({ terms: said }: Candidate) => [...said].reduce((sum, term) => sum + (named.get(term) ?? 0), 0) / all;
  const rank = (each: Candidate) =>
    each.score + 2.5 * tells(each) - (each.position > deepestLead ? 1 : 0) - (each.leansOn === null ? 0 : 1.5);
  return candidates.toSorted((a, b) => rank(b) - rank(a) || a.order.localeCompare(b.order))[0];
}

/** What leans on a sentence before it stands only behind that one. */
function stands({ leansOn, report }: Candidate, chosen: Candidate[]): boolean {
  return leansOn === null || chosen.some((one) => one.report === report && one.position === leansOn);
}

/** Whether two sentences tell one fact, as far as words, names and figures say. */
export function saysTheSame(one: Candidate, other: Candidate): boolean {
  const both = [...one.terms].filter((term) => other.terms.has(term)).length;
  if ([...one.figures].some((figure) => other.figures.has(figure)) && both >= 3) return true;
  const least = Math.min(one.terms.size, other.terms.size);
  if (both >= Math.max(1, mostContained * least)) return true;
  return both >= fewestShared && both >= mostShared * (one.terms.size + other.terms.size - both);
}

/** How many of some texts each term stands in. */
function countTerms(texts: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const term of new Set(terms(text))) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** What it costs a sentence that its outlet has been chosen before. */
function crowding(outlet: string, chosen: ChosenSentence[]): number {
  return chosen.filter((one) => one.report.outlet === outlet).length * 0.6;
}

/** The lead first; then outlet by outlet as they reported, each in the order of its report. */
function inOrder(chosen: Candidate[]): Candidate[] {
  const [lead] = chosen;
  const first = (outlet: string) =>
    outlet === lead?.report.outlet
      ? ''
      : (chosen
          .filter((one) => one.report.outlet === outlet)
          .map(({ report }) => report.reportedAt)
          .sort()[0] ?? '');
  return chosen.toSorted(
    (a, b) =>
      first(a.report.outlet).localeCompare(first(b.report.outlet)) ||
      a.report.outlet.localeCompare(b.report.outlet) ||
      Number(b === lead) - Number(a === lead) ||
      a.report.reportedAt.localeCompare(b.report.reportedAt) ||
      a.report.id.localeCompare(b.report.id) ||
      a.start - b.start,
  );
}
