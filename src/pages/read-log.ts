/** What a page read while it was made: the keys of the changes that make it stale. */
export interface ReadLog {
  keys: Set<string>;
  add(...keys: string[]): void;
}

export function createReadLog(): ReadLog {
  const keys = new Set<string>();
  return { keys, add: (...more) => more.forEach((key) => keys.add(key)) };
}
