/** An address in full: http, https, and mailto where it names somebody; null for all others and for what is no address. */
export function fullAddress(written: string, baseUrl: string | null): string | null {
  const text = written.trim();
  if (text === '') return null;
  const full = text.startsWith('//') && baseUrl === null ? `https:${text}` : text;
  if (!URL.canParse(full, baseUrl ?? undefined)) return null;
  const url = new URL(full, baseUrl ?? undefined);
  if (url.protocol === 'mailto:') return url.pathname.includes('@') ? url.href : null;
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

/** The address in a link that Cloudflare's e-mail obfuscation wrote (`/cdn-cgi/l/email-protection#…`), or null. */
export function protectedEmail(href: string): string | null {
  const hex = /\/cdn-cgi\/l\/email-protection(?:\.html)?#([0-9a-f]+)$/iu.exec(href)?.[1];
  return hex === undefined ? null : decodeEmail(hex);
}

/** Cloudflare's `data-cfemail`: hexadecimal bytes, each but the first xored with the first; UTF-8. */
export function decodeEmail(hex: string): string | null {
  if (!/^(?:[0-9a-f]{2}){4,200}$/iu.test(hex)) return null;
  const [key = 0, ...coded] = Uint8Array.from(hex.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));
  const address = new TextDecoder().decode(Uint8Array.from(coded, (byte) => byte ^ key));
  return address.includes('@') ? address : null;
}

/** `oona [at] courier [dot] example` as the address that it stands for. */
export function plainEmails(text: string): string {
  if (!/[[({] ?at ?[\])}]/iu.test(text)) return text;
  return text.replace(
    /([\w.+-]{1,64}) ?[[({] ?at ?[\])}] ?([\w-]{1,63}(?:(?:\.| ?[[({] ?dot ?[\])}] ?)[\w-]{1,63}){1,5})/giu,
    (_, name: string, host: string) => `${name}@${host.replace(/ ?[[({] ?dot ?[\])}] ?/giu, '.')}`,
  );
}
