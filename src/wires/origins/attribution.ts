import type { OriginKind } from './origin.ts';

/** Somebody who tells something, as a text names them. */
export interface Source {
  /** `carrier`: an agency or outlet; `person`: by name, without an office; `people`: nobody in particular. */
  kind: OriginKind | 'carrier' | 'person' | 'people';
  name: string;
  /** The same in the same place: a minister's name beside the ministry's. */
  also: readonly string[];
  /** Says only what somebody is: `kind` of what kind of body, "the ministry"; `office` not even that, "a spokesman". */
  bare?: 'kind' | 'office';
}

/** One place where somebody is said to tell something; offsets are UTF-16, end exclusive. */
export interface Attribution {
  start: number;
  end: number;
  /** Null for somebody who was named before: "he said", "the statement added", "its director". */
  source: Source | null;
  /** Names that the place adds to whoever was named before: "its secretary, Bram Tolley". */
  adds?: readonly string[];
  /** In a statement, a post, before the press. */
  isStatement: boolean;
  /** Counted, ordered, asked: told by what somebody did, and in passing of anybody but the one who tells the rest. */
  isDeed?: boolean;
}
