import { type LibraryPicture, mediaPath, type PictureFile } from '#media/media.ts';
import type { Publication } from '#publications/publications.ts';
import type { StaffMember } from '#staff/staff.ts';
import { fullDay } from '#locales/dates.ts';
import type { Desk } from './desk-context.ts';
import { deskPage } from './desk-frame.tsx';
import { Pager } from './pager.tsx';
import { describedBy, PictureField, PictureFields } from './picture-form.tsx';
import type { PictureInput, WrongPicture } from './picture-input.ts';
import { capital, counted } from './words.ts';

export interface MediaView {
  pictures: LibraryPicture[];
  files: Map<string, PictureFile>;
  uses: Map<string, number>;
  count: number;
  words: string;
  /** From 1. */
  page: number;
  pages: number;
  said: string | null;
}

const saidWords: Record<string, string> = { deleted: 'The picture and its files are deleted.' };

/** The pictures that are held, the newest first. */
export function mediaPage(desk: Desk, staff: StaffMember, view: MediaView): string {
  const said = view.said === null ? undefined : saidWords[view.said];
  return deskPage(
    desk,
    { title: 'Media library', staff, current: 'media' },
    <div class="media">
      <h1>Media library</h1>
      {said && (
        <p class="notice good" role="status">
          {said}
        </p>
      )}
      <div class="media-tools">
        <form method="get" action="/desk/media" role="search">
          <label for="q">Words of the caption, credit or description</label>
          <input id="q" name="q" type="search" dir="auto" value={view.words} autocomplete="off" />
          <button>Search</button>
        </form>
        <a class="button" href="/desk/media/new">
          Add a picture
        </a>
      </div>
      <p class="soft" role="status">
        {tally(view)} {view.words !== '' && <a href="/desk/media">Show all</a>}
      </p>
      {view.count === 0 && view.words === '' ? (
        <Empty />
      ) : (
        <ul class="pictures">
          {view.pictures.map((picture) => (
            <Entry picture={picture} file={view.files.get(picture.media)} uses={view.uses.get(picture.media) ?? 0} />
          ))}
        </ul>
      )}
      {view.pages > 1 && <Pager page={view.page} pages={view.pages} to={(page) => addressOf(view.words, page)} />}
    </div>,
  );
}

function tally({ count, words }: MediaView): string {
  const pictures = capital(counted(count, 'picture'));
  return words === '' ? `${pictures}, the newest first.` : `${pictures} with “${words}”.`;
}

function Entry({ picture, file, uses }: { picture: LibraryPicture; file: PictureFile | undefined; uses: number }) {
  const { media, alt, caption, credit } = picture;
  const trouble = troubleOf(picture);
  return (
    <li>
      <a href={`/desk/media/${media}`}>
        {file && <img src={narrowest(file)} alt="" width={file.width} height={file.height} loading="lazy" />}
        <span class="caption" dir="auto">
          {caption || alt || 'A picture without words'}
        </span>
      </a>
      <p class="soft">
        {credit && (
          <>
            <bdi>{credit}</bdi> ·{' '}
          </>
        )}
        {uses === 0 ? 'not used' : `in ${counted(uses, 'piece')}`}
      </p>
      {trouble && <p class="trouble">{trouble}</p>}
    </li>
  );
}

/** What an editor should know before choosing it; null when nothing is amiss. */
export function troubleOf({ alt, credit, rights }: LibraryPicture): string | null {
  if (rights.ended && rights.endsOn !== null) return `Rights ended on ${fullDay(rights.endsOn, 'en')}`;
  const lacks = [alt === '' && 'description', credit === '' && 'credit'].filter(Boolean);
  return lacks.length > 0 ? `No ${lacks.join(', no ')}` : null;
}

/** The narrowest copy that is wide enough for a list. */
export function narrowest(file: PictureFile): string {
  const narrow = file.variants.at(-1);
  return mediaPath(narrow?.sha256 ?? file.sha256);
}

function Empty() {
  return (
    <section class="teach">
      <h2>There is no picture yet</h2>
      <p>
        Add one here with its words and its rights, and choose it in a summary with “From the library”. A picture that
        is added in a summary, or comes with an archive, is found here as well.
      </p>
    </section>
  );
}

interface NewPictureView {
  publications: Publication[];
  publication: string;
  input: PictureInput;
  wrong: WrongPicture;
}

/** The form for another picture. */
export function newPicturePage(desk: Desk, staff: StaffMember, view: NewPictureView): string {
  const { publications, publication, input, wrong } = view;
  return deskPage(
    desk,
    { title: 'Add a picture', staff, current: 'media' },
    <div class="form">
      <h1>Add a picture</h1>
      <p class="soft">
        Whatever a camera wrote into the file (place, time, names) is left behind.{' '}
        <a href="/desk/media">Back to the library</a>
      </p>
      <form method="post" action="/desk/media" enctype="multipart/form-data">
        <PictureField name="file" label="File" hint="JPEG, PNG, WebP, GIF or TIFF, 20 MB at most" wrong={wrong.file}>
          <input
            id="file"
            name="file"
            type="file"
            accept="image/jpeg,image/png,image/webp,image/gif,image/tiff"
            required
            {...describedBy('file', wrong.file)}
          />
        </PictureField>
        {publications.length === 1 ? (
          <input type="hidden" name="publication" value={publications[0]?.slug} />
        ) : (
          <PictureField
            name="publication"
            label="For"
            hint="Those who work there look after it"
            wrong={wrong.publication}
          >
            <select id="publication" name="publication" {...describedBy('publication', wrong.publication)}>
              {publications.map(({ slug, name }) => (
                <option value={slug} selected={slug === publication}>
                  {name}
                </option>
              ))}
            </select>
          </PictureField>
        )}
        <PictureFields input={input} wrong={wrong} />
        <button class="strong">Add the picture</button>
      </form>
    </div>,
  );
}

function addressOf(words: string, page: number): string {
  const query = new URLSearchParams({ ...(words === '' ? {} : { q: words }), page: String(page) });
  return `/desk/media?${query.toString()}`;
}
