/** What the page of one label is made from: what it is called and, of somebody, what is said of them. */
import { findLibraryPicture } from '#media/media.ts';
import { contributorNow, findLiveRevisions } from '#pieces/pieces.ts';
import { contributorAt, firstLanguage, labelName, type Localised } from '#publications/publications.ts';
import { findLabelTitle } from './filed-store.ts';
import { cardsOnPage, type LabelKind } from './paths.ts';
import { languagesOf, readFiled, type Shelf } from './read-lists.ts';
import type { LabelPageView, PersonView, SaidView } from './view.ts';
import { findHeld, viewPicture } from './view-picture.ts';

/** Null where nothing is filed. */
export async function readLabel(
  shelf: Shelf,
  of: LabelKind,
  slug: string,
): Promise<Pick<LabelPageView, 'title' | 'person'> | null> {
  const { db, publication, lang } = shelf;
  const label = { kind: of, slug };
  const title = await findLabelTitle(db, publication.slug, label, { langs: languagesOf(publication, lang) });
  if (title === null) return null;
  if (of !== 'contributor') return { title: labelName(publication, of, slug, lang) ?? title, person: null };
  const name = contributorAt(publication, slug)?.name[lang];
  return { title: name ?? title, person: await readPerson(shelf, slug) };
}

/** What the desk says of somebody; where it says nothing, what the latest of their pieces says. */
async function readPerson(shelf: Shelf, slug: string): Promise<PersonView> {
  const { publication, lang } = shelf;
  const told = contributorAt(publication, slug);
  const first = firstLanguage(publication);
  const saidIn = (texts: Localised | undefined): SaidView | null => {
    const said = [lang, first].find((each) => texts?.[each]);
    return said === undefined ? null : { text: texts?.[said] ?? '', lang: said };
  };
  const [title, bio] = [saidIn(told?.title), saidIn(told?.bio)];
  const byPieces = title && bio ? null : await readFromPieces(shelf, slug);
  const shownBio = bio ?? byPieces?.bio ?? null;
  return {
    title: title ?? byPieces?.title ?? null,
    affiliation: saidIn(told?.affiliation),
    bio: shownBio?.text.split(/\n{2,}/u) ?? [],
    lang: shownBio?.lang ?? lang,
    portrait: await readPortrait(shelf, told?.portrait, saidIn(told?.portrait?.alt)?.text ?? ''),
    links: told?.links ?? [],
  };
}

async function readPortrait({ db }: Shelf, portrait: { media: string } | undefined, alt: string) {
  if (!portrait) return null;
  const credit = (await findLibraryPicture(db, portrait.media))?.credit ?? '';
  const picture = { media: portrait.media, caption: '', credit, alt };
  const view = viewPicture(picture, await findHeld(db, [picture]));
  return view.src === null ? null : view;
}

async function readFromPieces(shelf: Shelf, slug: string): Promise<{ title: SaidView | null; bio: SaidView | null }> {
  const { db, publication, log } = shelf;
  const newest = await readFiled(shelf, { kind: 'contributor', slug }, { limit: cardsOnPage });
  log.add(...newest.map(({ id }) => `piece:${id}`));
  const revisions = await findLiveRevisions(
    db,
    newest.map(({ id }) => id),
  );
  const told = newest.flatMap((piece) => {
    const content = revisions.get(piece.id)?.content;
    const author = content?.authors?.find((each) => contributorNow(publication, each, content).slug === slug);
    return author ? [{ ...author, lang: piece.lang }] : [];
  });
  const said = (of: 'title' | 'bio'): SaidView | null => {
    const author = told.find((each) => each[of]);
    return author ? { text: author[of] ?? '', lang: author.lang } : null;
  };
  return { title: said('title'), bio: said('bio') };
}
