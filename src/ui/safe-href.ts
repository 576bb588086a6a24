/** A web or mail address, or a path of this site, as given; null for anything else (`javascript:`, `data:`, `//host`). */
export function safeHref(href: string): string | null {
  if (/^(?:\/(?![/\\])|#)/.test(href)) return href;
  if (!URL.canParse(href)) return null;
  return ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol) ? href : null;
}
