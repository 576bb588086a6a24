/**
 * The notes of a section: who says so, each report once and always in sight; and under it the record of each note, which a
 * browser that can shows in place (`popover`), and every other reader, printer or text browser finds here, at the foot.
 */
import { dayAndMonth } from '#ui/dates.ts';
import { wordsOf } from '#ui/locale.ts';
import { hostOf } from '#ui/safe-href.ts';
import { NoteRecord, ReportWho } from './note-record.tsx';
import { nameOf, type Reading } from './reading.ts';
import type { NoteView } from './view.ts';

export function NoteList({ notes, reading }: { notes: NoteView[]; reading: Reading }) {
  if (notes.length === 0) return null;
  return (
    <div class="notes">
      <ul aria-label={wordsOf(reading.lang).copy.notes}>
        {[...Map.groupBy(notes, sourceKey).values()].map((group) => (
          <Source notes={group} reading={reading} />
        ))}
      </ul>
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
      {notes.map((note) => (
        <NoteRecord note={note} reading={reading} />
      ))}
    </li>
  );
}

function Who({ note, reading }: { note: NoteView; reading: Reading }) {
  const { copy } = wordsOf(reading.lang);
  switch (note.kind) {
    case 'report':
      return (
        <>
          <ReportWho note={note} reading={reading} /> <small>{dayAndMonth(note.reportedOn, reading.lang)}</small>
        </>
      );
    case 'linked':
      return <bdi>{note.text || hostOf(note.href)}</bdi>;
    case 'vouched':
      return <>{copy.vouchedShort}</>;
    case 'own':
      return <>{copy.own}</>;
  }
}
