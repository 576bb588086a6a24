import { type LibraryPicture, mediaPath, type PictureFile } from '#media/media.ts';
import type { PictureUse } from '#pieces/pieces.ts';
import type { Publication } from '#publications/publications.ts';
import { mayIn, type StaffMember } from '#staff/staff.ts';
import { dayAndTime, fullDay } from '#locales/dates.ts';
import { languageAttributes } from '#ui/direction.ts';
import type { Desk } from './desk-context.ts';
import { deskPage } from './desk-frame.tsx';
import { FocusForm } from './picture-focus.tsx';
import { PictureFields } from './picture-form.tsx';
import type { PictureInput, WrongPicture } from './picture-input.ts';
import { capital, counted } from './words.ts';

export interface PictureView {
  picture: LibraryPicture;
  file: PictureFile;
  publication: Publication;
  uses: PictureUse[];
  /** Where it is shown beside pieces: whose portrait it is. */
  portraits: { name: string; href: string }[];
  input: PictureInput;
  wrong: WrongPicture;
  said: string | null;
}

const saidWords: Record<string, string> = {
  added: 'The picture is in the library, without its metadata.',
  there: 'That picture was in the library already. This is it, as it stands.',
  saved: 'Saved.',
  place: 'The place is kept, and the picture is cut about it.',
  whole: 'The whole picture is shared.',
  wrong: 'Nothing was changed: a place is two whole numbers from 0 to 100.',
  used: 'It was not deleted: it is shown. Take it out there first.',
};

/** One picture: what is said of it, whose it is, where it is shown. */
export function picturePage(desk: Desk, staff: StaffMember, view: PictureView): string {
  const { picture, file, publication, input, wrong } = view;
  const said = view.said === null ? undefined : saidWords[view.said];
  const path = `/desk/media/${picture.media}`;
  const mayKeep = mayIn(staff, 'keep pictures', publication.slug);
  return deskPage(
    desk,
    { title: 'Picture', staff, current: 'media' },
    <div class="media one">
      <p>
        <a href="/desk/media">Media library</a>
      </p>
      <h1 dir="auto">{picture.caption || picture.alt || 'A picture without words'}</h1>
      {said && (
        <p class={view.said === 'used' || view.said === 'wrong' ? 'notice' : 'notice good'} role="status">
          {said}
        </p>
      )}
      {picture.rights.ended && picture.rights.endsOn !== null && (
        <p class="notice">
          The rights to this picture ended on {fullDay(picture.rights.endsOn, 'en')}. Pages that have it describe it in
          words, and no piece is published with it.
        </p>
      )}
      <div class="beside">
        <div>
          <img src={mediaPath(file.sha256)} alt={picture.alt} width={file.width} height={file.height} />
          <dl class="facts">
            <Fact term="Size">
              {file.width} × {file.height}
            </Fact>
            <Fact term="Looked after by">
              <bdi>{publication.name}</bdi>
            </Fact>
            <Fact term="Added">
              {dayAndTime(picture.addedAt, 'en', publication.timeZone)}
              {picture.addedBy !== '' && (
                <>
                  {' '}
                  by <bdi>{picture.addedBy}</bdi>
                </>
              )}
            </Fact>
          </dl>
          {mayKeep && <FocusForm picture={picture} file={file} path={path} />}
          <Uses uses={view.uses} portraits={view.portraits} staff={staff} />
        </div>
        {mayKeep ? (
          <div>
            <form method="post" action={path} class="form">
              <PictureFields input={input} wrong={wrong} />
              <button class="strong">Save</button>
            </form>
            {view.uses.length + view.portraits.length === 0 && (
              <form method="post" action={`${path}/delete`} class="delete">
                <details>
                  <summary>Delete this picture</summary>
                  <p>The picture and its files go for good. Nothing shows it now.</p>
                  <button class="button">Delete it for good</button>
                </details>
              </form>
            )}
          </div>
        ) : (
          <Told input={input} />
        )}
      </div>
    </div>,
  );
}

function Fact({ term, children }: { term: string; children?: unknown }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The pieces that show it: by name where somebody works there, else counted. */
function Uses({ uses, portraits, staff }: Pick<PictureView, 'uses' | 'portraits'> & { staff: StaffMember }) {
  const own = uses.filter(({ publication }) => mayIn(staff, 'read the newsroom', publication));
  const others = uses.length - own.length;
  return (
    <section>
      <h2>Where it is used</h2>
      {uses.length === 0 && <p class="soft">No piece shows it.</p>}
      <ul>
        {portraits.map(({ name, href }) => (
          <li>
            <a href={href} dir="auto">
              {name}
            </a>{' '}
            <span class="soft">portrait</span>
          </li>
        ))}
        {own.map(({ pieceId, title, lang, live }) => (
          <li>
            <a href={`/desk/piece/${pieceId}`} {...languageAttributes(lang, 'en')}>
              {title || 'Without a title'}
            </a>{' '}
            <span class="soft">{live ? 'live' : 'not live'}</span>
          </li>
        ))}
      </ul>
      {others > 0 && <p class="soft">{capital(counted(others, 'piece'))} of other publications.</p>}
    </section>
  );
}

/** For who may look and not change. */
function Told({ input }: { input: PictureInput }) {
  return (
    <dl class="facts">
      <Fact term="Description">{input.alt || '–'}</Fact>
      <Fact term="Caption">{input.caption || '–'}</Fact>
      <Fact term="Credit">{input.credit || '–'}</Fact>
      <Fact term="Whose it is">{input.owner || '–'}</Fact>
      <Fact term="What is allowed">{input.terms || '–'}</Fact>
      <Fact term="Last day">{input.endsOn === '' ? 'None is known' : fullDay(input.endsOn, 'en')}</Fact>
    </dl>
  );
}
