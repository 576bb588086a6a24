/** An object without some of its fields. */
export function without<T extends object, K extends keyof T>(from: T, ...names: K[]): Omit<T, K> {
  const left = new Set<PropertyKey>(names);
  return Object.fromEntries(Object.entries(from).filter(([name]) => !left.has(name))) as Omit<T, K>;
}
