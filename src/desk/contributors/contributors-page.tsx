import { knownDate, languageName } from '#locales/dates.ts';
import type { ListedPiece } from '#pieces/pieces.ts';
import { firstLanguage, type Publication } from '#publications/publications.ts';
import type { StaffMember } from '#staff/staff.ts';
import { languageAttributes } from '#ui/direction.ts';
import { FindForm, FoundBy } from '../find-form.tsx';
import type { Desk } from '../desk-context.ts';
import { deskPage } from '../desk-frame.tsx';
import { Pager } from '../pager.tsx';
import { capital, counted } from '../words.ts';
import { calledIn, type Known } from './known-contributors.ts';

interface ContributorsView {
  publication: Publication;
  /** Of this page. */
  known: Known[];
  /** The last piece of each, by its id. */
  pieces: Map<string, ListedPiece>;
  words: string;
  count: number;
  all: number;
  page: number;
  pages: number;
}

/** Whoever stands in the bylines of a publication. */
export function contributorsPage(desk: Desk, staff: StaffMember, view: ContributorsView): string {
  const { publication, known, words, count, all, page, pages } = view;
  const path = `/desk/${publication.slug}/contributors`;
  const to = (query: Record<string, string>) => `${path}?${new URLSearchParams(query).toString()}`;
  return deskPage(
    desk,
    { title: `Contributors · ${publication.name}`, staff, publication, current: 'contributors' },
    <div class="account contributors">
      <h1>Contributors</h1>
      <p class="soft">
        Whoever stands in the byline of a live piece: authors, experts, speakers, editors, translators, photographers.
      </p>
      {all === 0 ? (
        <section class="teach">
          <h2>Nobody is named yet</h2>
          <p>
            Name who made a piece in its details, under “By”. Once it is live they are listed here, and get a page with
            their biography, portrait and pieces.
          </p>
        </section>
      ) : (
        <>
          <FindForm action={path} words={words} label="Words of a name" />
          <p class="soft" role="status">
            {capital(counted(count, 'contributor'))}
            {words === '' ? '.' : <FoundBy words={words} all={path} />}
          </p>
        </>
      )}
      <ul class="rows">
        {known.map((each) => (
          <Entry known={each} view={view} />
        ))}
      </ul>
      {pages > 1 && <Pager page={page} pages={pages} to={(at) => to({ q: words, page: String(at) })} alphabetical />}
    </div>,
  );
}

function Entry({ known, view: { publication, pieces } }: { known: Known; view: ContributorsView }) {
  const { slug, names, last, told } = known;
  const first = firstLanguage(publication);
  const name = calledIn(publication, known);
  const others = publication.languages.filter((lang) => names[lang] !== undefined && names[lang] !== name);
  const piece = last && pieces.get(last.pieceId);
  const lacks = [!told?.bio && 'no biography', !told?.portrait && 'no portrait'].filter(Boolean);
  return (
    <li>
      <div>
        <p>
          <a
            href={`/desk/${publication.slug}/contributors/${encodeURIComponent(slug)}`}
            {...languageAttributes(names[first] === name ? first : null, 'en')}
            dir="auto"
          >
            {name}
          </a>
          {others.map((lang) => (
            <>
              {' '}
              <span class="soft" {...languageAttributes(lang, 'en')} title={languageName(lang)}>
                {names[lang]}
              </span>
            </>
          ))}
        </p>
        <p class="soft">
          {known.pieces === 0 ? 'In no live piece' : capital(counted(known.pieces, 'live piece'))}
          {piece && (
            <>
              , the last{' '}
              <a href={`/desk/piece/${piece.id}`} {...languageAttributes(piece.lang, 'en')}>
                {piece.title || 'without a title'}
              </a>
              {last.dated !== null && `, ${knownDate(last.dated, 'en')}`}
            </>
          )}
          . {lacks.length > 0 && `${capital(lacks.join(', '))}.`}
        </p>
      </div>
    </li>
  );
}
