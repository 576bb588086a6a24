import { isIP } from 'node:net';
import { isPrivateAddress } from './private-address.ts';

/** Ports that a public feed or page is served on; anything else is some other service. */
const webPorts = new Set(['', '80', '443', '8000', '8008', '8080', '8081', '8443', '8888']);

/** Names that nobody has on the public internet. */
export const privateSuffixes =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa|in-addr\.arpa|ip6\.arpa)$/;

/**
 * The reason why this address must not be fetched, or null when it may be tried. A name is only judged by its form here:
 * the addresses that it resolves to are checked when connecting.
 * @param allowed `host:port` pairs let through whatever they are (tests only)
 */
export function refusalOfUrl(raw: string, allowed: ReadonlySet<string>): string | null {
  if (!URL.canParse(raw)) return 'not an absolute address';
  const url = new URL(raw);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return `scheme ${url.protocol.slice(0, -1)}`;
  if (url.username || url.password) return 'credentials in the address';
  if (allowed.has(hostAndPort(url))) return null;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (host.endsWith('.')) return 'host ends with a dot';
  const family = isIP(host);
  if (family !== 0 && isPrivateAddress(host)) return `private address ${host}`;
  if (family === 4 && !writesPlainly(raw, host)) return 'unusual form of an IPv4 address';
  if (family === 0 && (!host.includes('.') || privateSuffixes.test(host))) return `local name ${host}`;
  if (!webPorts.has(url.port)) return `port ${url.port}`;
  return null;
}

/** `host:port` with the scheme's own port filled in. */
export function hostAndPort(url: URL): string {
  return `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;
}

/** The URL parser turns 0x7f.1, 2130706433 or full-width digits into dotted form; who writes them so is hiding something. */
function writesPlainly(raw: string, dotted: string): boolean {
  const authority = /^[a-z]+:[/\\]*([^/\\?#]*)/i.exec(raw.trim())?.[1] ?? '';
  return authority.replace(/:\d*$/, '') === dotted;
}
