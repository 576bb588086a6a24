import type { FileHandle } from 'node:fs/promises';
import { isMbox, mboxStarts } from './formats/mbox.ts';
import { maxItems } from './parsed-feed.ts';

/** The next part of a file that can be read by itself; `readTo` is where the one after it begins. */
export type Part =
  | { kind: 'part'; bytes: Uint8Array; readTo: number }
  | { kind: 'too-large'; readTo: number }
  | { kind: 'end' };

/**
 * Reads the next part of a file, at most `maxBytes` long: the whole of it, or of an mbox as many whole messages as there
 * is room for. What was read of an mbox before is not read again when it has grown; any other file is read anew.
 */
export async function readPart(handle: FileHandle, size: number, from: number, maxBytes: number): Promise<Part> {
  if (from >= size) return { kind: 'end' };
  const box = isMbox(await readBytes(handle, 0, 300));
  if (!box) {
    if (size > maxBytes) return { kind: 'too-large', readTo: size };
    return { kind: 'part', bytes: await readBytes(handle, 0, size), readTo: size };
  }
  const bytes = await readBytes(handle, from, Math.min(maxBytes, size - from));
  const starts = mboxStarts(bytes);
  const first = starts[0];
  // Within a message of which the beginning was too large, or a file that was written anew.
  if (first === undefined) return { kind: 'too-large', readTo: from + bytes.length };
  const rest = from + bytes.length >= size ? bytes.length : starts.at(-1);
  const end = starts[maxItems] ?? rest ?? bytes.length;
  if (end === first) return { kind: 'too-large', readTo: from + bytes.length };
  return { kind: 'part', bytes: bytes.subarray(first, end), readTo: from + end };
}

/** Whether a message of an mbox begins at a place of a file: what was read before it need not be read again. */
export async function beginsMessage(handle: FileHandle, at: number): Promise<boolean> {
  return isMbox(await readBytes(handle, at, 300));
}

async function readBytes(handle: FileHandle, from: number, length: number): Promise<Uint8Array> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, from);
  return new Uint8Array(buffer.buffer, buffer.byteOffset, bytesRead);
}
