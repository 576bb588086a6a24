import { instantText } from '#platform/clock.ts';
import { enqueueJob } from '#platform/queue/job-store.ts';
import { fetchWire, findWires, ingestReportFile } from '#wires/wires.ts';
import { type Newsroom, openNewsroom } from '../newsroom.ts';
import { keepWiresFetched } from '../worker/keep-wires-fetched.ts';
import { drainJobs, runWorker } from '../worker/run-jobs.ts';
import { type Command, type CommandInput, exitCodes, textFlag } from './command.ts';
import { findOrMakePublication } from './find-publication.ts';

export const ingest: Command = {
  name: 'ingest',
  usage: '[--once] [--publication P] [--jsonl FILE]',
  summary: 'fetches the wires, or reads reports from a file, and places them in developments',
  flags: { once: 'switch', publication: 'text', jsonl: 'text' },
  async run(input) {
    const newsroom = await openNewsroom(input.config);
    try {
      const file = textFlag(input, 'jsonl');
      return file === null ? await fetchWires(newsroom, input) : await readFile(newsroom, input, file);
    } finally {
      await newsroom.close();
    }
  },
};

async function readFile(newsroom: Newsroom, input: CommandInput, file: string): Promise<number> {
  const { publication, made } = await findOrMakePublication(newsroom, textFlag(input, 'publication'));
  if (made)
    input.note(`Made the publication “${publication.slug}” (English, UTC); “daybook publication” changes that.`);
  const total = await ingestReportFile(newsroom, file, {
    publication,
    signal: input.signal,
    progress: (read) =>
      input.note(`${read.added + read.changed + read.unchanged} reports read, ${read.setAside.length} set aside`),
  });
  // Also what an earlier run took in and was stopped before placing.
  await newsroom.database.write((tx) =>
    enqueueJob(tx, { kind: 'place-reports', key: publication.slug, runAt: instantText(newsroom.clock.now()) }),
  );
  await drainJobs(newsroom, input.signal, input.note);
  for (const { line, reason } of total.setAside) input.note(`${file}, line ${line} was set aside: ${reason}`);
  const { added, changed, unchanged, setAside } = total;
  if (input.flags.json)
    input.print(JSON.stringify({ publication: publication.slug, added, changed, unchanged, setAside }));
  else
    input.print(
      `${added} reports added, ${changed} changed, ${unchanged} known already, ${setAside.length} set aside.`,
    );
  return setAside.length > 0 ? exitCodes.setAside : exitCodes.done;
}

async function fetchWires(newsroom: Newsroom, input: CommandInput): Promise<number> {
  if (!input.flags.once) {
    input.note('Fetching wires as they come due; Ctrl-C ends it. (--once fetches each of them now, and ends.)');
    await runWorker(newsroom, input.signal, () => keepWiresFetched(newsroom));
    return exitCodes.done;
  }
  const publication = textFlag(input, 'publication');
  const wires = (await findWires(newsroom.database.read)).filter(
    (wire) => wire.state === 'active' && (publication === null || wire.publications.includes(publication)),
  );
  const results = [];
  for (const [index, wire] of wires.entries()) {
    if (input.signal.aborted) break;
    let fetched = await fetchWire(newsroom, wire.id);
    while (fetched.kind === 'fetched' && fetched.more && !input.signal.aborted) {
      const { added, changed, setAside } = fetched;
      const next = await fetchWire(newsroom, wire.id);
      fetched =
        next.kind === 'fetched'
          ? { ...next, added: added + next.added, changed: changed + next.changed, setAside: setAside + next.setAside }
          : { kind: 'fetched', added, changed, setAside };
    }
    results.push({ wire: wire.id, ...fetched });
    const outcome =
      fetched.kind === 'failed'
        ? `failed: ${fetched.reason}`
        : fetched.kind === 'fetched'
          ? `${fetched.added} new`
          : 'nothing new';
    input.note(`${index + 1}/${wires.length} ${wire.id}: ${outcome}`);
  }
  await drainJobs(newsroom, input.signal, input.note);
  const failed = results.filter((result) => result.kind === 'failed').length;
  const setAside = results.reduce((sum, result) => sum + (result.kind === 'fetched' ? result.setAside : 0), 0);
  if (input.flags.json) input.print(JSON.stringify({ wires: results }));
  else input.print(`${results.length} wires fetched, ${failed} failed, ${setAside} items set aside.`);
  return failed + setAside > 0 ? exitCodes.setAside : exitCodes.done;
}
