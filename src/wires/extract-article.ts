import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { htmlToText } from '#lib/html/html-to-text.ts';
import { limitNesting } from '#lib/html/limit-nesting.ts';
import { escapeHtml } from '#lib/html/entities.ts';
import { sanitiseHtml, type TrustedHtml } from '#lib/html/sanitise.ts';
import { readPageMetadata } from './page-metadata.ts';

/** A page reduced to its report. */
export interface ExtractedArticle {
  /** Plain text, '' when the page has none. */
  title: string;
  byline: string | null;
  /** UTC instant as ISO text. */
  publishedAt: string | null;
  /** The declared language, or null. */
  lang: string | null;
  image: string | null;
  /** Paragraphs joined by a blank line; '' when no report was found. */
  text: string;
  html: TrustedHtml;
}

/** Fewer characters are a teaser or a notice, not a report. */
const shortestArticle = 140;

/**
 * Finds the report in a page: text by Readability, else from JSON-LD, else the page's own article element or paragraphs;
 * title, author, date and picture from JSON-LD and OpenGraph before what can be read off the page.
 * Never run on foreign pages in the main thread: it is a task of the sandbox.
 * @param url where the page came from, http or https
 */
export function extractArticle(html: string, url: string): ExtractedArticle {
  const { document } = parseHTML(withBody(limitNesting(html)));
  const metadata = readPageMetadata(document, url);
  const pageTitle = document.querySelector('title')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const heading = document.querySelector('h1')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const plain = paragraphsOf(document);
  const read = new Readability(document, { charThreshold: 250 }).parse();
  const cleaned = sanitiseHtml(read?.content ?? '', { baseUrl: url });
  const body = longEnough(cleaned) ?? longEnough(fromJsonLd(metadata.articleBody)) ?? longEnough(sanitiseHtml(plain, { baseUrl: url }));
  const result = body ?? cleaned;
  return {
    title: metadata.title || heading || read?.title || pageTitle,
    byline: metadata.byline ?? (read?.byline?.replace(/\s+/g, ' ').trim() || null),
    publishedAt: metadata.publishedAt,
    lang: metadata.lang,
    image: metadata.image,
    text: htmlToText(result),
    html: result,
  };
}

/** linkedom leaves a fragment without html and body. */
function withBody(html: string): string {
  return /<body[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
}

function longEnough(html: TrustedHtml): TrustedHtml | null {
  return htmlToText(html).length >= shortestArticle ? html : null;
}

function fromJsonLd(articleBody: string | null): TrustedHtml {
  if (articleBody === null) return sanitiseHtml('');
  if (/<p[\s>]/i.test(articleBody)) return sanitiseHtml(articleBody);
  const paragraphs = articleBody.split(/\n+/).map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`);
  return sanitiseHtml(paragraphs.join(''));
}

/** The last resort: the article element or, without one, every paragraph that is more than a line of a menu. */
function paragraphsOf(document: Document): string {
  const holder = document.querySelector('article, [itemprop="articleBody"], main');
  const paragraphs = [...(holder ?? document).querySelectorAll('p')];
  return paragraphs
    .filter((paragraph) => (paragraph.textContent ?? '').trim().length > 60)
    .map((paragraph) => paragraph.outerHTML)
    .join('');
}
