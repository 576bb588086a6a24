import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { escapeHtml } from '#lib/html/entities.ts';
import { htmlToText } from '#lib/html/html-to-text.ts';
import { limitNesting } from '#lib/html/limit-nesting.ts';
import { sanitiseHtml, type TrustedHtml } from '#lib/html/sanitise.ts';
import { authorName, readPageMetadata } from './page-metadata.ts';
import { pruneArticle } from './prune-article.ts';

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
  const read = new Readability<Element>(document, {
    charThreshold: 250,
    serializer: (node) => node as Element,
  }).parse();
  const title = withoutSite(metadata.title || heading || read?.title || pageTitle, heading);
  if (read?.content) pruneArticle(read.content, [title, heading, pageTitle]);
  const cleaned = sanitiseHtml(read?.content?.innerHTML ?? '', {
    baseUrl: url,
  });
  const result =
    longEnough(cleaned) ??
    longEnough(fromJsonLd(metadata.articleBody)) ??
    longEnough(fromParagraphs(html, url)) ??
    cleaned;
  return {
    title,
    byline:
      metadata.byline ??
      (authorName(read?.byline ?? null)
        ?.replace(/\s+/g, ' ')
        .trim() ||
        null),
    publishedAt: metadata.publishedAt,
    lang: metadata.lang,
    image: metadata.image,
    text: htmlToText(result),
    html: result,
  };
}

/** "Ferries to sail again – Courier" is only "Ferries to sail again" where that is the page's heading. */
function withoutSite(title: string, heading: string): string {
  if (heading.length < 10 || !title.includes(heading)) return title;
  const [before = '', after = ''] = title.split(heading, 2);
  return /^(?:.*[-–—|:•»]\s*)?$/.test(before) && /^(?:\s*[-–—|•«].*)?$/.test(after) ? heading : title;
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

/** The last resort, on a page that Readability has not touched: its article element, or every paragraph longer than a menu's. */
function fromParagraphs(html: string, url: string): TrustedHtml {
  const { document } = parseHTML(withBody(limitNesting(html)));
  const holder = document.querySelector('article, [itemprop="articleBody"], main');
  const paragraphs = [...(holder ?? document).querySelectorAll('p')]
    .filter((paragraph) => (paragraph.textContent ?? '').trim().length > 60)
    .map((paragraph) => paragraph.outerHTML);
  return sanitiseHtml(paragraphs.join(''), { baseUrl: url });
}
