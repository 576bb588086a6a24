/**
 * The notes of a section: who says so, each report once and always in sight; and under it the record of each note, which a
 * browser that can shows in place (`popover`), and every other reader, printer or text browser finds here, at the foot.
 * A link of an imported page has no record: its line is all there is to say.
 */
import { dayAndMonth } from '#locales/dates.ts';
import { wordsOf } from '#locales/locales.ts';
import { safeHref } from '#ui/safe-href.ts';
import { NoteRecord, ReportWho } from './note-record.tsx';
import { nameOf, type Reading } from './reading.ts';
import type { LinkedNoteView, NoteView } from './text-view.ts';

export function NoteList({ notes, reading }: { notes: NoteView[]; reading: Reading }) {
  if (notes.length === 0) return null;
  const { copy } = wordsOf(reading.lang);
  return (
    <div class="notes">
      <ul aria-label={copy.notes}>
        {[...Map.groupBy(notes, sourceKey).values()].map((group) => (
          <Source notes={group} reading={reading} />
        ))}
      </ul>
      {notes.some(({ kind }) => kind === 'linked') && <p class="checked">{copy.linkedLong}</p>}
    </div>
  );
}

/** Notes of one version of one report stand together; every other note stands alone. */
function sourceKey(note: NoteView): string {
  return note.kind === 'report' ? `${note.outlet} ${note.bodySha256} ${note.version}` : note.id;
}

function Source({ notes, reading }: { notes: NoteView[]; reading: Reading }) {
  const [first] = notes;
  if (!first) return null;
  if (first.kind === 'linked') return <LinkedSource note={first} reading={reading} />;
  const names = notes.map((note) => nameOf(note, reading));
  return (
    <li>
      <Who note={first} reading={reading} />
      {names.map(({ label, anchor }) => (
        <>
          {' '}
          <button type="button" popovertarget={anchor}>
            {label}
          </button>
        </>
      ))}
      {notes.map((note) => note.kind !== 'linked' && <NoteRecord note={note} reading={reading} />)}
    </li>
  );
}

function LinkedSource({ note, reading }: { note: LinkedNoteView; reading: Reading }) {
  const { label, anchor } = nameOf(note, reading);
  const href = safeHref(note.href);
  const outlet = <bdi>{note.outlet}</bdi>;
  return (
    <li id={anchor}>
      <b class="number">{label}</b> {href ? <a href={href}>{outlet}</a> : outlet}{' '}
      {note.text && (
        <small>
          <bdi>{shortened(note.text)}</bdi>
        </small>
      )}
    </li>
  );
}

/** The words of a link stand in the text already: here are enough of them to know it by. */
function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60).replace(/\s+\S*$/u, '')}…`;
}

function Who({ note, reading }: { note: Exclude<NoteView, LinkedNoteView>; reading: Reading }) {
  const { copy } = wordsOf(reading.lang);
  switch (note.kind) {
    case 'report':
      return (
        <>
          <ReportWho note={note} reading={reading} /> <small>{dayAndMonth(note.reportedOn, reading.lang)}</small>
        </>
      );
    case 'vouched':
      return <>{copy.vouchedShort}</>;
    case 'own':
      return <>{copy.own}</>;
  }
}
