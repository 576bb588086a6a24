/**
 * Wires: the sources of reports, and the reports as they came in.
 * Promises: a report's body is kept to the letter in every version, with its raw payload (but for withdrawn names); an item that cannot be read is
 * set aside with its reason while the rest goes on; the same item twice is one report.
 */
export { acceptReports, type AcceptedReports } from './accept-reports.ts';
export { fetchArticle } from './fetch-article.ts';
export { fetchWire } from './fetch-wire.ts';
export { type FileReading, ingestReportFile, ingestReportLines } from './ingest-report-file.ts';
export { type Handling, type Hold, holdOn, plainHandling, type ReportStatus } from './handling.ts';
export { importWires, usualWire, type WireImport } from './import-wires.ts';
export { type Origin, originOf, type Tellers, tellersOf } from './origins/origins.ts';
export { SOME_AGENCY } from './origins/origin-names.ts';
export type { Opml } from './read-opml.ts';
export type { ReportFile } from './read-report-file.ts';
export type { ArrivingReport, Report, ReportMethod, SetAside } from './report.ts';
export {
  findHandlings,
  findLatestReportDay,
  findOutlets,
  findPlacedReportsSince,
  findReport,
  findReportPublications,
  findReportByExternalId,
  findReportsByIds,
  findReportsOfDays,
  findUnplacedReports,
  markPlaced,
} from './report-store.ts';
export { type FoundReport, searchReports } from './search-reports-store.ts';
export { findSetAside } from './set-aside-store.ts';
export { readAddress, type WireReading } from './read-address.ts';
export { mailboxSecret, mailboxUrl, readMailboxUrl } from './mailbox-address.ts';
export { tryMailbox } from './scan-mailbox.ts';
export { type PageSelectors, type Wire, type WireHealth, wireHealth, type WireKind } from './wire.ts';
export { freeTerms, type Terms, termsOrNull, type WireTerms } from './terms.ts';
export type { WireFetch } from './wire-outcome.ts';
export { findWire, findWires, saveWire, saveWireTerms, type WireSettings } from './wire-store.ts';
export { writeOpml } from './write-opml.ts';
export { redactReports, removeNamedPayloads } from './redact-report-store.ts';
export { isFolderName } from './scan-folder.ts';
export { redactOrigin } from './redact-reports.ts';
