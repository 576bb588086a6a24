import { readFile } from 'node:fs/promises';
import type { NameToWithdraw } from '#withdrawals/withdrawals.ts';

/** One person a line: spellings parted by `;`, `#` begins a remark. */
export async function readNamesFile(file: string): Promise<(NameToWithdraw & { by: string })[]> {
  return (await readFile(file, 'utf8'))
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => ({ names: line.split(';'), by: 'command line' }));
}
