import type { Label, Piece } from '#pieces/pieces.ts';
import { gathers, hasDay } from '#pieces/pieces.ts';
import type { Publication } from '#publications/publications.ts';
import { textIn } from '#publications/publications.ts';
import type { StaffMember } from '#staff/staff.ts';
import { languageAttributes } from '#ui/direction.ts';
import { englishName } from './day-page.tsx';
import type { Desk } from './desk-context.ts';
import { deskPage } from './desk-frame.tsx';
import { Authors, TalkFields } from './details-fields.tsx';
import type { DetailsInput, WrongDetails } from './details-input.ts';
import { AreaField, LineField } from './form-field.tsx';
import { kindWords } from './kind-words.ts';

export interface DetailsView {
  piece: Piece;
  publication: Publication;
  title: string;
  base: number;
  input: DetailsInput;
  wrong: WrongDetails;
  /** Its address can still be changed. */
  moves: boolean;
  /** Of the publication in the piece's language. */
  series: Label[];
  /** Every language of the publication, with the piece in it where there is one. */
  languages: { lang: string; piece: { id: string; state: Piece['state'] } | null }[];
  /** Why nothing was kept, or that it was. */
  notice: { words: string; good: boolean; link?: string } | null;
}

/** What a piece is besides its text: who made it, where it stands, what it belongs to. */
export function detailsPage(desk: Desk, staff: StaffMember, view: DetailsView): string {
  const { piece, publication, title, base, input, wrong, notice } = view;
  const to = `/desk/piece/${piece.id}`;
  return deskPage(
    desk,
    { title: `Details · ${title}`, staff, publication, current: 'pieces' },
    <div class="form details">
      <h1>Details</h1>
      <p>
        <a href={to} {...languageAttributes(piece.lang, 'en')}>
          {title || 'Without a title'}
        </a>{' '}
        <span class="soft">
          {kindWords[piece.kind].one}, {englishName(piece.lang)} · <a href={`${to}/history`}>History</a>
        </span>
      </p>
      {notice && (
        <p class={notice.good ? 'notice good' : 'notice'} role={notice.good ? 'status' : 'alert'}>
          {notice.words} {notice.link && <a href={notice.link}>Look at it</a>}
        </p>
      )}
      {Object.keys(wrong).length > 0 && (
        <p class="notice" role="alert">
          Nothing was kept yet: see what is marked below.
        </p>
      )}
      <form method="post" action={`${to}/details`}>
        <input type="hidden" name="base" value={base} />
        <Place view={view} />
        <Authors authors={input.authors} wrong={wrong} />
        {piece.kind === 'talk' && <TalkFields input={input} wrong={wrong} />}
        {gathers(piece.kind) && (
          <>
            <h2>What it gathers</h2>
            <AreaField
              name="members"
              label="Paths, one in a line, in the order in which they are read"
              hint="Below the publication, such as articles/2026/11/20/the-bridge"
              value={input.members}
              rows={6}
              dir="ltr"
              wrong={wrong}
            />
          </>
        )}
        <Filed view={view} />
        <h2>Where it comes from</h2>
        <LineField
          name="canonical"
          label="Address of the original, if a partner published it first"
          hint="Search engines are sent there, and nobody may republish it from here"
          value={input.canonical}
          dir="ltr"
          wrong={wrong}
        />
        <LineField
          name="sponsor"
          label="Who paid for it, if somebody did"
          hint="Readers are told above the text"
          value={input.sponsor.name}
          wrong={wrong}
        />
        <div class="two">
          <LineField name="sponsor-url" label="Their address" value={input.sponsor.url} dir="ltr" wrong={wrong} />
          <LineField
            name="sponsor-label"
            label="Said before the name, if not “Sponsored by”"
            value={input.sponsor.label}
            wrong={wrong}
          />
        </div>
        <button class="strong">Save the details</button>
      </form>
      <Translations view={view} />
    </div>,
  );
}

function Place({ view }: { view: DetailsView }) {
  const { piece, publication, input, wrong, moves } = view;
  return (
    <>
      <h2>Address</h2>
      <p class="address">
        <bdi>
          /{publication.slug}/{decodeURI(piece.path)}
        </bdi>
      </p>
      {moves && piece.kind !== 'summary' ? (
        <div class="two">
          <LineField
            name="slug"
            label="Last part of the address"
            hint="It stays for good once the piece is published"
            value={input.slug}
            wrong={wrong}
          />
          {hasDay(piece.kind) && (
            <LineField
              name="day"
              type="date"
              label="Day"
              hint="That of publishing, as a rule"
              value={input.day}
              wrong={wrong}
            />
          )}
        </div>
      ) : (
        <p class="hint">
          {piece.kind === 'summary' ? 'A summary stands at its day.' : 'Readers know it: it stays as it is.'}
        </p>
      )}
    </>
  );
}

function Filed({ view }: { view: DetailsView }) {
  const { publication, piece, input, wrong, series } = view;
  return (
    <>
      <h2>What it belongs to</h2>
      {publication.topics.length > 0 && (
        <Boxes
          legend="Topics"
          name="topic"
          chosen={input.topics}
          options={publication.topics.map(({ slug, name }) => [slug, textIn(publication, name, piece.lang) ?? slug])}
          lang={piece.lang}
        />
      )}
      {series.length > 0 && !gathers(piece.kind) && (
        <Boxes
          legend="Series and projects"
          name="series"
          chosen={input.series}
          options={series.map(({ slug, title }) => [slug, title])}
          lang={piece.lang}
        />
      )}
      <div class="two">
        <LineField
          name="categories"
          label="Categories"
          hint="Commas between them"
          value={input.categories}
          wrong={wrong}
        />
        <LineField name="tags" label="Tags" hint="Commas between them" value={input.tags} wrong={wrong} />
      </div>
    </>
  );
}

function Boxes(props: { legend: string; name: string; chosen: string[]; options: [string, string][]; lang: string }) {
  const { legend, name, chosen, options, lang } = props;
  return (
    <fieldset class="field boxes">
      <legend>{legend}</legend>
      {options.map(([value, words]) => (
        <label class="choice">
          <input type="checkbox" name={name} value={value} checked={chosen.includes(value)} />{' '}
          <span {...languageAttributes(lang, 'en')}>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Translations({ view }: { view: DetailsView }) {
  const { piece, languages } = view;
  if (languages.length < 2) return null;
  return (
    <section aria-labelledby="languages">
      <h2 id="languages">In other languages</h2>
      <ul class="rows">
        {languages
          .filter(({ lang }) => lang !== piece.lang)
          .map(({ lang, piece: there }) => (
            <li>
              {there ? (
                <a href={`/desk/piece/${there.id}`}>{englishName(lang)}</a>
              ) : (
                <form method="post" action={`/desk/piece/${piece.id}/translate`}>
                  <input type="hidden" name="lang" value={lang} />
                  <button>Begin it in {englishName(lang)}</button>
                </form>
              )}
              {there && <span class="soft"> {there.state === 'live' ? 'live' : 'not published'}</span>}
            </li>
          ))}
      </ul>
    </section>
  );
}
