/**
 * The one way out: fetches a public http or https address and nothing else. Every hop (the first and each redirect) is
 * checked by form, by resolved address and by connected address; time and unpacked size are bounded.
 */
import { Agent, type Dispatcher, errors, ProxyAgent, request } from 'undici';
import { ConnectionRefused, guardedConnector } from './guarded-connector.ts';
import { acceptedEncodings, BodyTooLarge, readBody } from './read-body.ts';
import { refusalOfUrl } from './refuse-url.ts';
import { retryAfterMs } from './retry-after.ts';

export interface HttpGetOptions {
  etag?: string | null;
  lastModified?: string | null;
  accept?: string;
  /** Most bytes of the unpacked body; 10 MB when not given. */
  maxBytes?: number;
  /** Milliseconds for everything: names, all redirects, the last byte; 30 s when not given. */
  timeoutMs?: number;
  signal?: AbortSignal;
}

export type HttpOutcome =
  /** Any 2xx. `url` is where the body came from; header names are lower case. */
  | {
      kind: 'ok';
      status: number;
      url: string;
      /** Where an unbroken chain of 301 and 308 from the address asked for led, or null. */
      redirectedPermanentlyTo: string | null;
      headers: Record<string, string>;
      body: Uint8Array;
    }
  | { kind: 'not-modified' }
  /** Never asked: the address, or one it redirected to, is not a public web address. */
  | { kind: 'refused'; reason: string }
  | { kind: 'failed'; status?: number; reason: string; retryAfterMs?: number }
  | { kind: 'too-large'; limitBytes: number }
  | { kind: 'timed-out'; timeoutMs: number };

export interface HttpClient {
  /** Never rejects. */
  get(url: string, options?: HttpGetOptions): Promise<HttpOutcome>;
}

export interface HttpClientOptions {
  userAgent: string;
  /** An http(s) proxy for every request. Names are then resolved by the proxy, which must keep to public addresses itself. */
  proxyUrl?: string | undefined;
  /** Tests only: `host:port` pairs that may be reached though they are private. */
  allowPrivateAddresses?: readonly string[];
}

const maxRedirects = 5;
const redirectStatuses = new Set([301, 302, 303, 307, 308]);

/** Makes the client; `close` ends its idle connections. */
export function createHttpClient(options: HttpClientOptions): HttpClient & { close(): Promise<void> } {
  const allowed = new Set(options.allowPrivateAddresses);
  const dispatcher = options.proxyUrl
    ? new ProxyAgent({ uri: options.proxyUrl })
    : new Agent({ connect: guardedConnector(allowed), connections: 4 });

  return {
    async get(url, { timeoutMs = 30_000, maxBytes = 10_000_000, signal, ...wanted } = {}) {
      const deadline = AbortSignal.timeout(timeoutMs);
      const stop = signal ? AbortSignal.any([signal, deadline]) : deadline;
      try {
        const headers = requestHeaders(options.userAgent, wanted);
        return await follow(url, { allowed, dispatcher, headers, maxBytes, stop });
      } catch (error) {
        if (deadline.aborted) return { kind: 'timed-out', timeoutMs };
        if (signal?.aborted) return { kind: 'failed', reason: 'stopped by the caller' };
        return outcomeOfError(error, maxBytes);
      }
    },
    close: () => dispatcher.close(),
  };
}

function requestHeaders(userAgent: string, wanted: HttpGetOptions): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: wanted.accept ?? '*/*',
    'accept-encoding': acceptedEncodings,
    ...(wanted.etag ? { 'if-none-match': wanted.etag } : {}),
    ...(wanted.lastModified ? { 'if-modified-since': wanted.lastModified } : {}),
  };
}

interface Hop {
  allowed: ReadonlySet<string>;
  dispatcher: Dispatcher;
  headers: Record<string, string>;
  maxBytes: number;
  stop: AbortSignal;
}

async function follow(asked: string, hop: Hop): Promise<HttpOutcome> {
  let url = asked;
  let permanent: string | null = null;
  let permanentSoFar = true;
  for (let redirects = 0; ; redirects += 1) {
    const refusal = refusalOfUrl(url, hop.allowed);
    if (refusal) return { kind: 'refused', reason: redirects === 0 ? refusal : `redirect to ${refusal}` };
    const response = await request(url, { dispatcher: hop.dispatcher, headers: hop.headers, signal: hop.stop });
    const headers = flatten(response.headers);
    const { statusCode: status, body } = response;
    const location = headers.location;
    if (redirectStatuses.has(status) && location !== undefined) {
      discard(body);
      if (redirects === maxRedirects) return { kind: 'refused', reason: `more than ${maxRedirects} redirects` };
      // An absolute target stays as written, so that odd forms of an address are seen by the check.
      url = URL.canParse(location) ? location : URL.canParse(location, url) ? new URL(location, url).href : location;
      permanentSoFar &&= status === 301 || status === 308;
      if (permanentSoFar) permanent = URL.canParse(url) ? new URL(url).href : null;
      continue;
    }
    if (status === 304) {
      discard(body);
      return { kind: 'not-modified' };
    }
    if (status < 200 || status > 299) {
      discard(body);
      const wait = retryAfterMs(headers['retry-after'], headers.date);
      return { kind: 'failed', status, reason: `status ${status}`, ...(wait === null ? {} : { retryAfterMs: wait }) };
    }
    const bytes = await readBody(body, headers['content-encoding'] ?? '', hop.maxBytes);
    const final = new URL(url).href;
    return { kind: 'ok', status, url: final, redirectedPermanentlyTo: permanent, headers, body: bytes };
  }
}

/** Drops a body that nobody reads; the connection may end with it. */
function discard(body: Dispatcher.ResponseData['body']): void {
  body.on('error', () => {});
  body.destroy();
}

function flatten(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}

function outcomeOfError(error: unknown, limitBytes: number): HttpOutcome {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof BodyTooLarge) return { kind: 'too-large', limitBytes };
    if (cause instanceof ConnectionRefused) return { kind: 'refused', reason: cause.message };
  }
  if (error instanceof errors.UndiciError) return { kind: 'failed', reason: `${error.code}: ${error.message}` };
  return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
}
