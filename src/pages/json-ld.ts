/** Structured data (schema.org) for a summary and a publication, and its safe form inside a script element. */
import { homePath } from './paths.ts';
import { notesOf } from './reading.ts';
import type { PublicationView, ReportNoteView, SiteView, SummaryView } from './view.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** JSON that cannot close its script element, open a comment, or break an old parser (U+2028, U+2029). */
export function jsonLdText(value: Json): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** https://schema.org/ReportageNewsArticle, with a citation for each report and each correction said. */
export function summaryJsonLd(site: SiteView, publication: PublicationView, summary: SummaryView): Json {
  const url = site.origin + summary.path;
  const image = summary.topImage?.src ? site.origin + summary.topImage.src : undefined;
  return {
    '@context': 'https://schema.org',
    '@type': ['NewsArticle', 'ReportageNewsArticle'],
    url,
    headline: summary.title,
    inLanguage: summary.lang,
    datePublished: summary.publishedAt,
    dateModified: summary.modifiedAt ?? summary.publishedAt,
    isAccessibleForFree: true,
    image,
    author: organisation(site, publication),
    publisher: organisation(site, publication),
    keywords: summary.topics.length > 0 ? summary.topics.map(({ name }) => name) : undefined,
    citation: citationsOf(summary),
    correction:
      summary.corrections.length > 0
        ? summary.corrections.map(({ note, on, lang }) => ({
            '@type': 'CorrectionComment',
            text: note,
            datePublished: on,
            inLanguage: lang,
          }))
        : undefined,
  };
}

export function publicationJsonLd(site: SiteView, publication: PublicationView): Json {
  return { '@context': 'https://schema.org', ...organisation(site, publication), description: publication.tagline };
}

function organisation(site: SiteView, publication: PublicationView): Record<string, Json> {
  return { '@type': 'NewsMediaOrganization', name: publication.name, url: site.origin + homePath(publication) };
}

/** Each report once, however many notes quote it; by its address alone where it has one, for the page carries its title. */
function citationsOf(summary: SummaryView): Json[] | undefined {
  const reports = notesOf(summary).filter((note): note is ReportNoteView => note.kind === 'report');
  const once = new Map(reports.map((note) => [note.url ?? `${note.outlet} ${note.title}`, note]));
  if (once.size === 0) return undefined;
  return [...once.values()].map((note) => ({
    '@type': 'NewsArticle',
    ...(note.url ? { url: note.url } : { name: note.title }),
    publisher: { '@type': 'Organization', name: note.outlet },
  }));
}
