/** The types and properties of schema.org that our pages use, with what each property takes; https://schema.org/version/latest. */

type Range = 'text' | 'url' | 'date' | 'boolean' | 'number' | 'language' | readonly string[];

const organisations = ['Organization', 'NewsMediaOrganization'] as const;
const people = ['Person', ...organisations] as const;
const articles = [
  'Article',
  'NewsArticle',
  'ReportageNewsArticle',
  'AnalysisNewsArticle',
  'OpinionNewsArticle',
  'BackgroundNewsArticle',
  'AdvertiserContentArticle',
] as const;
const works = [...articles, 'CreativeWork', 'CreativeWorkSeries', 'WebPage', 'CollectionPage', 'ProfilePage'] as const;

const thing: Record<string, readonly Range[]> = {
  name: ['text'],
  description: ['text'],
  url: ['url'],
  image: ['url', ['ImageObject']],
  mainEntityOfPage: ['url', works],
};
const work: Record<string, readonly Range[]> = {
  ...thing,
  headline: ['text'],
  inLanguage: ['language'],
  datePublished: ['date'],
  dateModified: ['date'],
  isAccessibleForFree: ['boolean'],
  author: [people],
  publisher: [people],
  copyrightHolder: [people],
  sponsor: [people],
  isBasedOn: ['url', works],
  isPartOf: ['url', works],
  hasPart: ['url', works],
  keywords: ['text'],
  citation: ['text', works],
  correction: ['text', 'url', ['CorrectionComment']],
  text: ['text'],
};
const page: Record<string, readonly Range[]> = {
  ...work,
  breadcrumb: ['text', ['BreadcrumbList']],
  mainEntity: [['Person', 'ItemList', ...works]],
};
const organisation: Record<string, readonly Range[]> = { ...thing, logo: ['url'] };

const known: Record<string, Record<string, readonly Range[]>> = {
  ...Object.fromEntries(articles.map((type) => [type, work])),
  CreativeWork: work,
  CreativeWorkSeries: work,
  CorrectionComment: work,
  WebPage: page,
  CollectionPage: page,
  ProfilePage: page,
  Organization: organisation,
  NewsMediaOrganization: organisation,
  Person: { ...thing, jobTitle: ['text'] },
  Place: thing,
  Event: {
    ...thing,
    inLanguage: ['language'],
    startDate: ['date'],
    endDate: ['date'],
    location: ['text', ['Place']],
    isAccessibleForFree: ['boolean'],
    organizer: [people],
    recordedIn: [works],
  },
  BreadcrumbList: { ...thing, itemListElement: [['ListItem']] },
  ItemList: { ...thing, itemListElement: [['ListItem']] },
  ListItem: { ...thing, position: ['number'], item: ['url', works] },
};

/** What is wrong with a piece of structured data, by the way to it; none where every property is in its range. */
export function jsonLdFaults(value: unknown, way = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${way}: is no object`];
  const { '@type': type, '@context': context, '@graph': graph, ...properties } = value as Record<string, unknown>;
  if (Array.isArray(graph)) return graph.flatMap((each, index) => jsonLdFaults(each, `${way}/${index}`));
  const types = [type].flat().map(String);
  const unknown = types.filter((each) => !(each in known));
  if (unknown.length > 0) return [`${way}: type ${unknown.join(', ')} is not in the table`];
  if (way === '' && context !== 'https://schema.org') return ['@context is not schema.org'];
  return Object.entries(properties).flatMap(([name, given]) => {
    const ranges = types.flatMap((each) => known[each]?.[name] ?? []);
    const here = `${way}/${name}`;
    if (ranges.length === 0) return [`${here}: ${types.join(', ')} has no such property`];
    const values = [given].flat();
    if (values.length === 0) return [`${here}: is empty`];
    return values.flatMap((each) => {
      if (!ranges.some((range) => isIn(each, range)))
        return [`${here}: ${JSON.stringify(each).slice(0, 80)} is out of range`];
      return typeof each === 'object' ? jsonLdFaults(each, here) : [];
    });
  });
}

function isIn(value: unknown, range: Range): boolean {
  switch (range) {
    case 'text':
      return typeof value === 'string' && value !== '';
    case 'url':
      return typeof value === 'string' && /^https?:\/\/[!-~]+$/u.test(value);
    case 'date':
      return typeof value === 'string' && /^\d{4}(?:-\d{2}(?:-\d{2}(?:T[\d:.]+Z)?)?)?$/u.test(value);
    case 'language':
      return typeof value === 'string' && /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/u.test(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number';
    default: {
      const type = (value as { '@type'?: string | string[] } | null)?.['@type'];
      return [type].flat().some((each) => each !== undefined && range.includes(each));
    }
  }
}
