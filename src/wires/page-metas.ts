export const titleMetas = [
  'og:title',
  'twitter:title',
  'dc.title',
  'dcterms.title',
  'parsely-title',
  'sailthru.title',
  'headline',
];
export const imageMetas = [
  'og:image',
  'og:image:url',
  'og:image:secure_url',
  'twitter:image',
  'twitter:image:src',
  'image',
  'thumbnail',
];
export const dateMetas = (
  'article:published_time article:published og:article:published_time og:published_time datepublished article.published ' +
  'published_time published-date publication_date publication-date date pubdate publishdate publish-date publish_date ' +
  'dc.date.issued dcterms.issued dcterms.created dc.date dc.date.created dcterms.date citation_publication_date ' +
  'citation_date sailthru.date parsely-pub-date cxenseparse:recs:publishtime last-published article_date_original ' +
  'originalpublicationdate sw-pubdate timestamp datecreated'
).split(' ');
/** Dates of a change or of a recording: better than none. */
export const lateDateMetas = [
  'uploaddate',
  'og:updated_time',
  'article:modified_time',
  'datemodified',
  'dcterms.modified',
  'last-modified',
  'revised',
];
const authorMetas = (
  'author article:author og:article:author dc.creator dcterms.creator dc.contributor parsely-author sailthru.author ' +
  'citation_author byl authors article.author cxenseparse:author news_author creator twitter:creator'
).split(' ');

const mostOfOneName = 30;

/** The contents of meta elements by property, name, itemprop or http-equiv in lower case, in document order. */
export function readMetas(document: Document): Map<string, string[]> {
  const metas = new Map<string, string[]>();
  for (const element of document.querySelectorAll('meta')) {
    const content = element.getAttribute('content')?.trim();
    if (!content) continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element
        .getAttribute(attribute)
        ?.trim()
        .toLowerCase()
        .replace(/^schema:/, '');
      if (!name) continue;
      const known = metas.get(name);
      if (!known) metas.set(name, [content]);
      else if (known.length < mostOfOneName) known.push(content);
    }
  }
  return metas;
}

/** The first content of each name, in the order of the names. */
export function valuesOf(metas: ReadonlyMap<string, string[]>, names: readonly string[]): string[] {
  return names.map((name) => metas.get(name)?.[0]).filter((content) => content !== undefined);
}

/** Each way of naming authors as one text; several elements of a name are several authors. */
export function metaAuthors(metas: ReadonlyMap<string, string[]>): string[] {
  const named = authorMetas.map((name) =>
    metas
      .get(name)
      ?.filter((content) => !/^(?:https?:|@)/.test(content))
      .join('; '),
  );
  // Labelled values for previews: "Written by" beside the name.
  for (const number of [1, 2, 3]) {
    const label = metas.get(`twitter:label${number}`)?.[0] ?? '';
    if (
      /(?:\bby|verfasst|von|author|autor|auteur|par|por|scritto|yazan|yazar|geschreven|napisane|автор|كتب|بواسطة)/iu.test(
        label,
      )
    )
      named.push(metas.get(`twitter:data${number}`)?.[0]);
  }
  return named.filter((author) => author !== undefined && author !== '') as string[];
}
