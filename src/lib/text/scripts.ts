/** Whether two texts share a script: letters of both are with capitals, or of both without. */
export function shareScript(one: string, other: string): boolean {
  const cased = /[\p{Lu}\p{Ll}]/u;
  const uncased = /\p{Lo}/u;
  return (cased.test(one) && cased.test(other)) || (uncased.test(one) && uncased.test(other));
}
