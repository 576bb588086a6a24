import type { Reader } from '#platform/database/database.ts';
import { sha256 } from '#platform/hash.ts';
import { canonicalEntry, findAuditHead, findDeedsAfter } from './audit-store.ts';

export type AuditCheck =
  | { kind: 'whole'; entries: number; sha256: string }
  /** `number`: the first entry that is changed, out of its place, or missing. */
  | { kind: 'broken'; number: number; why: 'missing' | 'changed' | 'not after the one before' | 'after the end' };

const atOnce = 500;

/** Reads the whole chain: every entry is there, is as it was written, and follows the one before. */
export async function verifyAudit(db: Reader): Promise<AuditCheck> {
  // First: what is added while this reads stands after it.
  const head = await findAuditHead(db);
  let number = 0;
  let previous = '0'.repeat(64);
  for (;;) {
    const entries = await findDeedsAfter(db, number, atOnce);
    for (const entry of entries) {
      if (entry.number !== number + 1) return { kind: 'broken', number: number + 1, why: 'missing' };
      number = entry.number;
      if (entry.previous !== previous) return { kind: 'broken', number, why: 'not after the one before' };
      if (sha256(canonicalEntry(entry)) !== entry.sha256) return { kind: 'broken', number, why: 'changed' };
      previous = entry.sha256;
      if (number === head.number && previous !== head.sha256) return { kind: 'broken', number, why: 'changed' };
    }
    if (entries.length < atOnce) break;
  }
  if (number < head.number) return { kind: 'broken', number: number + 1, why: 'missing' };
  const now = await findAuditHead(db);
  if (number > now.number) return { kind: 'broken', number: now.number + 1, why: 'after the end' };
  return { kind: 'whole', entries: number, sha256: previous };
}
