/** A web or mail address, or a path of this site, as given; null for anything else (`javascript:`, `data:`, `//host`). */
export function safeHref(href: string): string | null {
  if (/^(?:\/(?![/\\])|#)/.test(href)) return href;
  if (!URL.canParse(href)) return null;
  return ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol) ? href : null;
}

/** The host of an address, to name a link that has no words of its own. */
export function hostOf(href: string): string {
  return URL.canParse(href) ? new URL(href).hostname : href;
}
