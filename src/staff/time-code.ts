import { createHmac, timingSafeEqual } from 'node:crypto';

const stepSeconds = 30;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code of six figures of a step of time: HOTP with SHA-1 (RFC 4226), the one form that every app has. */
export function codeOfStep(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const number = mac.readUInt32BE((mac[19] ?? 0) & 15) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** The step whose code this is, of the last, the present and the next (RFC 6238: clocks differ); null when it is none's. */
export function stepOfCode(secret: Uint8Array, code: string, now: Temporal.Instant): number | null {
  const present = Math.floor(now.epochMilliseconds / 1000 / stepSeconds);
  const given = Buffer.from(code.replace(/\s/gu, '').padEnd(6).slice(0, 7));
  const fits = (step: number) => {
    const right = Buffer.from(codeOfStep(secret, step));
    return given.length === right.length && timingSafeEqual(given, right);
  };
  return [present - 1, present, present + 1].find(fits) ?? null;
}

/** RFC 4648, without padding. */
export function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/gu) ?? []).map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}
