/** Structured data (schema.org) for a piece and a publication, and its safe form inside a script element. */
import { gathers } from '#pieces/pieces.ts';
import { wordsOf } from '#locales/locales.ts';
import { sharePicture } from './card.ts';
import { listNames } from './kind-names.ts';
import { encodedPath, homePath, labelPath, listPath } from './paths.ts';
import { notesOf } from './reading.ts';
import type { ReportNoteView } from './text-view.ts';
import type { LabelPageView, PublicationView, SiteView, PieceView, TalkView } from './view.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** JSON that cannot close its script element, open a comment, or break an old parser (U+2028, U+2029). */
export function jsonLdText(value: Json): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What each kind is to schema.org. A talk whose time is known is an event too. */
const types: Record<PieceView['kind'], string[]> = {
  summary: ['NewsArticle', 'ReportageNewsArticle'],
  article: ['NewsArticle'],
  community: ['OpinionNewsArticle'],
  background: ['BackgroundNewsArticle'],
  talk: ['Article'],
  series: ['CreativeWorkSeries'],
  project: ['CollectionPage'],
  page: ['WebPage'],
};

/** https://schema.org/NewsArticle and its kin, with a citation for each report and each correction said. */
export function pieceJsonLd(site: SiteView, publication: PublicationView, piece: PieceView): Json {
  const url = site.origin + encodedPath(piece.path);
  const image = imageOf(site, piece);
  const named = gathers(piece.kind) || piece.kind === 'page' ? { name: piece.title } : { headline: piece.title };
  if (piece.talk) return eventJsonLd(site, publication, piece, piece.talk);
  return {
    '@context': 'https://schema.org',
    '@type': piece.sponsor && piece.kind === 'article' ? ['AdvertiserContentArticle'] : types[piece.kind],
    url,
    ...named,
    inLanguage: piece.lang,
    image,
    datePublished: (piece.imported ? piece.dateline : piece.publishedAt) ?? undefined,
    dateModified: piece.updated ?? (piece.imported ? piece.dateline : piece.publishedAt) ?? undefined,
    isAccessibleForFree: true,
    author: authorsOf(site, publication, piece),
    publisher: organisation(site, publication),
    mainEntityOfPage: breadcrumbsOf(site, publication, piece),
    copyrightHolder:
      piece.imported && publication.rights ? { '@type': 'Organization', name: publication.rights.owner } : undefined,
    isBasedOn: piece.republished ?? sharedOf(site, piece),
    sponsor: sponsorOf(piece),
    isPartOf: seriesOf(site, piece),
    hasPart: piece.members.length > 0 ? piece.members.map(({ path }) => site.origin + encodedPath(path)) : undefined,
    keywords: piece.topics.length > 0 ? piece.topics.map(({ name }) => name) : undefined,
    citation: citationsOf(piece),
    correction: correctionsOf(piece),
  };
}

/** The way to a piece: the publication and its list. */
function breadcrumbsOf(site: SiteView, publication: PublicationView, { kind }: PieceView): Json | undefined {
  if (kind === 'page') return undefined;
  const { copy } = wordsOf(publication.lang);
  return {
    '@type': 'WebPage',
    breadcrumb: trail(site, [
      { name: publication.name, path: homePath(publication) },
      { name: copy[listNames[kind]], path: listPath(publication, kind) },
    ]),
  };
}

/** https://schema.org/BreadcrumbList */
function trail(site: SiteView, steps: { name: string; path: string }[]): Json {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: site.origin + encodedPath(path),
    })),
  };
}

/** https://schema.org/CollectionPage: a page of a list. */
export function collectionJsonLd(
  site: SiteView,
  publication: PublicationView,
  list: { name: string; path: string; cards: { path: string }[] },
): Json {
  const { name, path, cards } = list;
  return {
    '@context': 'https://schema.org',
    '@type': 'CollectionPage',
    url: site.origin + encodedPath(path),
    name,
    inLanguage: publication.lang,
    publisher: organisation(site, publication),
    breadcrumb: trail(site, [{ name: publication.name, path: homePath(publication) }]),
    hasPart: cards.length > 0 ? cards.map((card) => site.origin + encodedPath(card.path)) : undefined,
  };
}

/** https://schema.org/Event; its page is the article about it. */
function eventJsonLd(site: SiteView, publication: PublicationView, piece: PieceView, talk: TalkView): Json {
  const url = site.origin + encodedPath(piece.path);
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    url,
    name: piece.title,
    description: piece.lede || undefined,
    inLanguage: piece.lang,
    image: imageOf(site, piece),
    startDate: talk.startsAt,
    endDate: talk.endsAt ?? undefined,
    location: talk.place ? { '@type': 'Place', name: talk.place } : undefined,
    isAccessibleForFree: true,
    organizer: organisation(site, publication),
    performer: speakersOf(site, piece),
    sponsor: sponsorOf(piece),
    recordedIn: talk.recording ? { '@type': 'CreativeWork', url: talk.recording } : undefined,
    mainEntityOfPage: {
      '@type': 'Article',
      headline: piece.title,
      author: authorsOf(site, publication, piece),
      publisher: organisation(site, publication),
      citation: citationsOf(piece),
      correction: correctionsOf(piece),
      isBasedOn: piece.republished ?? undefined,
    },
  };
}

function imageOf(site: SiteView, piece: PieceView): string | undefined {
  const picture = sharePicture(piece);
  return picture ? site.origin + picture.src : undefined;
}

const sharedOf = (site: SiteView, { sharedFrom }: PieceView): string | undefined =>
  sharedFrom ? site.origin + encodedPath(sharedFrom.path) : undefined;

function sponsorOf({ sponsor }: PieceView): Json | undefined {
  if (!sponsor) return undefined;
  return { '@type': 'Organization', name: sponsor.name, ...(sponsor.url ? { url: sponsor.url } : {}) };
}

function correctionsOf(piece: PieceView): Json[] | undefined {
  const corrections = piece.corrections.filter(({ kind }) => kind === 'correction');
  if (corrections.length === 0) return undefined;
  return corrections.map(({ note, on, lang }) => ({
    '@type': 'CorrectionComment',
    text: note,
    datePublished: on,
    inLanguage: lang,
  }));
}

/** Somebody whose pieces are gathered on a page. */
export function personJsonLd(site: SiteView, publication: PublicationView, view: LabelPageView): Json {
  const url = site.origin + encodedPath(labelPath(publication, view.of, view.slug));
  return {
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    url,
    mainEntity: {
      '@type': 'Person',
      name: view.title,
      url,
      jobTitle: view.person?.title?.text ?? undefined,
      affiliation: view.person?.affiliation
        ? { '@type': 'Organization', name: view.person.affiliation.text }
        : undefined,
      image: view.person?.portrait?.src ? site.origin + view.person.portrait.src : undefined,
      sameAs: view.person && view.person.links.length > 0 ? view.person.links.map(({ url: own }) => own) : undefined,
      description: view.person?.bio.join('\n\n') || undefined,
    },
  };
}

function authorsOf(site: SiteView, publication: PublicationView, { authors }: PieceView): Json {
  const people = authors.filter(({ role }) => role === 'author' || role === 'contributor');
  if (people.length === 0) return organisation(site, publication);
  return people.map((person) => personOf(site, person));
}

/** Who speaks at a talk. */
function speakersOf(site: SiteView, { authors }: PieceView): Json | undefined {
  const speakers = authors.filter(({ role }) => role === 'speaker');
  return speakers.length > 0 ? speakers.map((person) => personOf(site, person)) : undefined;
}

function personOf(site: SiteView, { name, title, path }: PieceView['authors'][number]): Json {
  return {
    '@type': 'Person',
    name,
    ...(title ? { jobTitle: title } : {}),
    ...(path ? { url: site.origin + encodedPath(path) } : {}),
  };
}

function seriesOf(site: SiteView, { series }: PieceView): Json | undefined {
  if (series.length === 0) return undefined;
  return series.map(({ of, title, path }) => ({
    '@type': of === 'project' ? 'CollectionPage' : 'CreativeWorkSeries',
    name: title,
    ...(path ? { url: site.origin + encodedPath(path) } : {}),
  }));
}

export function publicationJsonLd(site: SiteView, publication: PublicationView): Json {
  const { logo, tagline } = publication;
  return {
    '@context': 'https://schema.org',
    ...organisation(site, publication),
    logo: logo ? site.origin + logo.wide : undefined,
    description: tagline,
  };
}

function organisation(site: SiteView, publication: PublicationView): Record<string, Json> {
  return { '@type': 'NewsMediaOrganization', name: publication.name, url: site.origin + homePath(publication) };
}

/** Each report once, however many notes quote it; by its address alone where it has one, for the page carries its title. */
function citationsOf(piece: PieceView): Json[] | undefined {
  const reports = notesOf(piece).filter((note): note is ReportNoteView => note.kind === 'report');
  const once = new Map(reports.map((note) => [note.url ?? `${note.outlet} ${note.title}`, note]));
  if (once.size === 0) return undefined;
  return [...once.values()].map((note) => ({
    '@type': 'NewsArticle',
    ...(note.url ? { url: note.url } : { name: note.title }),
    publisher: { '@type': 'Organization', name: note.outlet },
  }));
}
