/**
 * What every answer says where the site's public address has TLS: browsers ask for nothing else for a year (RFC 6797).
 * Not of the hosts below it: they may be somebody else's, and whoever owns the domain may say so in the web server.
 * A browser that was answered without TLS takes no notice.
 */
export function tlsOnly(origin: string): Record<string, string> {
  return origin.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {};
}
