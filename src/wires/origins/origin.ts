export type OriginKind = 'agency' | 'monitor' | 'official' | 'witness' | 'outlet';

/** Who a report credits, and the words of its body that showed it; offsets are UTF-16 in the body, end exclusive. */
export interface Origin {
  kind: OriginKind;
  /** As known, else as written. */
  name: string;
  /** `body.slice(start, end)`; empty, at 0, when only the report's own `agency` field says it. */
  evidence: string;
  start: number;
  end: number;
  /** Others that the report names as the same: a minister beside the ministry. */
  also?: string[];
  /** Whether this is who the report rests on; at most one is. */
  rests?: boolean;
  /** The one monitor or official that tells all of what this one wrote. */
  of?: { kind: OriginKind; name: string; also?: string[] };
}

/** A name that is known to a publication: of who writes, watches or governs, of other outlets, and of public figures. */
export interface KnownName {
  name: string;
  kind: OriginKind | 'person';
  /** The same name in other languages and forms. */
  also?: string[];
}

export interface OriginInput {
  title: string;
  body: string;
  outlet: string;
  agency?: string | null;
  lang: string;
  known?: readonly KnownName[];
}

/** One place in a body where a name is credited. `kind` is null where the form alone does not tell an agency from an outlet. */
export interface Mention {
  kind: OriginKind | null;
  name: string;
  start: number;
  end: number;
  /** It wrote the report, or some of it; is quoted in it; was there itself; or is "we". */
  role: 'wrote' | 'helped' | 'quoted' | 'there' | 'we';
  dateline?: true;
  also?: string[];
  /** A public figure: credited where nobody else speaks. */
  person?: true;
  of?: Origin['of'];
  /** Told in a statement, a post or before the press. */
  isStatement?: boolean;
}

/** A mention whose kind is known. */
export type Settled = Mention & { kind: OriginKind };
