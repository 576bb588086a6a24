import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StoredPage } from './page-cache.ts';

/** Nothing runs, nothing comes from elsewhere, nobody frames us, and no address of ours is told to others. */
export const securityHeaders: Record<string, string> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; manifest-src 'self'; script-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'interest-cohort=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
};

/** Sends a stored page in the best encoding that the reader takes; 304 when the reader has it. */
export function servePage(page: StoredPage, request: IncomingMessage, response: ServerResponse): void {
  if (page.status === 200 && request.headers['if-none-match'] === page.etag) {
    response
      .writeHead(304, { ...securityHeaders, etag: page.etag, 'cache-control': page.headers['cache-control'] })
      .end();
    return;
  }
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const [body, encoding] = accepted.includes('br')
    ? [page.brotli, 'br']
    : accepted.includes('gzip')
      ? [page.gzip, 'gzip']
      : [page.plain, null];
  response.writeHead(page.status, {
    ...page.headers,
    ...securityHeaders,
    etag: page.etag,
    'content-length': body.length,
    ...(encoding ? { 'content-encoding': encoding } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
