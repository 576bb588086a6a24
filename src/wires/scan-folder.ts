import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { instantText } from '#platform/clock.ts';
import { acceptReports } from './accept-reports.ts';
import { type FolderFile, listFolder } from './folder-files.ts';
import { unreadReason } from './read-address.ts';
import { beginsMessage, readPart } from './read-part.ts';
import type { ReadFeed } from './read-feed.ts';
import { findTakenFiles, forgetTakenFiles, recordTakenFile, type TakenFile } from './taken-file-store.ts';
import { type FetchDeps, findServed, takeItems } from './take-items.ts';
import type { Wire } from './wire.ts';
import { failWire, recordOutcome, type WireFetch } from './wire-outcome.ts';

/** What is changed so lately may still be written to. */
const settleMs = 2_000;
/** More wait for the next turn, which comes at once: other wires are not kept waiting. */
const mostAtOnce = 200;

/** A folder is one of `inbox/` in the data folder: nothing else of the machine can be named. */
export function isFolderName(name: string): boolean {
  return /^[a-z0-9][a-z0-9_-]{0,59}$/u.test(name);
}

/**
 * Reads what came into a watched folder: any format, told by how a file begins. A file is known by name, size and time of
 * change, so that it is read once, and what is in it by its own identifiers, so that a process that is killed between the
 * two takes nothing twice. Files are never changed, moved or deleted.
 */
export async function scanFolder(deps: FetchDeps, wire: Wire, followUp: 'queue' | 'by-caller'): Promise<WireFetch> {
  const name = wire.url.replace(/^folder:/u, '');
  if (!isFolderName(name)) return failWire(deps, wire, `“${name.slice(0, 60)}” is no name of a folder in inbox/`);
  let files: FolderFile[];
  try {
    files = await listFolder(join(deps.config.data, 'inbox', name));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    return failWire(deps, wire, `the folder inbox/${name} in the data folder cannot be read (${code})`);
  }
  const taken = await findTakenFiles(deps.database.read, wire.id);
  const here = new Set(files.map(({ nameSha256 }) => nameSha256));
  const gone = [...taken.keys()].filter((known) => !here.has(known));
  const now = deps.clock.now().epochMilliseconds;
  const fresh = files.filter((file) => {
    const age = now - file.modifiedMs;
    const known = taken.get(file.nameSha256);
    return !(age >= 0 && age < settleMs) && !(known?.size === file.size && known.modifiedAt === modifiedAt(file));
  });
  const total = { added: 0, changed: 0, setAside: 0 };
  for (const file of fresh.slice(0, mostAtOnce)) {
    const took = await takeFile(deps, wire, file, taken.get(file.nameSha256) ?? null, followUp);
    total.added += took.added;
    total.changed += took.changed;
    total.setAside += took.setAside;
  }
  if (gone.length > 0) await deps.database.write((tx) => forgetTakenFiles(tx, wire.id, gone));
  const more = fresh.length > mostAtOnce;
  await recordOutcome(
    deps,
    { ...wire, ...(more ? { intervalMinutes: 0 } : {}) },
    { newReports: total.added > 0, failures: 0, lastError: null },
  );
  if (fresh.length === 0) return { kind: 'nothing-new' };
  return { kind: 'fetched', ...total, ...(more ? { more: true } : {}) };
}

async function takeFile(
  deps: FetchDeps,
  wire: Wire,
  file: FolderFile,
  known: TakenFile | null,
  followUp: 'queue' | 'by-caller',
): Promise<{ added: number; changed: number; setAside: number }> {
  const total = { added: 0, changed: 0, setAside: 0 };
  const source = `${wire.url}/${file.name}`;
  const add = (took: { added: number; changed: number; setAside: number }) => {
    total.added += took.added;
    total.changed += took.changed;
    total.setAside += took.setAside;
  };
  const setAside = async (reason: string, rawSha256: string | null) => {
    const item = {
      publication: wire.publications[0] ?? null,
      wireId: wire.id,
      source,
      item: file.name,
      reason,
      rawSha256,
    };
    const publications = await findServed(deps.database, wire);
    add(await acceptReports(deps, { reports: [], setAside: [item], publications, followUp }));
  };
  // Of a file that was put into the folder's place as a link after it was listed, nothing is read.
  const handle = await open(file.path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
    () => null,
  );
  // It went away meanwhile.
  if (!handle) return total;
  let readTo = 0;
  try {
    if (known && (await beginsMessage(handle, known.readTo))) ({ readTo } = known);
    for (;;) {
      const part = await readPart(handle, file.size, readTo, deps.config.fetchMaxBytes);
      if (part.kind === 'end') break;
      readTo = part.readTo;
      if (part.kind === 'too-large') {
        await setAside(`it is larger than ${deps.config.fetchMaxBytes} bytes`, null);
        continue;
      }
      const input = { bytes: part.bytes, contentType: null, url: null };
      const rawSha256 = await deps.blobs.put(part.bytes);
      const read = await deps.sandbox.run<unknown, ReadFeed>('read-feed', input);
      if (read.kind === 'ok')
        add(await takeItems(deps, wire, read.value, { source, rawSha256, method: 'file', followUp }));
      else if (read.kind === 'failed' && read.errorName === 'SandboxClosed') throw new Error(read.reason);
      else await setAside(unreadReason(read), rawSha256);
    }
  } finally {
    await handle.close();
  }
  const at = instantText(deps.clock.now());
  const row = { nameSha256: file.nameSha256, size: file.size, modifiedAt: modifiedAt(file), readTo };
  await deps.database.write((tx) => recordTakenFile(tx, wire.id, row, at));
  return total;
}

function modifiedAt({ modifiedMs }: FolderFile): string {
  return instantText(Temporal.Instant.fromEpochMilliseconds(modifiedMs));
}
