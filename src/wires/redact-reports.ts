import type { Redactor, Rewritten } from '#withdrawals/withdrawals.ts';
import { mapTexts } from './handling.ts';
import type { Origin } from './origins/origins.ts';
import { type ArrivingReport, type SetAside, storableText } from './report.ts';

/**
 * An arriving report without the withdrawn names, the same as one that was kept and then redacted: so it is known again,
 * and no new version. Its raw payload is a matter of `acceptReports`.
 */
export function redactArriving(report: ArrivingReport, redactor: Redactor): ArrivingReport {
  if (redactor.empty) return report;
  const { lang } = report;
  return {
    ...report,
    sourceKey: redactor.key(storableText(report.sourceKey)),
    externalId: redactor.key(storableText(report.externalId)),
    url: report.url && redactor.address(report.url),
    outlet: redactor.text(report.outlet),
    title: redactor.text(storableText(report.title), lang),
    body: redactor.text(storableText(report.body), lang),
    authors: report.authors.map((author) => redactor.text(author, lang)),
    agency: report.agency && redactor.text(report.agency, lang),
    ...(report.handling
      ? { handling: mapTexts(report.handling, (text) => redactor.text(storableText(text), lang)) }
      : {}),
  };
}

export function redactSetAside(item: SetAside, redactor: Redactor): SetAside {
  if (redactor.empty) return item;
  return {
    ...item,
    source: redactor.slug(storableText(item.source)),
    item: redactor.text(storableText(item.item)),
    reason: redactor.text(storableText(item.reason)),
  };
}

/** The same origin, found again in a rewritten body where one is given. */
export function redactOrigin(
  origin: Origin,
  redactor: Redactor,
  body: { before: string; after: Rewritten } | null,
): Origin {
  const rewrite = <T extends { name: string; also?: string[] }>(one: T): T => ({
    ...one,
    name: redactor.text(one.name),
    ...(one.also ? { also: one.also.map((name) => redactor.text(name)) } : {}),
  });
  const named = { ...rewrite(origin), ...(origin.of ? { of: rewrite(origin.of) } : {}) };
  const { evidence, start, end } = origin;
  if (!body || evidence === '' || body.before.slice(start, end) !== evidence)
    return { ...named, evidence: redactor.text(evidence) };
  const [from, to] = [body.after.move(start, 'start'), body.after.move(end, 'end')];
  return { ...named, evidence: body.after.text.slice(from, to), start: from, end: to };
}
