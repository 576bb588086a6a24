import { connect, type Socket } from 'node:net';

export interface LoadResult {
  requestsPerSecond: number;
  requests: number;
}

/** Asks one path over keep-alive connections, one request at a time on each, for a time; every answer must be a 200. */
export async function loadHttp(
  port: number,
  path: string,
  options: { connections: number; milliseconds: number },
): Promise<LoadResult> {
  const request = `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept-encoding: gzip\r\n\r\n`;
  const started = performance.now();
  const ends = started + options.milliseconds;
  const counts = await Promise.all(Array.from({ length: options.connections }, () => askUntil(port, request, ends)));
  const requests = counts.reduce((sum, count) => sum + count, 0);
  return { requests, requestsPerSecond: requests / ((performance.now() - started) / 1000) };
}

function askUntil(port: number, request: string, ends: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1', () => socket.write(request));
    let answered = 0;
    let wanted = -1;
    let got = 0;
    let head = Buffer.alloc(0);
    socket.setNoDelay(true);
    socket.on('error', reject);
    socket.on('data', (chunk: Buffer) => {
      if (wanted < 0) {
        head = Buffer.concat([head, chunk]);
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        const text = head.toString('latin1', 0, end);
        const length = /content-length: (\d+)/iu.exec(text)?.[1];
        if (!text.startsWith('HTTP/1.1 200') || length === undefined) {
          socket.destroy();
          reject(new Error(`not a 200 with a length: ${text.split('\r\n')[0]}`));
          return;
        }
        wanted = Number(length);
        got = head.length - end - 4;
      } else got += chunk.length;
      if (got < wanted) return;
      answered += 1;
      wanted = -1;
      head = Buffer.alloc(0);
      if (performance.now() < ends) socket.write(request);
      else {
        socket.end();
        resolve(answered);
      }
    });
  });
}
