/**
 * The form in which an old address is kept and looked up: a path below the publication with its query where the address
 * stood under one of the publication's former addresses or is such a path already, else `//host/path?query`. No fragment,
 * no slash at the start; `www.` is left out. Null when it is no address that a reader could ask for.
 */
export function oldAddress(written: string, formerAddresses: string[]): string | null {
  const address = written.replace(/\p{Cc}/gu, '');
  if (address.length > 4000) return null;
  if (!/^[a-z][a-z0-9+.-]*:|^\/\//iu.test(address)) return belowRoot(address.replace(/#.*$/su, ''));
  const text = address.startsWith('//') ? `http:${address}` : address;
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const place = `${url.host.replace(/^www\./u, '')}${url.pathname}`;
  for (const former of formerAddresses) {
    if (!URL.canParse(former)) continue;
    const base = new URL(former);
    const root = `${base.host.replace(/^www\./u, '')}${base.pathname}`.replace(/\/+$/u, '');
    if (place === root) return belowRoot(url.search);
    if (place.startsWith(`${root}/`)) return belowRoot(place.slice(root.length) + url.search);
  }
  return `//${place}${url.search}`;
}

function belowRoot(path: string): string {
  return path.replace(/^\/+/u, '');
}
