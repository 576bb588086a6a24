import { parseHTML } from 'linkedom';

/** Scripts of ours, whole: from our own files, with no text. */
const ownScript =
  /^<script type="module" src="\/(?:assets\/(?:search|talk)|desk\/assets\/[a-z-]+)[-.][0-9a-z.-]*js"><\/script>$/u;
/** Where the composer's script puts a note in its margin. */
const ownStyle = /^inset-block-start: [\d.]+px;$/u;
/** A colour shown in a publication's settings: no more than these shapes and words. */
const ownSwatch =
  /^<svg viewBox="0 0 160 56" width="160" height="56" aria-hidden="true">(?:<rect width="160" height="\d+" fill="#[0-9a-f]{6}"(?: \/>|><\/rect>))+<text x="12" y="36" fill="#[0-9a-f]{6}">Three outlets<\/text><\/svg>$/u;
const dataTypes = new Set(['application/ld+json', 'application/json']);
const never = /^(?:style|base|iframe|object|embed|svg|math|video|audio|frame|frameset|template|applet|portal)$/u;
const addresses = /^(?:href|src|srcset|data|poster|background|action|formaction|xlink:href|ping|manifest)$/u;
const followed = new Set(['a', 'area']);
/** Links of a head that name an address and load nothing. */
const headLinks = /^(?:canonical|alternate|prev|next|search|license|author|amphtml)$/u;

/**
 * What could run, load or lead astray in a whole page of ours, once it is parsed; empty when it is harmless. Addresses are
 * read as a browser at `address` would; only links for people, and those that load nothing, may lead to elsewhere.
 */
export function pageDangers(html: string, address: string): string[] {
  const { document } = parseHTML(html);
  // From disk every file is of no origin, as a scripting address is: a copy is read as if it stood on a host of its own.
  const at = address.replace(/^file:\/\//u, 'https://copy.invalid');
  const own = new URL(at).origin;
  const dangers: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName;
    const shown = element.outerHTML.slice(0, 200);
    if (name === 'script' && !dataTypes.has(element.getAttribute('type') ?? '') && !ownScript.test(element.outerHTML))
      dangers.push(shown);
    if (never.test(name) && !ownSwatch.test(element.outerHTML)) dangers.push(shown);
    if (name === 'noscript' && element.querySelector('*:not(p, a, main, h1, div, em, strong, ul, li)'))
      dangers.push(shown);
    if (name === 'meta' && element.getAttribute('http-equiv')) dangers.push(shown);
    for (const { name: attribute, value } of element.attributes) {
      const placed = attribute === 'style' && ownStyle.test(value);
      if (/^on/iu.test(attribute) || (attribute === 'style' && !placed) || attribute === 'srcdoc')
        dangers.push(`${name} ${attribute}=${value.slice(0, 200)}`);
      if (!addresses.test(attribute)) continue;
      const leads = followed.has(name) || (name === 'link' && headLinks.test(element.getAttribute('rel') ?? ''));
      for (const named of attribute === 'srcset' ? value.split(',') : [value])
        if (!isHarmless(named.trim().split(attribute === 'srcset' ? /\s/u : /$/u)[0] ?? '', at, leads ? null : own))
          dangers.push(`${name} ${attribute}=${named.slice(0, 200)}`);
    }
  }
  return dangers;
}

function isHarmless(address: string, at: string, own: string | null): boolean {
  if (!URL.canParse(address, at)) return own === null;
  const { protocol, origin } = new URL(address, at);
  if (own !== null) return origin === own;
  return /^(?:https?|mailto):$/u.test(protocol);
}
