import type { Sandbox } from '#platform/sandbox/sandbox.ts';
import type { ParseTasks } from '../worker/parse-tasks.ts';
import { type ExtractRecord, toExtractRecord } from './extract-record.ts';

/** A page that was read, or why not and what can be done about it. */
export type PageExtraction = { kind: 'extracted'; record: ExtractRecord } | { kind: 'set-aside'; reason: string };

/** Reads one page in a parsing thread. @param url null for the address that the page names as its own */
export async function extractPage(sandbox: Sandbox, page: Uint8Array, url: string | null): Promise<PageExtraction> {
  const outcome = await sandbox.run<unknown, ReturnType<ParseTasks['extract-article']>>('extract-article', {
    page,
    contentType: 'text/html',
    url,
  });
  switch (outcome.kind) {
    case 'ok':
      return { kind: 'extracted', record: toExtractRecord(outcome.value) };
    case 'timed-out':
      return setAside(
        `it was not read within ${outcome.deadlineMs} ms; give it longer with DAYBOOK_PARSE_TIMEOUT_MS, or leave it out`,
      );
    case 'out-of-memory':
      return setAside('reading it took more memory than one page may have; save the report alone, or leave it out');
    case 'failed':
      return setAside(
        `it could not be read (${outcome.errorName}: ${outcome.reason}); look whether it is an HTML page, and fetch it again`,
      );
  }
}

export function setAside(reason: string): PageExtraction {
  return { kind: 'set-aside', reason };
}
