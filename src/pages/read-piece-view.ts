import { findEvidence } from '#evidence/evidence.ts';
import type { Reader } from '#platform/database/database.ts';
import type { Lang } from '#platform/language.ts';
import {
  contributorNow,
  findCorrections,
  findNeighbour,
  findPieceByPath,
  findTranslations,
  gathers,
  type Piece,
  type PieceContent,
  readKeys,
  type Revision,
  sectionsOf,
  speaksForItself,
  labelsNow,
  topicsNow,
} from '#pieces/pieces.ts';
import {
  basePath,
  findPublication,
  firstLanguage,
  type Publication,
  publicationName,
} from '#publications/publications.ts';
import { dayTitle } from '#locales/locales.ts';
import { datelineOf, updatedOf } from './dateline.ts';
import { findLinksHere } from './find-links-here.ts';
import { minutesToRead } from './minutes-to-read.ts';
import type { ReadLog } from './read-log.ts';
import { readMonthView } from './read-month-view.ts';
import { topicViews } from './read-publication-view.ts';
import { readMembers, readSeries } from './read-series-view.ts';
import { readStories } from './read-story.ts';
import { labelPath } from './paths.ts';
import { viewSponsor } from './view-sponsor.ts';
import type { AuthorView, LinkView, NeighbourView, PieceView, TalkView } from './view.ts';
import { citedIn, type Facts, linkedIn, viewBlocks, viewSections } from './view-blocks.ts';
import { findHeld, viewPicture } from './view-picture.ts';

/** A piece in one revision, as its page shows it: its text and what stands round it. */
export async function readPieceView(
  db: Reader,
  publication: Publication,
  piece: Piece,
  revision: Revision,
  log: ReadLog,
): Promise<PieceView> {
  const view = await readPieceText(db, publication, piece, revision, log);
  const stories = await readStories(db, publication, piece, revision.content, log);
  return {
    ...view,
    sections: view.sections.map((section) => ({ ...section, ...stories.get(section.id) })),
    ...(piece.kind === 'summary' && view.date !== null
      ? await readDays(db, publication, piece, view.date, log)
      : undefined),
    series: await readSeries(db, publication, piece, revision.content.series ?? [], log),
    members: gathers(piece.kind) ? await readMembers(db, publication, revision.content.members ?? [], log) : [],
    translations: await readTranslations(db, piece, log),
  };
}

/** A piece alone, as a feed carries it: nothing of what stands before, after or round it. */
export async function readPieceText(
  db: Reader,
  publication: Publication,
  piece: Pick<Piece, 'id' | 'kind' | 'lang' | 'path' | 'dated' | 'firstPublishedAt' | 'modifiedAt'>,
  revision: Revision,
  log: ReadLog,
): Promise<PieceView> {
  log.add(`piece:${piece.id}`);
  const { content } = revision;
  const corrections = await findCorrections(db, piece.id);
  const pictures = await findHeld(db, [
    content.topImage,
    ...content.blocks.map((block) => (block.type === 'figure' ? block.image : null)),
  ]);
  const links = [...linkedIn(content.blocks), ...content.recommendedReads.map(({ url }) => url)];
  const here = await findLinksHere(db, publication, links, log);
  const evidence = await findEvidence(db, citedIn(content.blocks));
  const facts: Facts = {
    publication,
    lang: piece.lang,
    here,
    evidence,
    corrections,
    pictures,
    ofItself: speaksForItself(piece.kind),
  };
  const { preamble, sections } = sectionsOf(content.blocks);
  const opening = viewBlocks(preamble, 'preamble', facts);
  const dateline = datelineOf(piece, content, publication.timeZone);
  return {
    kind: piece.kind,
    path: `/${publication.slug}/${piece.path}`,
    date: piece.dated ?? (dateline?.length === 10 ? dateline : null),
    dateline,
    title: content.title,
    lede: content.lede,
    lang: piece.lang,
    publishedAt: piece.firstPublishedAt,
    modifiedAt: piece.modifiedAt,
    updated: updatedOf(piece, content),
    readMinutes: minutesToRead(content),
    authors: viewAuthors(publication, content),
    topImage: content.topImage && viewPicture(content.topImage, pictures),
    preamble: opening.blocks,
    preambleNotes: opening.notes,
    sections: viewSections(sections, facts),
    reads: content.recommendedReads.map((read) => ({
      publisher: read.publisher,
      title: read.title,
      url: here.get(read.url) ?? read.url,
      lang: read.lang ?? null,
    })),
    corrections: corrections.map(({ id, kind, at, note, sentenceId, lang }) => ({
      ...{ id, kind, on: at, note, sentenceId, lang },
    })),
    previous: null,
    next: null,
    month: null,
    topics: topicViews(publication, piece.lang, topicsNow(publication, content.topics)),
    categories: labelsNow(publication, 'category', content.categories ?? [], piece.lang),
    tags: labelsNow(publication, 'tag', content.tags ?? [], piece.lang),
    series: [],
    members: [],
    translations: [],
    republished: content.canonical ?? null,
    sharedFrom: await readSharedFrom(db, content, log),
    sponsor: viewSponsor(content),
    talk: viewTalk(content),
    imported: content.imported ? { url: content.imported.url } : null,
    nameWithdrawn: content.nameWithdrawn ?? false,
    revision: revision.number,
  };
}

/** Those who became one since stand there once. */
function viewAuthors(publication: Publication, content: PieceContent): AuthorView[] {
  const lang = publication.languages.includes(content.lang) ? content.lang : firstLanguage(publication);
  const once = new Map<string, AuthorView>();
  for (const [index, author] of (content.authors ?? []).entries()) {
    const { role, title, bio } = author;
    const { slug, name } = contributorNow(publication, author, content);
    const path = slug === null ? null : labelPath({ basePath: basePath(publication, lang) }, 'contributor', slug);
    const key = `${role} ${slug ?? index}`;
    if (!once.has(key)) once.set(key, { name, role, title: title ?? null, bio: bio ?? null, path });
  }
  return [...once.values()];
}

/** The piece in the publication that it is shared from; nothing where that is not live, or not listed. */
async function readSharedFrom(db: Reader, { sharedFrom, lang }: PieceContent, log: ReadLog): Promise<LinkView | null> {
  if (!sharedFrom) return null;
  const { publication: slug, path } = sharedFrom;
  log.add(`publication:${slug}`, ...readKeys.path(slug, path));
  const publication = await findPublication(db, slug);
  const piece = await findPieceByPath(db, slug, path);
  if (!publication?.listed || piece?.state !== 'live') return null;
  log.add(`piece:${piece.id}`);
  return { path: `/${slug}/${path}`, title: publicationName(publication, lang) };
}

function viewTalk({ talk }: PieceContent): TalkView | null {
  if (!talk) return null;
  const { endsAt = null, place = null, rsvp = null, recording = null } = talk;
  return { startsAt: talk.startsAt, endsAt, timeZone: talk.timeZone, place, rsvp, recording };
}

/** The days before and after a summary, and its month. */
async function readDays(db: Reader, publication: Publication, piece: Piece, day: string, log: ReadLog) {
  log.add(...readKeys.neighboursOf(piece, day));
  return {
    previous: await readNeighbour(db, publication, piece.lang, day, 'before'),
    next: await readNeighbour(db, publication, piece.lang, day, 'after'),
    month: await readMonthView(db, publication, piece.lang, day, log),
  };
}

async function readNeighbour(
  db: Reader,
  publication: Publication,
  lang: Lang,
  day: string,
  side: 'before' | 'after',
): Promise<NeighbourView | null> {
  const found = await findNeighbour(db, publication.slug, { kind: 'summary', lang, day, side });
  return (
    found && {
      path: `/${publication.slug}/${found.path}`,
      date: found.dated ?? '',
      title: dayTitle(found.dated ?? day, lang),
    }
  );
}

/** The live forms of a piece in every language, itself among them; none where it has one alone. */
async function readTranslations(db: Reader, piece: Piece, log: ReadLog): Promise<PieceView['translations']> {
  const family = await findTranslations(db, piece);
  log.add(...readKeys.family(piece), ...family.map((each) => `piece:${each.id}`));
  const live = family.filter((each) => each.state === 'live' || each.id === piece.id);
  return live.length > 1 ? live.map((each) => ({ lang: each.lang, path: `/${each.publication}/${each.path}` })) : [];
}
