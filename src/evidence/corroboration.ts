import { bareKind, isOfKind, sameName } from '#lib/text/same-name.ts';
import { SOME_AGENCY } from '#wires/wires.ts';

/** Who a report rests on. `also`: who is named in the report as the same, as a minister is beside the ministry. */
export interface VoiceOrigin {
  kind: string;
  name: string;
  also?: readonly string[];
}

/** What a report counts as when voices are counted. `copyOf` is a key of the report that it copies, where known. */
export interface Voice {
  key: string;
  outlet: string;
  origin: VoiceOrigin | null;
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

/** One origin under all the names that it has here, with the reports that rest on it. */
interface Body {
  origins: VoiceOrigin[];
  carriers: Voice[];
}

/**
 * Counts voices. A copy rests on what its original rests on. An origin is one in whatever script, length or word it is
 * named; one that is itself among the outlets rests on what they rest on there.
 */
export function corroborate(voices: Voice[]): Corroboration {
  const outlets = [...new Set(voices.map(({ outlet }) => outlet))];
  const { own, bodies } = readClaims(voices);
  const named = joinBodies(bodies, sameBody);
  const meant = joinBodies(named, (one, other) => refersTo(one, other, named) || refersTo(other, one, named));
  const found = restOnOutlets(meant, voices, outlets);
  for (const body of found) own.delete(outletOf(body, outlets) ?? '');
  const origins = found
    .map((body) => ({ ...mostCarried(body), outlets: new Set(body.carriers.map(({ outlet }) => outlet)).size }))
    .sort((a, b) => b.outlets - a.outlets || a.name.localeCompare(b.name));
  return { outlets, origins, independent: origins.length + own.size };
}

/** The outlets that rest on themselves, and who the others rest on, by name. All copies of one text rest on one. */
function readClaims(voices: Voice[]): { own: Set<string>; bodies: Body[] } {
  const byKey = new Map(voices.map((voice) => [voice.key, voice]));
  const own = new Set<string>();
  const byName = new Map<string, Body>();
  for (const [root, group] of Map.groupBy(voices, (voice) => rootOf(voice, byKey))) {
    const written = group.find(({ origin }) => origin?.kind === 'agency')?.origin;
    const common = written ?? root.origin ?? group.find(({ origin }) => origin !== null)?.origin ?? null;
    for (const voice of group) {
      const origin = voice.origin?.kind === 'agency' ? voice.origin : common;
      if (!origin || origin.kind === 'outlet') {
        own.add(root.outlet);
        continue;
      }
      const key = `${origin.kind}:${origin.name}`;
      const body = byName.get(key) ?? { origins: [], carriers: [] };
      byName.set(key, { origins: [...body.origins, origin], carriers: [...body.carriers, voice] });
    }
  }
  return { own, bodies: [...byName.values()] };
}

function joinBodies(bodies: readonly Body[], same: (one: Body, other: Body) => boolean): Body[] {
  return bodies.reduce<Body[]>((joined, body) => {
    const like = new Set(joined.filter((each) => same(each, body)));
    return [...joined.filter((each) => !like.has(each)), together([...like, body])];
  }, []);
}

function together(bodies: readonly Body[]): Body {
  return { origins: bodies.flatMap(({ origins }) => origins), carriers: bodies.flatMap(({ carriers }) => carriers) };
}

function sameBody(one: Body, other: Body): boolean {
  const theirs = namesOf(other);
  return namesOf(one).some((name) => theirs.some((each) => sameName(name, each)));
}

function namesOf({ origins }: Body): string[] {
  return [...new Set(origins.flatMap(({ name, also = [] }) => [name, ...also]))];
}

/** A name that tells only what somebody is ("the ministry", "agencies") means the one that is named, where it is one alone. */
function refersTo(vague: Body, named: Body, all: readonly Body[]): boolean {
  const means = ({ origins }: Body): boolean =>
    vague.origins.every(({ kind, name }) => {
      if (name === SOME_AGENCY) return origins.some((each) => each.kind === 'agency' && each.name !== SOME_AGENCY);
      const bare = bareKind(name);
      return bare !== undefined && origins.some((each) => each.kind === kind && isOfKind(each.name, bare));
    });
  const meant = all.filter((each) => each !== vague && means(each));
  return meant.length === 1 && meant[0] === named;
}

/** An origin that is an outlet here, and there rests on somebody else each time, rests on that one. */
function restOnOutlets(bodies: readonly Body[], voices: readonly Voice[], outlets: readonly string[]): Body[] {
  const below = new Map<Body, Body>();
  for (const body of bodies) {
    const outlet = outletOf(body, outlets);
    const under = voices
      .filter((voice) => voice.outlet === outlet)
      .map((voice) => bodies.find(({ carriers }) => carriers.includes(voice)));
    const [first] = under;
    if (first && first !== body && under.every((each) => each === first)) below.set(body, first);
  }
  const lowest = (body: Body): Body => {
    const seen = new Set<Body>();
    let at = body;
    for (let next = below.get(at); next && !seen.has(at); next = below.get(at)) {
      seen.add(at);
      at = next;
    }
    return at;
  };
  // The lowest first: it is the name that counts.
  return [...Map.groupBy(bodies, lowest)].map(([base, all]) => together([base, ...all.filter((each) => each !== base)]));
}

/** The outlet that an origin is: of that very name, else the one alone whose name it can be. */
function outletOf(body: Body, outlets: readonly string[]): string | undefined {
  const exact = outlets.find((outlet) => body.origins.some(({ name }) => name === outlet));
  if (exact !== undefined) return exact;
  const like = outlets.filter((outlet) => body.origins.some(({ name }) => sameName(name, outlet)));
  return like.length === 1 ? like[0] : undefined;
}

/** The origin that most name so; of equals the first. */
function mostCarried({ origins }: Body): { name: string; kind: string } {
  const times = ({ name }: VoiceOrigin) => origins.filter((each) => each.name === name).length;
  const [best] = origins.toSorted((a, b) => times(b) - times(a));
  return { name: best?.name ?? '', kind: best?.kind ?? '' };
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
