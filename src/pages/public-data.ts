/** What pages say, as data at the same address with `.json`: nothing that a page does not say. Addresses are in full. */
import { asDay } from '#locales/dates.ts';
import { wordsOf } from '#locales/locales.ts';
import { gathers } from '#pieces/pieces.ts';
import { homeWeek } from './home-week.ts';
import { namesOnCard } from './names-on-card.ts';
import { encodedPath, homePath } from './paths.ts';
import { notesOf } from './reading.ts';
import type { SearchView } from './search-view.ts';
import type { BlockView, NoteView, PictureView, SentenceView, StoryView, ToldView } from './text-view.ts';
import type {
  CorrectionsPageView,
  LabelPageView,
  ListView,
  PieceCard,
  PieceView,
  PublicationHomeView,
  PublicationView,
  SiteView,
  SourcesPageView,
  TopicPageView,
  NetworkHomeView,
  PersonView,
} from './view.ts';

const here = (site: SiteView, path: string): string => (path.startsWith('/') ? site.origin + encodedPath(path) : path);

function publisher(site: SiteView, publication: PublicationView) {
  const { name, lang, status, tagline, rights } = publication;
  return { name, url: here(site, homePath(publication)), lang, status, tagline, rights };
}

export function networkData(site: SiteView, { network, publications }: NetworkHomeView): unknown {
  return {
    name: site.networkName,
    url: here(site, '/'),
    ...(network && { lang: network.lang, description: network.description, about: network.about }),
    publications: publications.map((publication) => ({
      // What may be done with its pieces is said by the publication's own pages.
      ...{ ...publisher(site, publication), rights: undefined },
      latest: publication.latest && cardData(site, publication.latest),
    })),
  };
}

export function homeData(site: SiteView, publication: PublicationView, home: PublicationHomeView): unknown {
  const cards = (some: PieceCard[]) => some.map((card) => cardData(site, card));
  return {
    publication: publisher(site, publication),
    letter: publication.status === 'active' ? null : publication.letter,
    topics: publication.topics.map(({ slug, name }) => ({ name, url: here(site, `${publication.basePath}/${slug}`) })),
    latest: home.latest && textData(site, publication, home.latest),
    recent: cards(homeWeek(publication, home).cards),
    newest: home.shelves.map(({ kind, cards: some, pieces }) => ({ kind, pieces, cards: cards(some) })),
  };
}

export function listData(
  site: SiteView,
  publication: PublicationView,
  view: ListView | TopicPageView | LabelPageView,
): unknown {
  const { cards, page, pages } = view;
  const of =
    'kind' in view
      ? { kind: view.kind }
      : 'topic' in view
        ? { topic: view.topic.name, ...(view.intro && page === 1 ? { intro: view.intro.text } : {}) }
        : {
            [view.of]: view.title,
            ...(view.person ? personData(site, view.person, page) : {}),
          };
  return {
    publication: publisher(site, publication),
    ...of,
    page,
    pages,
    pieces: cards.map((card) => cardData(site, card)),
  };
}

function personData(site: SiteView, person: PersonView, page: number): object {
  const { title, affiliation, bio, portrait, links } = person;
  const said = { title: title?.text ?? null, affiliation: affiliation?.text ?? null };
  if (page > 1) return { ...said, bio: [] };
  const picture = portrait?.src
    ? { src: site.origin + portrait.src, alt: portrait.alt, credit: portrait.credit }
    : null;
  return { ...said, bio, portrait: picture, links };
}

export function searchData(site: SiteView, publication: PublicationView, view: SearchView): unknown {
  const { asked, matched, total, more, page, pages, suggestion, hits } = view;
  return {
    publication: publisher(site, publication),
    asked,
    matched,
    total,
    more,
    page,
    pages,
    suggestion: suggestion?.text ?? null,
    pieces: hits.map(({ card: { kind, path, date, title, lang }, snippet }) => ({
      ...{ kind, url: here(site, path), date, title, lang },
      snippet: snippet.map(({ text }) => text).join(''),
    })),
  };
}

function cardData(site: SiteView, card: PieceCard): unknown {
  const { kind, path, date, title, lede, headings, authors, readMinutes, lang, corrected, sponsor } = card;
  // A list says a summary's headings, and of other pieces the lede.
  const said = headings.length > 0 ? { headings } : { lede };
  return {
    kind,
    url: here(site, path),
    date,
    title,
    ...said,
    authors: namesOnCard(authors),
    readMinutes,
    lang,
    corrected,
    sponsor,
  };
}

export function correctionsData(
  site: SiteView,
  publication: PublicationView,
  { corrections, page, pages }: CorrectionsPageView,
): unknown {
  return {
    publication: publisher(site, publication),
    page,
    pages,
    corrections: corrections.map(({ on, note, lang, piece, anchor }) => ({
      on: dayOf(on, publication),
      note,
      lang,
      piece: { title: piece.title, lang: piece.lang, url: here(site, piece.path) },
      stood: here(site, anchor),
    })),
  };
}

export function sourcesData(site: SiteView, publication: PublicationView, view: SourcesPageView): unknown {
  const { year, page, pages, sources } = view;
  return { publication: publisher(site, publication), year, page, pages, sources };
}

export function aboutData(site: SiteView, publication: PublicationView): unknown {
  return { publication: publisher(site, publication), about: publication.about };
}

export function privacyData(site: SiteView, publication: PublicationView): unknown {
  return { publication: publisher(site, publication), privacy: wordsOf(publication.lang).privacyText };
}

export function pieceData(site: SiteView, publication: PublicationView, piece: PieceView): unknown {
  return {
    publication: publisher(site, publication),
    ...(textData(site, publication, piece) as object),
    previous: piece.previous && { date: piece.previous.date, url: here(site, piece.previous.path) },
    next: piece.next && { date: piece.next.date, url: here(site, piece.next.path) },
    translations: piece.translations.map(({ lang, path }) => ({ lang, url: here(site, path) })),
    members: piece.members.map((card) => cardData(site, card)),
  };
}

function textData(site: SiteView, publication: PublicationView, piece: PieceView): unknown {
  const label = ({ slug, title }: { slug: string; title: string }) => ({ slug, title });
  return {
    kind: piece.kind,
    url: here(site, piece.path),
    lang: piece.lang,
    title: piece.title,
    lede: piece.lede,
    date: piece.dateline,
    updated: piece.updated,
    readMinutes: piece.kind === 'page' || gathers(piece.kind) ? undefined : piece.readMinutes,
    revision: piece.imported ? undefined : piece.revision,
    authors: piece.authors.map(({ name, role, title, bio, path }) => ({
      name,
      role,
      title,
      bio,
      url: path && here(site, path),
    })),
    nameWithdrawn: piece.nameWithdrawn,
    talk: piece.talk,
    picture: piece.topImage && pictureData(site, piece.topImage),
    preamble: piece.preamble.map((block) => blockData(site, block)),
    sections: piece.sections.map(({ id, heading, depth, basis, blocks, story, histories }) => ({
      id,
      heading,
      depth,
      basis,
      blocks: blocks.map((block) => blockData(site, block)),
      told: story && storyData(site, story),
      totals: histories?.map(({ kind, reported }) => ({
        kind,
        reported: reported.map(({ path: stated, ...each }) => ({ ...each, url: stated && here(site, stated) })),
      })),
    })),
    notes: notesOf(piece).map((note) => noteData(site, note)),
    recommendedReads: piece.reads.map(({ publisher: by, title, url }) => ({
      publisher: by,
      title,
      url: here(site, url),
    })),
    corrections: piece.corrections.map(({ id, kind, on, note, sentenceId, lang }) => ({
      id,
      kind,
      on: dayOf(on, publication),
      note,
      sentenceId,
      lang,
    })),
    topics: piece.topics,
    categories: piece.categories.map(label),
    tags: piece.tags.map(label),
    series: piece.series.map(({ title, path, position, pieces }) => ({
      title,
      url: path && here(site, path),
      position,
      pieces,
    })),
    republishedFrom: piece.republished,
    sharedFrom: piece.sharedFrom && { publication: piece.sharedFrom.title, url: here(site, piece.sharedFrom.path) },
    sponsor: piece.sponsor,
    importedFrom: piece.imported?.url ?? undefined,
  };
}

function blockData(site: SiteView, block: BlockView): unknown {
  const run = (sentences: SentenceView[]) =>
    sentences.map(({ id, text, marks, lang, basis, notes }) => ({
      id,
      text,
      marks: marks.map((mark) => (mark.type === 'link' ? { ...mark, href: here(site, mark.href) } : mark)),
      lang: lang ?? undefined,
      basis,
      notes,
    }));
  switch (block.type) {
    case 'paragraph':
      return { type: block.type, sentences: run(block.sentences) };
    case 'quote':
      return { type: block.type, sentences: run(block.sentences), attribution: block.attribution ?? undefined };
    case 'list':
      return { type: block.type, ordered: block.ordered, items: block.items.map(run) };
    case 'table':
      return { type: block.type, header: block.header, rows: block.rows.map((row) => row.map(run)) };
    case 'figure':
      return { type: block.type, picture: pictureData(site, block.picture) };
    case 'embed':
      return { type: block.type, url: block.href, note: block.note };
  }
}

function storyData(site: SiteView, { before, earliest, after }: StoryView): unknown {
  const told = ({ path, date, heading }: ToldView) => ({ date, heading, url: here(site, path) });
  return { before: before.map(told), earliest: earliest && told(earliest), after: after.map(told) };
}

/** `number` is what the sentences of its part call it by; the part is in its id. */
function noteData(site: SiteView, note: NoteView): unknown {
  switch (note.kind) {
    case 'report': {
      const { kind, id, number, outlet, origin, originKind, title, url, quote, quoteLang } = note;
      const { reportedOn, retrievedAt, bodySha256, version } = note;
      const source = { outlet, origin, originKind, title, url, quote, quoteLang };
      return { kind, id, number, ...source, reportedOn, retrievedAt, bodySha256, version };
    }
    case 'linked':
      return { ...note, href: undefined, url: here(site, note.href), checked: false };
    default:
      return { kind: note.kind, id: note.id, number: note.number };
  }
}

function pictureData(site: SiteView, { src, original, width, height, caption, credit, alt }: PictureView): unknown {
  const held = src === null ? { url: null, stoodAt: original ?? null } : { url: here(site, src), width, height };
  return { ...held, caption, credit, alt };
}

/** A page says the day of a correction, in the publication's zone, and no more. */
function dayOf(on: string, { timeZone }: PublicationView): string {
  return asDay(on, timeZone);
}
