import { isLeftOut } from '#lib/text/institution-words.ts';
import { institutionOf, onlyKind, sameInstitution } from '#lib/text/institution.ts';
import { bareKind, isOfKind, sameName } from '#lib/text/same-name.ts';
import { SOME_AGENCY, type Tellers } from '#wires/wires.ts';

/**
 * Who a report rests on. `also`: who is named in the report as the same, as a minister is beside the ministry; `of`: the
 * one monitor or official that tells all of what an agency wrote.
 */
export interface VoiceOrigin {
  kind: string;
  name: string;
  also?: readonly string[];
  of?: VoiceOrigin;
}

/** What a report counts as when voices are counted. `copyOf` is a key of the report that it copies, where known. */
export interface Voice {
  key: string;
  outlet: string;
  origin: VoiceOrigin | null;
  copyOf?: string | null;
  /** Who tells what it tells, by name, and whether its outlet was there or was told, where known. */
  tellers?: Tellers;
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
 * named; one that is itself among the outlets rests on what they rest on there; and an agency that passes on what a monitor
 * says is no second voice beside it.
 */
export function corroborate(told: Voice[]): Corroboration {
  const voices = told.map((voice) => ({ ...voice, copyOf: voice.copyOf ?? retoldBy(voice, told) }));
  const outlets = [...new Set(voices.map(({ outlet }) => outlet))];
  const { own, bodies } = readClaims(voices);
  const named = joinBodies(bodies, sameBody);
  const meant = joinBelow(named, (body) => onlyOne(named.filter((other) => refersTo(body, other))));
  const found = joinBelow(
    meant,
    (body) => onlyOne(restsAsOutlet(body, meant, voices, outlets)) ?? onlyOne(passesOn(body, meant, voices)),
  );
  for (const body of found) own.delete(outletOf(body, outlets) ?? '');
  const origins = found
    .map((body) => ({ ...mostCarried(body), outlets: new Set(body.carriers.map(({ outlet }) => outlet)).size }))
    .sort((a, b) => b.outlets - a.outlets || a.name.localeCompare(b.name));
  return { outlets, origins, independent: origins.length + own.size };
}

/**
 * The report that another one retells without saying so: all whom it lets speak, persons among them, speak there too, to
 * that outlet's own people or first.
 */
function retoldBy({ key, outlet, origin, tellers }: Voice, voices: readonly Voice[]): string | null {
  if (origin || !tellers || tellers.isOwn || tellers.persons.length === 0) return null;
  const at = voices.findIndex((each) => each.key === key);
  const speaksThere = (name: string, { tellers: theirs }: Voice) =>
    [...(theirs?.persons ?? []), ...(theirs?.officials ?? [])].some((each) => sameName(name, each));
  const retold = voices.find(
    (other, place) =>
      other.outlet !== outlet &&
      (other.tellers?.isOwn === true || other.origin !== null || place < at) &&
      [...tellers.persons, ...tellers.officials].every((name) => speaksThere(name, other)),
  );
  return retold?.key ?? null;
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
  return namesOf(one).some((name) => theirs.some((each) => sameName(name, each) || sameInstitution(name, each)));
}

function namesOf({ origins }: Body): string[] {
  return [...new Set(origins.flatMap(({ name, also = [] }) => [name, ...also]))];
}

/** Whether what tells only what somebody is ("the ministry", "a police spokesman", "agencies") can mean one that is named. */
function refersTo(vague: Body, named: Body): boolean {
  if (vague === named) return false;
  if (vague.origins.every(({ name }) => name === SOME_AGENCY))
    return named.origins.some(({ kind, name }) => kind === 'agency' && name !== SOME_AGENCY);
  const bare = kindAlone(vague);
  if (bare === undefined || kindAlone(named) === bare) return false;
  return named.origins.some(({ kind }) => kind !== 'agency') && namesOf(named).some((name) => isOfKind(name, bare));
}

/** The kind of body that all names of bodies among these tell, and nothing else: "police", "the city police". */
function kindAlone(body: Body): string | undefined {
  const kinds = new Set<string>();
  for (const name of namesOf(body)) {
    const bare = onlyKind(name) ?? bareKind(name);
    if (bare !== undefined) kinds.add(bare);
    else if (institutionOf(name)) return undefined;
  }
  const telling = [...kinds].filter((kind) => kinds.size === 1 || !isLeftOut(kind));
  return telling.length === 1 ? telling[0] : undefined;
}

/** Origins that are one with another here, which is the one that counts. */
function joinBelow(bodies: readonly Body[], findBelow: (body: Body) => Body | undefined): Body[] {
  const below = new Map(bodies.map((body) => [body, findBelow(body)]));
  const lowest = (body: Body): Body => {
    const seen = new Set<Body>();
    let at = body;
    for (let next = below.get(at); next && !seen.has(at); next = below.get(at)) {
      seen.add(at);
      at = next;
    }
    return at;
  };
  return [...Map.groupBy(bodies, lowest)].map(([base, all]) =>
    together([base, ...all.filter((each) => each !== base)]),
  );
}

/** What an origin that is an outlet here rests on there, each time. */
function restsAsOutlet(body: Body, bodies: readonly Body[], voices: readonly Voice[], outlets: readonly string[]) {
  const outlet = outletOf(body, outlets);
  const under = voices
    .filter((voice) => voice.outlet === outlet)
    .map((voice) => bodies.find(({ carriers }) => carriers.includes(voice)));
  return under.includes(body) ? [] : under;
}

/** Whom an agency passes on: in its own report, and in all that say who tells it. */
function passesOn(body: Body, bodies: readonly Body[], voices: readonly Voice[]) {
  const own = voices.filter(({ outlet, origin }) => origin && body.origins.includes(origin) && outlet === origin.name);
  if (own.some(({ origin }) => !origin?.of)) return [];
  return body.origins.flatMap(({ of }) =>
    of ? [onlyOne(bodies.filter((each) => each !== body && isOneWith(each, { origins: [of], carriers: [] })))] : [],
  );
}

function isOneWith(one: Body, other: Body): boolean {
  return sameBody(one, other) || refersTo(one, other) || refersTo(other, one);
}

/** What all of them are. */
function onlyOne<T>(all: readonly T[]): T | undefined {
  return all.every((each) => each === all[0]) ? all[0] : undefined;
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
