/** Foreign JSON, a value at a time: what is not what it should be is null or nothing. */
export function asRecord(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

/** A text that says something, trimmed. */
export function textIn(record: Record<string, unknown>, key: string): string | null {
  const value = record[key];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** The records of a list, or of one record; others are passed over. */
export function recordsIn(record: Record<string, unknown>, key: string): Record<string, unknown>[] {
  const value = record[key];
  const listed: unknown[] = Array.isArray(value) ? value : [value];
  return listed.map(asRecord).filter((each) => each !== null);
}
