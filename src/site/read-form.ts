import type { IncomingMessage } from 'node:http';

export type ReadForm =
  | { kind: 'read'; fields: URLSearchParams }
  | { kind: 'refused'; why: 'unreadable' | 'large' | 'slow' }
  /** The connection is gone; there is nobody to answer. */
  | { kind: 'gone' };

/** What is still read of a form that is too large, so that a browser which only reads after sending gets its answer. */
const drainedTimes = 8;

/** Reads a form of a few fields (application/x-www-form-urlencoded) into memory, within bounds of bytes and time. */
export function readForm(request: IncomingMessage, limit: { bytes: number; ms: number }): Promise<ReadForm> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  const fits = type === 'application/x-www-form-urlencoded';
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const done = (form: ReadForm): void => {
      clearTimeout(deadline);
      request.removeAllListeners('data');
      request.resume();
      resolve(form);
    };
    const deadline = setTimeout(() => done({ kind: 'refused', why: 'slow' }), limit.ms);
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (fits && bytes <= limit.bytes) chunks.push(chunk);
      else chunks.length = 0;
      if (bytes > limit.bytes * drainedTimes) done({ kind: 'refused', why: 'large' });
    });
    request.once('end', () => {
      if (!fits) done({ kind: 'refused', why: 'unreadable' });
      else if (bytes > limit.bytes) done({ kind: 'refused', why: 'large' });
      else done({ kind: 'read', fields: new URLSearchParams(Buffer.concat(chunks).toString('utf8')) });
    });
    for (const end of ['close', 'error'] as const) request.once(end, () => done({ kind: 'gone' }));
  });
}
