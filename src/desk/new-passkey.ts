import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Context } from 'hono';

/** What the passkey script sends. */
export interface NewPasskey {
  token: string;
  /** Of the person. */
  name: string;
  /** What they call the passkey. */
  passkey: string;
  response: RegistrationResponseJSON;
}

export const longestName = 60;

export async function readNewPasskeyForm(c: Context): Promise<NewPasskey | null> {
  const sent = await c.req.json<Record<string, unknown>>().catch(() => null);
  if (sent === null || typeof sent !== 'object') return null;
  const text = (value: unknown) => (typeof value === 'string' ? value.trim().slice(0, longestName) : '');
  return {
    token: typeof sent.token === 'string' ? sent.token : '',
    name: text(sent.name),
    passkey: text(sent.passkey) || 'Passkey',
    // Every part of it is looked at where it is verified; what is malformed throws there and is refused.
    response: sent.response as RegistrationResponseJSON,
  };
}
