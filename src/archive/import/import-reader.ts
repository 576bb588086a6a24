import { sha256 } from '#platform/hash.ts';
import type { Sandbox, SandboxOutcome } from '#platform/sandbox/sandbox.ts';
import { ArchiveUnreadable, type ImportContext, type ImportFormat, type ParsedItem } from './importer.ts';
import type { OpenAnswer, OpenRequest, ReadAnswer } from './import-tasks.ts';

/** An item as it was offered, and what it says once it was asked. */
export interface ReadItem {
  name: string;
  sha256: string;
  /** Null: it was not asked for. */
  parsed: ParsedItem | null;
}

/** An archive as the main thread sees it: chunks of items in order. A parse that does not end is ended, and named. */
export interface ImportReader extends OpenAnswer {
  /**
   * Reads the next chunk and begins to parse those of its items that `wanted` names; null at the end. A chunk's `items`
   * must have come before the next is asked for.
   */
  next(wanted: Wanted): Promise<{ items: Promise<ReadItem[]> } | null>;
  /** The bytes of a picture; null when the archive does not hold it. Throws PictureUnread when reading it failed. */
  picture(address: string): Promise<Uint8Array | null>;
}

/** A picture that the archive holds could not be read; the message says why. */
export class PictureUnread extends Error {
  override name = 'PictureUnread';
}

/** Answers the names of those items that are to be parsed. */
export type Wanted = (items: { name: string; sha256: string }[]) => Promise<Set<string>>;

const chunkItems = 48;

/**
 * Opens an archive in a thread of its own. The sandbox must have one thread: the archive is open in it. When the thread is
 * ended, another opens the archive and passes over what was read before. Reading or parsing a chunk has a deadline, opening
 * (which may survey the whole archive) one 20 times as long. Throws ArchiveUnreadable.
 */
export async function openImportReader(
  sandbox: Sandbox,
  request: { format: ImportFormat; path: string; context: ImportContext },
  deadlines = { readMs: 30_000, parseMs: 15_000 },
): Promise<ImportReader> {
  let read = 0;
  let last = 'its beginning';
  let ended = false;
  let most = chunkItems;

  const begin = async (): Promise<OpenAnswer> => {
    const asked: OpenRequest = { ...request, skip: read };
    const opened = await sandbox.run<OpenRequest, OpenAnswer>('import-open', asked, {
      deadlineMs: 20 * deadlines.readMs,
    });
    if (opened.kind === 'ok') return opened.value;
    throw new ArchiveUnreadable(
      opened.kind === 'failed'
        ? opened.reason
        : `“${request.path}” cannot be opened: ${reasonOf(opened)}. Look whether it is what you meant, or import parts of it`,
    );
  };

  const readChunk = async (): Promise<ReadAnswer> => {
    const ask = () => sandbox.run<number, ReadAnswer>('import-read', most, { deadlineMs: deadlines.readMs });
    let answer = await ask();
    if (answer.kind !== 'ok' && most > 1) {
      // Item by item, all that stands before the place where reading stops is had.
      most = 1;
      await begin();
      answer = await ask();
    }
    return answer.kind === 'ok' ? answer.value : { items: [], ended: true, broken: reasonOf(answer) };
  };

  const parse = (places: number[]) =>
    sandbox.run<number[], ParsedItem[]>('import-parse', places, { deadlineMs: deadlines.parseMs });

  /** The chunk read again in a new thread. */
  const readAgain = async (): Promise<void> => {
    await begin();
    await readChunk();
  };

  /** After a thread was ended: its items one by one, so that the guilty one is named and the others are had. */
  const parseAlone = async (places: number[], items: ReadItem[]): Promise<ParsedItem[]> => {
    const parsed: ParsedItem[] = [];
    await readAgain();
    for (const place of places) {
      const outcome = await parse([place]);
      const [only] = outcome.kind === 'ok' ? outcome.value : [];
      const advice = `open ${items[place]?.name ?? 'it'} by itself and look what is wrong`;
      const reason = outcome.kind === 'ok' ? 'nothing was made of it' : `${reasonOf(outcome)}; ${advice}`;
      parsed.push(only ?? { kind: 'set-aside', reason });
      if (outcome.kind !== 'ok') await readAgain();
    }
    return parsed;
  };

  const finish = async (items: ReadItem[], places: number[], answer: ReadAnswer): Promise<ReadItem[]> => {
    const outcome = places.length > 0 ? await parse(places) : null;
    const parsed = outcome === null ? [] : outcome.kind === 'ok' ? outcome.value : await parseAlone(places, items);
    for (const [at, place] of places.entries()) {
      const item = items[place];
      if (item) item.parsed = parsed[at] ?? null;
    }
    read += items.length;
    last = items.at(-1)?.name ?? last;
    return answer.broken === null ? items : [...items, restUnread(last, answer.broken)];
  };

  // One thing at a time is asked of the thread: after a kill, what was open is opened again before anything else.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work, work);
    turn = done;
    return done;
  };

  const readPicture = async (address: string): Promise<Uint8Array | null> => {
    const ask = () =>
      sandbox.run<string, Uint8Array | null>('import-picture', address, { deadlineMs: deadlines.parseMs });
    const outcome = await ask();
    if (outcome.kind === 'ok') return outcome.value;
    await begin();
    throw new PictureUnread(reasonOf(outcome));
  };

  const opened = await begin();
  return {
    ...opened,
    async next(wanted) {
      if (ended) return null;
      const answer = await inTurn(readChunk);
      ended = answer.ended;
      const items = answer.items.map((item): ReadItem =>
        'unread' in item ? unreadItem(item.name, item.unread) : { ...item, parsed: null },
      );
      const chosen = await wanted(items.filter(({ parsed }) => parsed === null));
      const places = items.flatMap(({ name, parsed }, place) => (parsed === null && chosen.has(name) ? [place] : []));
      const finished = inTurn(() => finish(items, places, answer));
      // It is awaited a little later; a failure until then is no unhandled one.
      finished.catch(() => {});
      return { items: finished };
    },
    picture: (address) => inTurn(() => readPicture(address)),
  };
}

function restUnread(last: string, why: string): ReadItem {
  return unreadItem(
    `what follows ${last}`,
    `the archive cannot be read further: ${why}. What stands before is imported; mend the archive and run the same command again`,
  );
}

function unreadItem(name: string, reason: string): ReadItem {
  return { name, sha256: sha256(reason), parsed: { kind: 'set-aside', reason } };
}

function reasonOf(outcome: Exclude<SandboxOutcome<unknown>, { kind: 'ok' }>): string {
  switch (outcome.kind) {
    case 'timed-out':
      return `reading it did not end within ${Math.round(outcome.deadlineMs / 1000)} seconds`;
    case 'out-of-memory':
      return 'reading it takes more memory than an import may use';
    case 'failed':
      return outcome.reason;
  }
}
