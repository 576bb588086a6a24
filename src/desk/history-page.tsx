import { diffWordsWithSpace } from 'diff';
import type { Child } from 'hono/jsx';
import { dayAndTime } from '#locales/dates.ts';
import type { Approval, Correction, PartChange, Piece, Sentence } from '#pieces/pieces.ts';
import type { Publication } from '#publications/publications.ts';
import { mayIn, type StaffMember } from '#staff/staff.ts';
import { languageAttributes } from '#ui/direction.ts';
import type { OverrideView } from './composer-state.ts';
import type { Desk } from './desk-context.ts';
import { deskPage } from './desk-frame.tsx';
import type { SavingGroup } from './group-savings.ts';
import { capital, counted } from './words.ts';

export interface HistoryView {
  piece: Piece;
  publication: Publication;
  title: string;
  said: string | null;
  groups: SavingGroup[];
  publishings: {
    revision: number;
    kind: 'published' | 'updated' | 'corrected' | 'withdrawn';
    at: string;
    by: string;
  }[];
  approvals: Approval[];
  corrections: Correction[];
  overrides: OverrideView[];
  compared: { from: number; to: number; changes: PartChange[] } | null;
  /** Of a revision that was gone back to a moment ago: whose word came back with it, and how many stand for nothing now. */
  restored: { vouched: Sentence[]; unvouched: number } | null;
}

const saidWords: Record<string, string> = {
  restored: 'The older words are the newest revision now. Readers have nothing of it before it is published.',
  withdrawn: 'Withdrawn: its address says so, with your note, and it is in no list, feed or search.',
  'needs-note': 'Not withdrawn: readers are told why, so a note is needed.',
  'not-live': 'Not withdrawn: readers do not have it.',
};

/** What became of a piece, newest first; works without scripts. */
export function historyPage(desk: Desk, staff: StaffMember, view: HistoryView): string {
  const { piece, publication, title, said, compared } = view;
  const mayWrite = mayIn(staff, 'write', publication.slug);
  const mayPublish = mayIn(staff, 'publish', publication.slug);
  return deskPage(
    desk,
    { title: `History: ${title}`, staff, publication, current: 'piece' },
    <div class="account history">
      <h1>History</h1>
      <p {...languageAttributes(piece.lang, 'en')}>{title}</p>
      <p>
        <a href={`/desk/piece/${piece.id}`}>Back to writing</a>
        {piece.state === 'live' && (
          <>
            {' · '}
            <a href={`/${publication.slug}/${piece.path}`}>What readers have</a>
          </>
        )}
      </p>
      {said && saidWords[said] && (
        <p class="notice" role="status">
          {saidWords[said]}
        </p>
      )}
      {view.restored && <Vouches view={view} restored={view.restored} />}
      {compared && <Compared view={view} compared={compared} mayWrite={mayWrite} />}
      <h2>Revisions</h2>
      <ul class="rows">
        {view.groups.map((group, index) => (
          <Group view={view} group={group} before={view.groups[index + 1] ?? null} />
        ))}
      </ul>
      {view.corrections.length > 0 && <Notes view={view} />}
      {view.overrides.length > 0 && (
        <>
          <h2>Marks that were let stand</h2>
          <ul class="rows">
            {view.overrides.map(({ text, reason, by }) => (
              <li>
                <div>
                  <q {...languageAttributes(piece.lang, 'en')}>{text}</q>
                  <p class="soft">
                    {by}: {reason}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {piece.state === 'live' && mayPublish && (
        <details>
          <summary>Withdraw this piece…</summary>
          <form class="form" method="post" action={`/desk/piece/${piece.id}/withdraw`}>
            <p>
              Readers who come to its address are told that it was withdrawn, and why. It leaves every list, feed and
              search. Its revisions stay here, and it can be published again with a note.
            </p>
            <p>
              <label for="withdraw-note">Why, for readers</label>
              <textarea id="withdraw-note" name="note" rows={3} maxlength={2000} required />
            </p>
            <button>Withdraw it</button>
          </form>
        </details>
      )}
    </div>,
  );
}

/** Whose word came back with an older revision, and for which words; and what nobody stands for any more. */
function Vouches({ view, restored }: { view: HistoryView; restored: NonNullable<HistoryView['restored']> }) {
  const { piece, publication } = view;
  const { vouched, unvouched } = restored;
  if (vouched.length === 0 && unvouched === 0) return null;
  return (
    <section aria-labelledby="vouches">
      <h2 id="vouches">Who stands for what came back</h2>
      {unvouched > 0 && (
        <p>
          {capital(counted(unvouched, 'sentence'))} {unvouched === 1 ? 'is' : 'are'} uncited again: nobody vouched for
          what {unvouched === 1 ? 'it says' : 'they say'} here, or your role does not bring a vouch back.
        </p>
      )}
      <ul class="rows">
        {vouched.map(({ text, lang, basis }) => (
          <li>
            <div>
              <p {...languageAttributes(lang ?? piece.lang, 'en')}>{text}</p>
              {basis.kind === 'vouched' && (
                <p class="soft">
                  <bdi>{basis.by}</bdi> vouched for these words, {whenOf(basis.at, publication.timeZone)}. If that no
                  longer holds, <a href={`/desk/piece/${piece.id}`}>say so in the text</a>.
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A vouch that came with an archive may say no instant. */
function whenOf(at: string, timeZone: string): string {
  return /^\d{4}-\d\d-\d\dT/u.test(at) ? dayAndTime(at, 'en', timeZone) : 'at a time that is not known';
}

function Group({ view, group, before }: { view: HistoryView; group: SavingGroup; before: SavingGroup | null }) {
  const { piece, publication, publishings, approvals } = view;
  const { timeZone } = publication;
  const when = (instant: string) => dayAndTime(instant, 'en', timeZone);
  const went = publishings.filter(({ revision }) => revision >= group.first && revision <= group.last);
  const read = approvals.filter(({ revision }) => revision >= group.first && revision <= group.last);
  const name = group.first === group.last ? `Revision ${group.last}` : `Revisions ${group.first}–${group.last}`;
  return (
    <li>
      <div>
        <b>{name}</b>
        {piece.liveRevision === group.last && <span class="tag">live</span>}
        <p class="soft">
          <bdi>{group.by}</bdi>, {when(group.at)}
        </p>
        {read.map((each) => (
          <p class="soft">
            Approved by <bdi>{each.by}</bdi>, {when(each.at)}
          </p>
        ))}
        {went.map((each) => (
          <p>
            {capital(each.kind)} {when(each.at)} by <bdi>{each.by}</bdi>
          </p>
        ))}
      </div>
      {before && (
        <a href={`/desk/piece/${piece.id}/history?from=${before.last}&to=${group.last}`}>
          What changed<span class="spoken"> in {name.toLowerCase()}</span>
        </a>
      )}
      {group.last !== piece.headRevision && (
        <a href={`/desk/piece/${piece.id}/history?from=${group.last}&to=${piece.headRevision}`}>
          Against now<span class="spoken">, {name.toLowerCase()}</span>
        </a>
      )}
    </li>
  );
}

function Compared({
  view,
  compared,
  mayWrite,
}: {
  view: HistoryView;
  compared: NonNullable<HistoryView['compared']>;
  mayWrite: boolean;
}) {
  const { piece } = view;
  const { from, to, changes } = compared;
  return (
    <section aria-labelledby="compared">
      <h2 id="compared">
        From revision {from} to {to}
      </h2>
      {changes.length === 0 ? (
        <p>They say the same, and rest on the same.</p>
      ) : (
        <>
          <p>{capital(counted(changes.length, 'part differs', 'parts differ'))}.</p>
          <ul class="rows differences">
            {changes.map((change) => (
              <li>
                <div>
                  <p class="soft">{whatChanged(change)}</p>
                  <Words change={change} lang={piece.lang} />
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {mayWrite && from !== piece.headRevision && (
        <form method="post" action={`/desk/piece/${piece.id}/restore`} class="line">
          <input type="hidden" name="revision" value={from} />
          <input type="hidden" name="base" value={piece.headRevision} />
          <button class="button">Go back to revision {from}</button>
          <span class="soft">It becomes the newest revision; nothing is lost.</span>
        </form>
      )}
    </section>
  );
}

const partWords: Record<PartChange['part'], string> = {
  title: 'Title',
  lede: 'Lede',
  heading: 'Heading',
  sentence: 'Sentence',
  picture: 'Picture',
  embed: 'What stood elsewhere',
  read: 'Recommended read',
  other: '',
};

function whatChanged({ at, part, before, after, moved, basis }: PartChange): string {
  const name = partWords[part] || capital(at.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`));
  if (before === null) return `${name}, added`;
  if (after === null) return `${name}, taken out`;
  const what = [moved && 'moved', before !== after && 'changed', basis && 'rests on something else'].filter(Boolean);
  return `${name}, ${what.join(', ')}`;
}

function Words({ change, lang }: { change: PartChange; lang: string }): Child {
  const { before, after, basis } = change;
  const own = languageAttributes(change.lang ?? lang, 'en');
  return (
    <>
      <p {...own}>
        {before === null && <ins>{after}</ins>}
        {after === null && <del>{before}</del>}
        {before !== null && after !== null && (
          <WordDifference before={before} after={after} lang={change.lang ?? lang} />
        )}
      </p>
      {basis && (
        <p class="soft">
          <del>{basis.before}</del> <ins>{basis.after}</ins>
        </p>
      )}
    </>
  );
}

const leastShared = 0.4;

/** What was taken out and put in, word by word. */
function WordDifference({ before, after, lang }: { before: string; after: string; lang: string }): Child {
  const intlSegmenter = new Intl.Segmenter(lang, { granularity: 'word' });
  const parts = diffWordsWithSpace(before, after, { intlSegmenter });
  const kept = parts
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { value }) => sum + value.length, 0);
  // Of two sentences that share little, both are read more easily than their crumbs.
  if (kept < Math.max(before.length, after.length) * leastShared)
    return (
      <>
        <del>{before}</del> <ins>{after}</ins>
      </>
    );
  return (
    <>{parts.map(({ value, added, removed }) => (added ? <ins>{value}</ins> : removed ? <del>{value}</del> : value))}</>
  );
}

const noteWords = { correction: 'Correction', update: 'Update', withdrawal: 'Withdrawal' };

function Notes({ view }: { view: HistoryView }) {
  const { corrections, publication, piece } = view;
  return (
    <>
      <h2>What readers were told</h2>
      <ul class="rows">
        {corrections.map(({ kind, note, lang, at, by, revision }) => (
          <li>
            <div>
              <b>{noteWords[kind]}</b> <span {...languageAttributes(lang, 'en')}>{note}</span>
              <p class="soft">
                {dayAndTime(at, 'en', publication.timeZone)}, <bdi>{by}</bdi>, with revision {revision}
                {piece.lang !== lang && ` (${lang})`}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
