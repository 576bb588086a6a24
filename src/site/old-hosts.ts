import { findLastChange } from '#platform/changes/change-store.ts';
import type { Reader } from '#platform/database/database.ts';
import { hasStoodAt } from '#pages/pages.ts';

/** The hosts that pages of this site stood at before they came here, and that may be led here now. */
export interface OldHosts {
  /** The host of a request where it is not the site's own; null where it is, or is not said. */
  otherHost(host: string | undefined): string | null;
  /** Whether anything stood there. Looked up once after each change; the answers that are kept are few. */
  knows(host: string): Promise<boolean>;
}

const mostKept = 100;
/** A proxy in front of us, or somebody on this machine: no page ever stood there. */
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/iu;

export function createOldHosts(db: Reader, origin: string): OldHosts {
  const own = new URL(origin).host;
  const known = new Map<string, boolean>();
  let asOf = -1;
  return {
    otherHost: (host) => (host === undefined || host === own || loopback.test(host) ? null : host),
    async knows(host) {
      const last = await findLastChange(db);
      if (last !== asOf || known.size >= mostKept) known.clear();
      asOf = last;
      const before = known.get(host);
      if (before !== undefined) return before;
      const stood = await hasStoodAt(db, host);
      known.set(host, stood);
      return stood;
    },
  };
}
