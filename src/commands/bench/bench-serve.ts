import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchRow } from './bench-row.ts';
import { loadHttp } from './load-http.ts';

const page = '/belisar/executive-summaries/2026/11/20';
const rounds = 3;
const load = { connections: 16, milliseconds: 5000 };

/** Serves the bytes and headers that it is handed as JSON on its standard input, and nothing else. */
const bareServer = `
const { createServer } = require('node:http');
let text = '';
process.stdin.on('data', (chunk) => (text += chunk)).on('end', () => {
  const { headers, body } = JSON.parse(text);
  const bytes = Buffer.from(body, 'base64');
  const server = createServer((_, response) => { response.writeHead(200, headers); response.end(bytes); });
  server.listen(0, '127.0.0.1', () => console.log('Bare  http://127.0.0.1:' + server.address().port));
});`;

/** The published page of the sample, asked for over 16 connections, beside bare node:http sending the same bytes and headers. */
export async function benchServe(): Promise<BenchRow[]> {
  const data = await mkdtemp(join(tmpdir(), 'daybook-bench-'));
  const children: ChildProcess[] = [];
  try {
    const main = process.argv[1] ?? '';
    const daybook = spawn(process.execPath, [main, 'serve', '--sample', '--data', data, '--port', '0'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    children.push(daybook);
    const port = await readPort(daybook, 'Site');
    const sent = await fetchGzip(port);
    const bare = spawn(process.execPath, ['-e', bareServer], { stdio: ['pipe', 'pipe', 'ignore'] });
    children.push(bare);
    bare.stdin?.end(JSON.stringify(sent));
    const barePort = await readPort(bare, 'Bare');
    const ours: number[] = [];
    const theirs: number[] = [];
    await loadHttp(port, page, { ...load, milliseconds: 1000 });
    await loadHttp(barePort, page, { ...load, milliseconds: 1000 });
    for (let round = 0; round < rounds; round += 1) {
      ours.push((await loadHttp(port, page, load)).requestsPerSecond);
      theirs.push((await loadHttp(barePort, page, load)).requestsPerSecond);
    }
    const [daybookRate, bareRate] = [median(ours), median(theirs)];
    return [
      { name: 'published page', value: daybookRate, unit: 'requests/s' },
      { name: 'bare node:http, same bytes', value: bareRate, unit: 'requests/s' },
      { name: 'ratio', value: daybookRate / bareRate, unit: '', bar: '≥ 0.7' },
      { name: 'page over the wire (gzip)', value: Buffer.from(sent.body, 'base64').length, unit: 'bytes' },
    ];
  } finally {
    for (const child of children) child.kill('SIGTERM');
    await Promise.all(children.map((child) => child.exitCode ?? new Promise((resolve) => child.once('exit', resolve))));
    await rm(data, { recursive: true, force: true });
  }
}

/** The port that a server prints after a word. */
export function readPort(child: ChildProcess, word: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const port = new RegExp(`^${word}\\s+http://127\\.0\\.0\\.1:(\\d+)`, 'mu').exec(text)?.[1];
      if (port) resolve(Number(port));
    });
    child.once('exit', (code) => reject(new Error(`a server of the bench ended with ${code}`)));
  });
}

function fetchGzip(port: number): Promise<{ headers: Record<string, string>; body: string }> {
  return new Promise((resolve, reject) => {
    get(
      { port, host: '127.0.0.1', path: page, headers: { 'accept-encoding': 'gzip' } },
      (response: IncomingMessage) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const { date: _, connection: __, 'keep-alive': ___, ...headers } = response.headers as Record<string, string>;
          resolve({ headers, body: Buffer.concat(chunks).toString('base64') });
        });
      },
    ).on('error', reject);
  });
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
