/** A page or file of the site, and the keys of what it read: a change to any of them makes it stale. */
export interface RenderedPage {
  status: number;
  contentType: string;
  body: string;
  /** What is no text: the body is then empty. */
  bytes?: Uint8Array;
  /** Set with a redirect's status. */
  location?: string;
  /** No search engine is to keep it. */
  noindex: boolean;
  /** False: made for who asks. What it shows follows more than published data, or there is no end of such addresses. */
  kept?: boolean;
  /** It has a script of our own, and may run that. */
  script?: boolean;
  reads: Set<string>;
}
