import type { ImportContext } from './importer.ts';
import { isBelow } from './read-page-address.ts';

/** Counts where an archive's pages stood, to tell the site's address from those of other sites that came along. */
export interface SiteCount {
  add(address: string): void;
  /** The addresses, in full without a slash at the end, that the site stood under; at least one. */
  bases(context: ImportContext): string[];
}

const mostHosts = 10_000;

export function countSites(): SiteCount {
  const hosts = new Map<string, { origin: string; pages: number; one: string }>();
  return {
    add(address) {
      const { origin, host } = new URL(address);
      const key = host.replace(/^www\./u, '');
      const known = hosts.get(key);
      if (known) known.pages += 1;
      else if (hosts.size < mostHosts) hosts.set(key, { origin, pages: 1, one: address });
    },
    bases({ address, publication }) {
      const [most] = [...hosts.values()].sort((a, b) => b.pages - a.pages);
      const fits =
        address !== null && (!most || [...hosts.values()].some(({ one }) => isBelow(one, [new URL(address).origin])));
      if (address !== null && fits) return [address];
      return [most?.origin ?? address ?? standInBase(publication.slug)];
    },
  };
}

/** An address for sites that nobody knows the address of (RFC 2606): it leads nowhere, and is told from every real one. */
export function standInBase(slug: string): string {
  return `https://${slug}.invalid`;
}

export function isStandIn(base: string): boolean {
  return /^https:\/\/[^/]+\.invalid$/u.test(base);
}
