import type { IncomingMessage, ServerResponse } from 'node:http';
import { securityHeaders } from './security-headers.ts';
import { plainBytes, type StoredPage } from './stored-page.ts';

/** Sends a stored page in the best encoding that the reader takes; 304 when the reader has it. Answers which it was. */
export function servePage(
  page: StoredPage,
  request: IncomingMessage,
  response: ServerResponse,
): 'sent' | 'not-modified' {
  const asked = request.headers['if-none-match'];
  if (page.status === 200 && asked !== undefined && hasTag(asked, page.etag)) {
    const { 'content-type': _, ...headers } = page.headers;
    response.writeHead(304, { ...securityHeaders, ...headers, etag: page.etag }).end();
    return 'not-modified';
  }
  const accepted = request.headers['accept-encoding'];
  if (page.plain) send(page.plain, null);
  else if (takes(accepted, 'br')) send(page.brotli, 'br');
  else if (takes(accepted, 'gzip')) send(page.gzip, 'gzip');
  else
    plainBytes(page).then(
      (bytes) => send(bytes, null),
      () => response.destroy(),
    );
  return 'sent';

  function send(body: Buffer, encoding: string | null): void {
    response.writeHead(page.status, {
      ...securityHeaders,
      ...page.headers,
      etag: page.etag,
      'content-length': body.length,
      ...(encoding ? { 'content-encoding': encoding } : {}),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  }
}

/** Weak comparison (RFC 9110, 13.1.2): the tag among those of the header, with or without its `W/`. */
function hasTag(header: string, etag: string): boolean {
  if (header === etag || header.trim() === '*') return true;
  const opaque = etag.replace(/^W\//u, '');
  return header.split(',').some((each) => each.trim().replace(/^W\//u, '') === opaque);
}

/** Whether a reader takes an encoding by name (RFC 9110, 12.5.3); `q=0` refuses it. */
function takes(header: string | string[] | undefined, encoding: string): boolean {
  return String(header ?? '')
    .toLowerCase()
    .split(',')
    .some((each) => {
      const [name = '', ...weights] = each.split(';').map((part) => part.trim());
      return name === encoding && !weights.some((weight) => /^q=0(?:\.0*)?$/u.test(weight));
    });
}
