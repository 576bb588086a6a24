import type { Mention, OriginInput, OriginKind, Settled } from './origin.ts';
import { SOME_AGENCY } from './origin-names.ts';
import type { Told } from './sole-source.ts';
import { isPrintedStatement } from './title-speaker.ts';

/** Who is quoted within so many characters is what a report is about; further down, an aside. */
export const OPENING = 600;

/** The one who tells all that is told, where that is a monitor or an official, or somebody whose statement it is. */
export function speakerOf({ sole }: Told): Mention | null {
  if (!sole) return null;
  const { kind, name, also, start, end, isStatement } = sole;
  if (kind === 'people' || kind === 'carrier' || kind === 'agency' || kind === 'outlet') return null;
  if (kind === 'person' && !isStatement) return null;
  return { kind: kind === 'person' ? 'official' : kind, name, also: [...also], start, end, role: 'quoted' };
}

/**
 * Who a report rests on in the end: who wrote it; its outlet where
 * that was there; who is quoted in its opening; the monitor or the official that alone speaks, or passes a statement on.
 * Null where it rests on its outlet.
 */
export function restsOn(
  mentions: readonly Settled[],
  sole: Settled | null,
  { title, outlet, agency }: OriginInput,
): Settled | null {
  const isOwn = ({ kind, name }: Settled) => kind === 'outlet' && name === outlet;
  const writers = mentions.filter(({ role }) => role === 'wrote');
  const writer =
    writers.find((mention) => !isOwn(mention) && mention.name !== SOME_AGENCY) ??
    writers.find((mention) => !isOwn(mention));
  const there = mentions.find((each) => each.role === 'there' || (each.role === 'quoted' && isOwn(each)));
  const we = mentions.find(({ role }) => role === 'we');
  const written = writer ?? (agency ? fromWire(agency) : null);
  const toldWriter = written && mentions.some(({ role, name }) => role === 'quoted' && name === written.name);
  // An agency, too, passes on what an outlet found.
  const found = mentions.find(
    ({ role, kind, start, name }) => role === 'quoted' && kind === 'outlet' && start < OPENING && name !== outlet,
  );
  if (written && found && found.name !== written.name && !toldWriter && !there && !we)
    return { ...found, kind: 'agency' };
  if (written && sole && !toldWriter && !there && !we) {
    const { kind, name, also } = sole;
    return { ...written, kind: 'agency', of: { kind, name, ...(also ? { also } : {}) } };
  }
  if (written) return { ...written, kind: 'agency' };
  if (there || INTERVIEW.test(title)) return null;
  // An agency's own dateline is on what officials give out, too.
  if (writers.some(isOwn)) return sole?.kind === 'official' ? sole : null;
  const opening = mentions.filter(({ start }) => start < OPENING);
  const carried = (kind: OriginKind | null) =>
    opening.find((each) => each.role === 'quoted' && each.kind === kind && !isOwn(each));
  const quoted =
    carried('agency') ?? carried('outlet') ?? mentions.find(({ role, kind }) => role === 'helped' && kind === 'agency');
  if (quoted && !(we && quoted.role === 'helped')) return { ...quoted, kind: 'agency' };
  if (we && !(sole?.kind === 'official' && isPrintedStatement(title))) return null;
  if (sole) return sole;
  // The first that is quoted; a monitor after others is one of several.
  const first = opening.find(({ role, kind }) => role === 'quoted' && (kind === 'monitor' || kind === 'official'));
  if (first?.kind === 'monitor') return first;
  return opening.find(({ kind, isStatement }) => kind === 'official' && isStatement === true) ?? null;
}

/** Who is interviewed told it to the outlet. */
const INTERVIEW = /^\s*(?:interview|q&a|مقابلة|حوار)(?!\p{L})/iu;

export function fromWire(name: string): Settled {
  return { kind: 'agency', name, start: 0, end: 0, role: 'wrote' };
}
