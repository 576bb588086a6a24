import { type LooseDate, readLooseDate } from '#lib/dates/parse-loose-date.ts';
import { decodeEntities } from '#lib/html/entities.ts';
import { resolveUrl } from '#lib/xml/xml-element.ts';
import { follow, type JsonLd, readJsonLd, textAt } from './json-ld.ts';
import { findAuthors } from './page-authors.ts';
import { findHeadingTime, findScriptDate, findUrlDate, findVisibleDate } from './page-date.ts';
import { readPageLines } from './page-lines.ts';
import { dateMetas, imageMetas, lateDateMetas, metaAuthors, readMetas, titleMetas, valuesOf } from './page-metas.ts';
import { chooseTitle } from './page-title.ts';

/** What a page says about itself, to machines and to readers; null where it says nothing that can be read. */
export interface PageMetadata {
  title: string;
  /** The heading's and the titles' other forms, to be known again in the text. */
  titles: string[];
  authors: string[];
  date: LooseDate | null;
  lang: string | null;
  image: string | null;
  /** The whole text as JSON-LD carries it. */
  articleBody: string | null;
}

/**
 * Reads schema.org JSON-LD, meta elements (OpenGraph, Dublin Core, parsely, sailthru and others), microdata, the lines near
 * the heading, the address. For dates and authors machines' words count before readers'; for the title the heading counts
 * where both agree. Leaves the document as it is.
 * @param html the page's source, for dates that only its scripts carry
 */
export function readPageMetadata(document: Document, url: string | null, html: string): PageMetadata {
  const jsonLd = readJsonLd(document);
  const metas = readMetas(document);
  const page = readPageLines(document);
  const pageTitle = tidy(document.querySelector('title')?.textContent ?? null) ?? '';
  const siteNames = readSiteNames(jsonLd, metas, url ?? '');
  const metaTitles = [textAt(jsonLd.article, 'headline'), ...valuesOf(metas, titleMetas)]
    .map(tidy)
    .filter((title) => title !== null);
  const { title, heading } = chooseTitle({ metaTitles, pageTitle, headings: page.headings, siteNames });
  const headingLine = heading?.line ?? null;
  const declared = readLanguage(
    document,
    textAt(jsonLd.article, 'inLanguage') ??
      valuesOf(metas, ['og:locale', 'content-language', 'language', 'dc.language'])[0] ??
      null,
  );
  const monthFirst = declared !== null && /^en(?:-us)?$/i.test(declared);
  const image =
    imageAt(jsonLd) ??
    valuesOf(metas, imageMetas)[0] ??
    document.querySelector('link[rel="image_src"]')?.getAttribute('href') ??
    null;
  return {
    title,
    titles: [...new Set([title, heading?.text ?? '', pageTitle, ...metaTitles])],
    authors: findAuthors({
      jsonLd,
      metaAuthors: metaAuthors(metas)
        .map(tidy)
        .filter((author) => author !== null),
      page,
      headingLine,
      siteNames,
    }),
    date:
      earlier(
        firstDate([
          textAt(jsonLd.article, 'datePublished'),
          ...valuesOf(metas, dateMetas),
          textAt(jsonLd.article, 'dateCreated'),
        ]),
        findHeadingTime(page.lines, headingLine),
      ) ??
      findUrlDate(url ?? '') ??
      findVisibleDate(page.lines, headingLine, monthFirst) ??
      firstDate([textAt(jsonLd.article, 'uploadDate'), ...valuesOf(metas, lateDateMetas)]) ??
      findScriptDate(html),
    lang: declared,
    image: image === null ? null : resolveUrl(image, url),
    articleBody: textAt(jsonLd.article, 'articleBody'),
  };
}

function readSiteNames(jsonLd: JsonLd, metas: ReadonlyMap<string, string[]>, url: string): string[] {
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
  const label = host.split('.').at(-2) ?? '';
  const publisher = textAt(follow(jsonLd.article?.publisher, jsonLd), 'name');
  const named = valuesOf(metas, [
    'og:site_name',
    'application-name',
    'apple-mobile-web-app-title',
    'dc.publisher',
    'publisher',
    'copyright',
  ]);
  return [host, label.length > 3 ? label : '', publisher ?? '', ...named, ...jsonLd.siteNames].filter(
    (name) => name !== '' && name.length <= 60,
  );
}

/** Of two dates of publication the earlier: a report that is put out again says the new one in its metadata. */
function earlier(one: LooseDate | null, other: LooseDate | null): LooseDate | null {
  return one && other && other.day < one.day ? other : (one ?? other);
}

function firstDate(texts: readonly (string | null)[]): LooseDate | null {
  for (const text of texts) {
    const date = text === null ? null : readLooseDate(text);
    if (date && date.precision !== 'month') return date;
  }
  return null;
}

function imageAt(jsonLd: JsonLd): string | null {
  const first: unknown = [jsonLd.article?.image ?? jsonLd.article?.thumbnailUrl].flat()[0];
  if (typeof first === 'string') return jsonLd.byId.has(first) ? textAt(jsonLd.byId.get(first) ?? null, 'url') : first;
  const object = follow(first, jsonLd);
  return textAt(object, 'url') ?? textAt(object, 'contentUrl');
}

function readLanguage(document: Document, elsewhere: string | null): string | null {
  const root = document.documentElement;
  const declared = root?.getAttribute('lang') || root?.getAttribute('xml:lang') || elsewhere;
  const tag = declared?.trim().replaceAll('_', '-') ?? '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(tag) ? tag : null;
}

function tidy(text: string | null): string | null {
  const line = decodeEntities((text ?? '').slice(0, 1_000))
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return line === '' ? null : line;
}
