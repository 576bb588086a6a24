import type { Refused } from '../composer-state.ts';

/** The server could not be reached; nothing is known of what it did. */
export interface Unreached {
  kind: 'unreached';
}

/** Asks the server for something under `/desk` and answers what it said; never throws. */
export async function ask<T>(
  method: 'GET' | 'PUT' | 'POST',
  path: string,
  body?: unknown,
): Promise<T | Refused | Unreached> {
  const file = body instanceof Blob;
  try {
    const response = await fetch(path, {
      method,
      ...(body === undefined ? {} : { body: file ? body : JSON.stringify(body) }),
      headers: { accept: 'application/json', ...(file ? {} : { 'content-type': 'application/json' }) },
    });
    return (await response.json()) as T;
  } catch {
    return { kind: 'unreached' };
  }
}

/** What to say of an answer that is none of those hoped for. */
export function troubleWords(answer: { kind: string; reason?: string }): string {
  return answer.kind === 'unreached'
    ? 'Not done: the desk cannot be reached from here just now.'
    : (answer.reason ?? 'Not done.');
}
