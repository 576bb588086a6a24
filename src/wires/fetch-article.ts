import type { Blobs } from '#platform/blobs/blobs.ts';
import type { Config } from '#platform/config/config.ts';
import type { HttpClient } from '#platform/http/http-client.ts';
import type { Sandbox } from '#platform/sandbox/sandbox.ts';
import type { ExtractedArticle } from './extract-article.ts';

/** A page's text, by way of the fetcher and a parsing thread; null when it cannot be had. */
export async function fetchArticle(
  deps: { config: Pick<Config, 'fetchMaxBytes' | 'fetchTimeoutMs'>; http: HttpClient; sandbox: Sandbox; blobs: Blobs },
  url: string,
): Promise<{ article: ExtractedArticle; rawSha256: string; url: string } | null> {
  const response = await deps.http.get(url, {
    maxBytes: deps.config.fetchMaxBytes,
    timeoutMs: deps.config.fetchTimeoutMs,
  });
  if (response.kind !== 'ok') return null;
  const contentType = response.headers['content-type'] ?? null;
  const article = await deps.sandbox.run<unknown, ExtractedArticle>('extract-article', {
    page: response.body,
    contentType,
    url: response.url,
  });
  if (article.kind !== 'ok') return null;
  return { article: article.value, rawSha256: await deps.blobs.put(response.body), url: response.url };
}
