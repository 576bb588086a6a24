import type { ListedPiece, Piece, PieceKind } from '#pieces/pieces.ts';
import { pieceKinds } from '#pieces/pieces.ts';
import type { Publication } from '#publications/publications.ts';
import type { StaffMember } from '#staff/staff.ts';
import { mayIn } from '#staff/staff.ts';
import { dayAndTime } from '#locales/dates.ts';
import { languageAttributes } from '#ui/direction.ts';
import type { FoundReport } from '#wires/wires.ts';
import { calledIn, type Known } from './contributors/known-contributors.ts';
import type { Desk } from './desk-context.ts';
import { deskPage } from './desk-frame.tsx';
import { englishName } from './day-page.tsx';
import { kindWords } from './kind-words.ts';
import { Pager } from './pager.tsx';
import { capital, counted } from './words.ts';

export interface PiecesAsked {
  kind: PieceKind | null;
  lang: string | null;
  state: Piece['state'] | null;
  /** From 1. */
  page: number;
}

export interface PiecesView {
  asked: PiecesAsked;
  pieces: ListedPiece[];
  count: number;
  pages: number;
}

export interface FoundView {
  words: string;
  /** Of the bylines, for those who look after them. */
  people: Known[];
  pieces: ListedPiece[];
  reports: FoundReport[];
  /** More may be there than is shown. */
  morePieces: boolean;
  moreReports: boolean;
}

const stateWords: Record<Piece['state'], string> = {
  unpublished: 'not published',
  live: 'live',
  withdrawn: 'withdrawn',
};

/** Every piece of a publication in whatever state, the one that was saved last first. */
export function piecesPage(desk: Desk, staff: StaffMember, publication: Publication, view: PiecesView): string {
  const { asked, pieces, count, pages } = view;
  const narrowed = asked.kind !== null || asked.lang !== null || asked.state !== null;
  return deskPage(
    desk,
    { title: 'Pieces', staff, publication, current: 'pieces' },
    <div class="account pieces">
      <h1>Pieces</h1>
      <Tools staff={staff} publication={publication} words="" />
      <form class="narrow" method="get" action={`/desk/${publication.slug}/pieces`} aria-label="Narrow the list">
        <Choice
          name="kind"
          label="Kind"
          all="all kinds"
          chosen={asked.kind}
          options={pieceKinds.map((kind) => [kind, kindWords[kind].one])}
        />
        {publication.languages.length > 1 && (
          <Choice
            name="lang"
            label="Language"
            all="all languages"
            chosen={asked.lang}
            options={publication.languages.map((lang) => [lang, englishName(lang)])}
          />
        )}
        <Choice name="state" label="State" all="all states" chosen={asked.state} options={Object.entries(stateWords)} />
        <button>Show</button>
      </form>
      {count === 0 ? (
        <p class="notice">
          {narrowed ? (
            <>
              No piece is like that. <a href={`/desk/${publication.slug}/pieces`}>Show all</a>
            </>
          ) : (
            'There is no piece yet. The page of a day drafts its summary; “New piece” begins anything else.'
          )}
        </p>
      ) : (
        <>
          <p class="soft" role="status">
            {capital(counted(count, 'piece'))}, the one that was saved last first.{' '}
            {narrowed && <a href={`/desk/${publication.slug}/pieces`}>Show all</a>}
          </p>
          <PieceRows pieces={pieces} publication={publication} />
          {pages > 1 && <Pager page={asked.page} pages={pages} to={(page) => addressOf(publication, asked, page)} />}
        </>
      )}
    </div>,
  );
}

/** What the desk holds with some words: pieces in any state, and reports. */
export function foundPage(desk: Desk, staff: StaffMember, publication: Publication, view: FoundView): string {
  const { words, pieces, reports } = view;
  return deskPage(
    desk,
    { title: words === '' ? 'Find' : `${words} · Find`, staff, publication, current: 'pieces' },
    <div class="account pieces">
      <h1>Find</h1>
      <Tools staff={staff} publication={publication} words={words} />
      {words === '' ? (
        <p class="soft">
          Looks through pieces, published or not, through bylines, and through every report that came in for{' '}
          {publication.name}. What readers sent is sealed, and is not looked through.
        </p>
      ) : (
        <>
          {view.people.length > 0 && (
            <>
              <h2>Contributors</h2>
              <ul class="rows">
                {view.people.map((each) => (
                  <li>
                    <p>
                      <a href={`/desk/${publication.slug}/contributors/${encodeURIComponent(each.slug)}`} dir="auto">
                        {calledIn(publication, each)}
                      </a>{' '}
                      <span class="soft">{counted(each.pieces, 'live piece')}</span>
                    </p>
                  </li>
                ))}
              </ul>
            </>
          )}
          <h2>Pieces</h2>
          {pieces.length === 0 ? (
            <p>No piece has these words.</p>
          ) : (
            <PieceRows pieces={pieces} publication={publication} />
          )}
          {view.morePieces && <p class="soft">There may be more: say more words.</p>}
          <h2>Reports</h2>
          {reports.length === 0 ? (
            <p>No report has all of these words.</p>
          ) : (
            <ul class="rows">
              {reports.map((report) => (
                <li>
                  <div>
                    <p>
                      <a
                        href={`/desk/${publication.slug}/${report.day}?report=${report.id}#report-${report.id}`}
                        {...languageAttributes(report.lang, 'en')}
                      >
                        {report.title}
                      </a>
                    </p>
                    <p class="soft">
                      <bdi>{report.outlet}</bdi> · {dayAndTime(report.reportedAt, 'en', publication.timeZone)}
                    </p>
                    <p class="excerpt" {...languageAttributes(report.lang, 'en')}>
                      {report.excerpt}
                    </p>
                  </div>
                </li>
              ))}
            </ul>
          )}
          {view.moreReports && <p class="soft">Only the newest are shown: say more words to find older ones.</p>}
        </>
      )}
    </div>,
  );
}

function Tools({ staff, publication, words }: { staff: StaffMember; publication: Publication; words: string }) {
  return (
    <div class="media-tools">
      <form method="get" action={`/desk/${publication.slug}/find`} role="search">
        <label for="q">Words of a piece or a report</label>
        <input id="q" name="q" type="search" dir="auto" value={words} autocomplete="off" />
        <button>Find</button>
      </form>
      {mayIn(staff, 'write', publication.slug) && (
        <a class="button" href={`/desk/${publication.slug}/pieces/new`}>
          New piece
        </a>
      )}
    </div>
  );
}

function PieceRows({ pieces, publication }: { pieces: ListedPiece[]; publication: Publication }) {
  return (
    <ul class="rows">
      {pieces.map((piece) => (
        <li>
          <div>
            <p>
              <a href={`/desk/piece/${piece.id}`} {...languageAttributes(piece.lang, 'en')}>
                {piece.title || 'Without a title'}
              </a>{' '}
              {piece.state !== 'live' && <span class="tag">{stateWords[piece.state]}</span>}
              {piece.changed && <span class="tag">changed since</span>}
            </p>
            <p class="soft">
              {[
                kindWords[piece.kind].one,
                publication.languages.length > 1 && englishName(piece.lang),
                `saved by ${piece.savedBy}, ${dayAndTime(piece.savedAt, 'en', publication.timeZone)}`,
              ]
                .filter(Boolean)
                .join(' · ')}{' '}
              · <a href={`/desk/piece/${piece.id}/details`}>Details</a>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Choice(props: {
  name: string;
  label: string;
  all: string;
  chosen: string | null;
  options: (readonly [string, string])[];
}) {
  const { name, label, all, chosen, options } = props;
  return (
    <label>
      <span>{label}</span>
      <select name={name}>
        <option value="">{all}</option>
        {options.map(([value, words]) => (
          <option value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

function addressOf(publication: Publication, { kind, lang, state }: PiecesAsked, page: number): string {
  const asked = { kind, lang, state, page: String(page) };
  const query = Object.entries(asked).filter((each): each is [string, string] => each[1] !== null);
  return `/desk/${publication.slug}/pieces?${new URLSearchParams(query).toString()}`;
}
