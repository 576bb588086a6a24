/** What a report counts as when voices are counted. `copyOf` is a key of the report that it copies, where known. */
export interface Voice {
  key: string;
  outlet: string;
  origin: { kind: string; name: string } | null;
  copyOf?: string | null;
}

/** Who carries a development, counted by origin: ten outlets carrying one agency are one voice. */
export interface Corroboration {
  outlets: string[];
  /** Agencies, monitors and officials that outlets carry, with how many outlets carry each; most carried first. */
  origins: { name: string; kind: string; outlets: number }[];
  /** How many origins there are in the end: those named, and each outlet that rests on itself. */
  independent: number;
}

/** Counts voices. A copy rests on what its original rests on. */
export function corroborate(voices: Voice[]): Corroboration {
  const byKey = new Map(voices.map((voice) => [voice.key, voice]));
  const carried = new Map<string, { name: string; kind: string; outlets: Set<string> }>();
  const own = new Set<string>();
  for (const voice of voices) {
    const root = rootOf(voice, byKey);
    const origin = voice.origin ?? root.origin;
    if (origin && origin.kind !== 'outlet') {
      const name = `${origin.kind}:${origin.name}`;
      const entry = carried.get(name) ?? { name: origin.name, kind: origin.kind, outlets: new Set() };
      entry.outlets.add(voice.outlet);
      carried.set(name, entry);
    } else own.add(root.outlet);
  }
  // An agency that is itself among the outlets is the same voice as those that carry it.
  for (const { name } of carried.values()) own.delete(name);
  const origins = [...carried.values()]
    .map((origin) => ({ name: origin.name, kind: origin.kind, outlets: origin.outlets.size }))
    .sort((a, b) => b.outlets - a.outlets || a.name.localeCompare(b.name));
  const outlets = [...new Set(voices.map((voice) => voice.outlet))];
  return { outlets, origins, independent: origins.length + own.size };
}

function rootOf(voice: Voice, byKey: Map<string, Voice>): Voice {
  const seen = new Set<string>();
  let root = voice;
  while (root.copyOf && !seen.has(root.key)) {
    seen.add(root.key);
    const original = byKey.get(root.copyOf);
    if (!original) break;
    root = original;
  }
  return root;
}
