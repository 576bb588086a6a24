import type { Lang } from '#platform/language.ts';

/** `tip`: "Suggest your story or issue". `pitch`: "Share your story", which wants to be published. */
export type SubmissionKind = 'tip' | 'pitch';

/** `new` until somebody at the desk opened it. */
export type SubmissionState = 'new' | 'read' | 'answered' | 'closed';

/** What a reader wrote, as it is sealed. Plain text throughout, links too; what was left empty is ''. */
export interface SubmissionContent {
  /** The language of the page that it was written on. */
  lang: Lang;
  text: string;
  email: string;
  /** Of a pitch: the languages that its writer works in, in their words. */
  languages: string;
  /** Of a pitch: earlier work or evidence, one a line. */
  links: string;
  /** Of a pitch: whether the writer wants to be named, and how. */
  byline: { wanted: boolean; name: string };
}

/** A submission as it is kept: nothing of it says who, from where, with what or at what time of the day. */
export interface StoredSubmission {
  id: string;
  publication: string;
  kind: SubmissionKind;
  /** The day in the publication's zone, and no more. */
  receivedOn: string;
  /** Whose public key it is sealed to. */
  keyId: string;
  /** Sealed SubmissionContent, base64. */
  sealed: string;
  receiptLookup: string;
  /** The receipt's public key, base64: what a reply is sealed to. */
  receiptKey: string;
  state: SubmissionState;
  reply: StoredReply | null;
}

/** A reply twice: for whoever holds the receipt, and for the desk, which could not read the first. */
export interface StoredReply {
  sealed: string;
  deskCopy: string;
  repliedOn: string;
}

/** The most UTF-16 units of each field; they keep everything inside the largest padded size. */
export const limits = { text: 20_000, email: 254, languages: 300, links: 4000, name: 200, reply: 10_000 };

/** The most bytes of a form as it is sent: percent-encoding takes up to nine bytes for a letter. */
export const mostFormBytes = 300_000;
