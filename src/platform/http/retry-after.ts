/**
 * Milliseconds that a Retry-After header (RFC 9110 §10.2.3: seconds or a date) asks to wait, or null. A date is measured
 * against the server's own Date header, so a wrong clock on either side does no harm. At most a week.
 */
export function retryAfterMs(retryAfter: string | undefined, serverDate: string | undefined): number | null {
  if (retryAfter === undefined) return null;
  const seconds = /^\s*\d{1,9}\s*$/.test(retryAfter)
    ? Number(retryAfter)
    : (Date.parse(retryAfter) - Date.parse(serverDate ?? '')) / 1000;
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1000, 7 * 24 * 3600 * 1000) : null;
}
