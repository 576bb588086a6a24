import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { type ClusterInput, createClusterer } from '#developments/developments.ts';
import { readLines } from '#platform/read-lines.ts';

/** Longer lines are set aside unread. */
const MOST_LINE_BYTES = 8 * 1024 * 1024;

export interface ClusterOutcome {
  reports: number;
  developments: number;
  /** Lines that are in no development, counted from 1, each with its reason. */
  setAside: { line: number; reason: string }[];
}

/**
 * Reads reports, one JSON object a line (`id`, `date`, `title`, `body`, `outlet` or `source`, perhaps `lang`), and writes
 * `{"id","development"}` a line in the same order. One pass, no look-ahead, flat memory. Lines should stand in date order;
 * a report dated before the line above it is still assigned, to what is remembered at that point. A line that cannot be
 * read is set aside and the rest goes on. The output appears under its name only when it is whole; on an error or an
 * abort nothing is left behind and what stood there stays.
 */
export async function clusterFile(options: {
  in: string;
  out: string;
  signal?: AbortSignal;
  progress?: (done: number) => void;
}): Promise<ClusterOutcome> {
  const unfinished = `${options.out}.${process.pid}.part`;
  const output = createWriteStream(unfinished);
  const outcome: ClusterOutcome = { reports: 0, developments: 0, setAside: [] };
  try {
    await once(output, 'open');
    const clusterer = createClusterer();
    for await (const { number: line, text } of readLines(options.in, MOST_LINE_BYTES, options.signal)) {
      const report = text === null ? 'longer than 8 MB' : parseReport(text);
      if (typeof report === 'string') {
        outcome.setAside.push({ line, reason: report });
        continue;
      }
      const { development, isNew } = clusterer.add(report);
      outcome.reports++;
      if (isNew) outcome.developments++;
      if (!output.write(`${JSON.stringify({ id: report.id, development })}\n`)) await once(output, 'drain');
      if (outcome.reports % 1000 === 0) options.progress?.(outcome.reports);
    }
    options.signal?.throwIfAborted();
    output.end();
    await finished(output);
    await rename(unfinished, options.out);
  } catch (error) {
    output.destroy();
    await rm(unfinished, { force: true });
    throw error;
  }
  options.progress?.(outcome.reports);
  return outcome;
}

/** The report that a line holds, or why it holds none. */
export function parseReport(line: string): ClusterInput | string {
  let record: unknown;
  try {
    record = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return 'not JSON';
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return 'not a JSON object';
  const fields: Record<string, unknown> = { ...record };
  const id = typeof fields['id'] === 'number' ? String(fields['id']) : fields['id'];
  if (typeof id !== 'string' || id === '') return 'no id';
  const date = fields['date'];
  const at = typeof date === 'string' ? Date.parse(date) : Number.NaN;
  if (Number.isNaN(at)) return 'no date that can be read';
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  const title = text('title');
  const body = text('body');
  if (title.trim() === '' && body.trim() === '') return 'neither title nor body';
  return { id, at, title, body, lang: text('lang') || 'und', outlet: text('outlet') || text('source') };
}
