import { type Context, Hono } from 'hono';
import {
  addPicture,
  addToLibrary,
  findLibraryPicture,
  findLibraryPictures,
  findPictures,
  PictureRefused,
} from '#media/media.ts';
import { countPictureUses, endRights, findPictureUses, keepFocus, keepPicture, removePicture } from '#pieces/pieces.ts';
import { instantText } from '#platform/clock.ts';
import { findPublication, findPublications, type Publication, textIn } from '#publications/publications.ts';
import { mayIn, type StaffMember } from '#staff/staff.ts';
import type { LibraryAnswer, LibraryPictureView } from './composer-state.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { mediaPage, narrowest, newPicturePage, troubleOf } from './media-page.tsx';
import { may } from './may.ts';
import {
  blankPicture,
  inputOf,
  type PictureInput,
  readPictureInput,
  type WrongPicture,
  wrongInPicture,
} from './picture-input.ts';
import { readFocus } from './picture-focus.tsx';
import { picturePage } from './picture-page.tsx';

const onPage = 24;

/** The media library: the pictures that are held, with their words, their rights and where they are used. */
export function mediaRoutes(desk: Desk): Hono<DeskEnv> {
  const { newsroom } = desk;
  const { database } = newsroom;
  const app = new Hono<DeskEnv>();

  /** Those that somebody works for. */
  async function publicationsOf(staff: StaffMember) {
    return (await findPublications(database.read)).filter(({ slug }) => mayIn(staff, 'write', slug));
  }

  app.get('/desk/media', may(desk, 'add pictures'), async (c) => {
    await endRights(newsroom);
    const words = (c.req.query('q') ?? '').trim().slice(0, 200);
    const page = Math.max(1, Math.min(10_000, Number.parseInt(c.req.query('page') ?? '1', 10) || 1));
    const publications = (await publicationsOf(c.get('staff'))).map(({ slug }) => slug);
    const listing = { publications, words, limit: onPage, offset: (page - 1) * onPage };
    const { pictures, count } = await findLibraryPictures(database.read, listing);
    const names = pictures.map(({ media }) => media);
    const shown = {
      ...{ pictures, count, words, page },
      files: await findPictures(database.read, names),
      uses: await countPictureUses(database.read, names),
      pages: Math.max(1, Math.ceil(count / onPage)),
      said: c.req.query('said') ?? null,
    };
    return c.html(mediaPage(desk, c.get('staff'), shown));
  });

  /** For the composer: of the publication of its piece. */
  app.get('/desk/api/pictures', may(desk, 'read the newsroom', 'publication-asked'), async (c) => {
    await endRights(newsroom);
    const words = (c.req.query('q') ?? '').trim().slice(0, 200);
    const listing = { publications: [c.req.query('publication') ?? ''], words, limit: onPage, offset: 0 };
    const { pictures, count } = await findLibraryPictures(database.read, listing);
    const files = await findPictures(
      database.read,
      pictures.map(({ media }) => media),
    );
    return c.json({
      kind: 'found',
      count,
      pictures: pictures.flatMap((picture): LibraryPictureView[] => {
        const { media, caption, credit, alt, rights } = picture;
        const file = files.get(media);
        if (!file) return [];
        const { width, height } = file;
        const ended = rights.ended ? troubleOf(picture) : null;
        return [{ media, src: narrowest(file), width, height, caption, credit, alt, terms: rights.terms, ended }];
      }),
    } satisfies LibraryAnswer);
  });

  app.get('/desk/media/new', may(desk, 'add pictures'), async (c) => {
    const publications = await publicationsOf(c.get('staff'));
    return c.html(
      newPicturePage(desk, c.get('staff'), { publications, publication: '', input: blankPicture, wrong: {} }),
    );
  });

  app.post('/desk/media', may(desk, 'add pictures'), async (c) => {
    const staff = c.get('staff');
    const form = await c.req.parseBody();
    const publications = await publicationsOf(staff);
    const publication = publications.find(({ slug }) => slug === form.publication)?.slug ?? '';
    const input = readPictureInput(form);
    const again = (wrong: WrongPicture) =>
      c.html(newPicturePage(desk, staff, { publications, publication, input, wrong }), 422);
    const wrong = wrongInPicture(input);
    if (publication === '') wrong.publication = 'Choose one of your publications.';
    const { file } = form;
    if (!(file instanceof File) || file.size === 0) wrong.file = 'Choose the file of the picture.';
    if (Object.keys(wrong).length > 0 || !(file instanceof File))
      return again({ file: 'Choose the file again: a browser does not keep it.', ...wrong });
    try {
      const { sha256: media } = await addPicture(newsroom, new Uint8Array(await file.arrayBuffer()));
      const added = await add(media, publication, input, staff.name);
      const there = await findLibraryPicture(database.read, media);
      if (there && !mayIn(staff, 'read the newsroom', there.publication))
        return again({ file: 'Another publication here looks after this picture. Add it in your piece, or ask them.' });
      return c.redirect(`/desk/media/${media}?said=${added ? 'added' : 'there'}`, 303);
    } catch (error) {
      if (error instanceof PictureRefused) return again({ file: error.message });
      throw error;
    }
  });

  async function add(media: string, publication: string, input: PictureInput, by: string): Promise<boolean> {
    const { endsOn: day, ...words } = input;
    const endsOn = day || null;
    const at = instantText(newsroom.clock.now());
    const added = await database.write((tx) => addToLibrary(tx, { media, publication, words, endsOn }, { at, by }));
    await endRights(newsroom);
    return added;
  }

  async function show(
    c: Context<DeskEnv>,
    media: string,
    tried: { input: PictureInput; wrong: WrongPicture } | null,
  ): Promise<Response> {
    const picture = await findLibraryPicture(database.read, media);
    const file = (await findPictures(database.read, [media])).get(media);
    const publication = picture && (await findPublication(database.read, picture.publication));
    if (!picture || !file || !publication) return c.notFound();
    const shown = {
      ...{ picture, file, publication },
      uses: await findPictureUses(database.read, media),
      portraits: (await findPublications(database.read)).flatMap((each) => portraitsOf(each, media)),
      ...(tried ?? { input: inputOf(picture), wrong: {} }),
      said: tried ? null : (c.req.query('said') ?? null),
    };
    return c.html(picturePage(desk, c.get('staff'), shown), tried ? 422 : 200);
  }

  app.get('/desk/media/:media', may(desk, 'read the newsroom', 'picture'), async (c) => {
    await endRights(newsroom);
    return show(c, c.req.param('media'), null);
  });

  app.post('/desk/media/:media', may(desk, 'keep pictures', 'picture'), async (c) => {
    const media = c.req.param('media');
    const input = readPictureInput(await c.req.parseBody());
    const wrong = wrongInPicture(input);
    if (Object.keys(wrong).length > 0) return show(c, media, { input, wrong });
    const picture = await findLibraryPicture(database.read, media);
    if (!picture) return c.notFound();
    const { endsOn, ...words } = input;
    await keepPicture(newsroom, picture, words, endsOn || null, c.get('staff').id);
    return c.redirect(`/desk/media/${media}?said=saved`, 303);
  });

  app.post('/desk/media/:media/focus', may(desk, 'keep pictures', 'picture'), async (c) => {
    const media = c.req.param('media');
    const picture = await findLibraryPicture(database.read, media);
    const file = (await findPictures(database.read, [media])).get(media);
    if (!picture || !file) return c.notFound();
    const focus = readFocus(await c.req.parseBody(), file);
    if (focus !== 'wrong') await keepFocus(newsroom, picture, focus);
    const said = focus === 'wrong' ? 'wrong' : focus === null ? 'whole' : 'place';
    return c.redirect(`/desk/media/${media}?said=${said}#focus`, 303);
  });

  app.post('/desk/media/:media/delete', may(desk, 'keep pictures', 'picture'), async (c) => {
    const media = c.req.param('media');
    const removed = await removePicture(newsroom, media, c.get('staff').id);
    return c.redirect(removed.kind === 'removed' ? '/desk/media?said=deleted' : `/desk/media/${media}?said=used`, 303);
  });
  return app;
}

/** Whose portrait a picture is. */
function portraitsOf({ slug: publication, contributors, languages }: Publication, media: string) {
  return contributors
    .filter(({ portrait }) => portrait?.media === media)
    .map(({ slug, name }) => ({
      name: textIn({ languages }, name, '') ?? slug,
      href: `/desk/${publication}/contributors/${encodeURIComponent(slug)}`,
    }));
}
