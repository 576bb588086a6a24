import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** The form that a token is for: another publication's, or the other kind's, does not take it. */
export interface TokenFor {
  publication: string;
  kind: string;
}

const dayMs = 86_400_000;
/** A page may lie open over midnight: a token is good on the UTC day that it was made on, and on the next. */
const goodDays = 2;

/**
 * `day.number.mac`: a day of UTC, a random number of this one page, and HMAC-SHA-256 (RFC 2104) of both and the form. It
 * proves that a page of ours was asked for lately. Nothing of a reader goes into it, and it is written down nowhere.
 */
export function makeFormToken(key: Buffer, form: TokenFor, now: Temporal.Instant): string {
  const day = dayOf(now);
  const number = randomBytes(12).toString('base64url');
  return `${day}.${number}.${sign(key, form, day, number)}`;
}

/** The random number of a token of ours for this form, while it is good; else null. */
export function readFormToken(key: Buffer, form: TokenFor, now: Temporal.Instant, token: string): string | null {
  const [, day, number, mac] = /^(\d{1,7})\.([\w-]{16})\.([\w-]{43})$/u.exec(token) ?? [];
  if (day === undefined || number === undefined || mac === undefined) return null;
  const age = dayOf(now) - Number(day);
  if (age < 0 || age >= goodDays) return null;
  const own = Buffer.from(sign(key, form, Number(day), number));
  return timingSafeEqual(own, Buffer.from(mac)) ? number : null;
}

function dayOf(now: Temporal.Instant): number {
  return Math.floor(now.epochMilliseconds / dayMs);
}

function sign(key: Buffer, form: TokenFor, day: number, number: string): string {
  const said = ['daybook form 1', form.publication, form.kind, day, number].join('\n');
  return createHmac('sha256', key).update(said).digest('base64url');
}
