import type { Readable } from 'node:stream';

/** The server said something that cannot be read, or that it will not do what was asked; the message has its words. */
export class ImapFailed extends Error {
  override name = 'ImapFailed';
}

/** One answer of a server: its text, with `{n}` where a literal stood, and the literals in order. */
export interface ImapAnswer {
  text: string;
  literals: Buffer[];
}

const longestLine = 1_000_000;

/** Reads answers off a connection, each bounded in size, each byte of it awaited no longer than `timeoutMs`. */
export function createImapReader(socket: Readable, limits: { timeoutMs: number; mostBytes: number }) {
  const chunks = socket[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let held: Buffer = Buffer.alloc(0);

  async function more(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new ImapFailed(`it did not answer within ${limits.timeoutMs} ms`));
      }, limits.timeoutMs);
    });
    try {
      const { done, value } = await Promise.race([chunks.next(), late]);
      if (done) throw new ImapFailed('it ended the connection');
      held = held.length === 0 ? value : Buffer.concat([held, value]);
    } finally {
      clearTimeout(timer);
    }
  }

  async function line(): Promise<string> {
    let from = 0;
    for (;;) {
      const end = held.indexOf('\r\n', from);
      if (end !== -1) {
        const text = held.subarray(0, end).toString('latin1');
        held = held.subarray(end + 2);
        return text;
      }
      if (held.length > longestLine) throw new ImapFailed(`a line of it is longer than ${longestLine} bytes`);
      from = Math.max(0, held.length - 1);
      await more();
    }
  }

  async function literal(size: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let left = size; left > 0;) {
      if (held.length === 0) await more();
      const part = held.subarray(0, left);
      parts.push(part);
      held = held.subarray(part.length);
      left -= part.length;
    }
    return Buffer.concat(parts);
  }

  return {
    async next(): Promise<ImapAnswer> {
      let text = await line();
      const literals: Buffer[] = [];
      for (let bytes = 0; ;) {
        const size = /\{(\d{1,12})\}$/u.exec(text)?.[1];
        if (size === undefined) return { text, literals };
        bytes += Number(size);
        if (bytes > limits.mostBytes) throw new ImapFailed(`it sends more than ${limits.mostBytes} bytes at once`);
        literals.push(await literal(Number(size)));
        text += await line();
        if (text.length > longestLine) throw new ImapFailed(`a line of it is longer than ${longestLine} bytes`);
      }
    },
  };
}
