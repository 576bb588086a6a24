/**
 * The notes of a section: who says so, one a line, always in sight; and under each the whole record, which a browser that
 * can shows in place (`popover`), and every other reader, printer or text browser finds here, at the foot of the section.
 */
import { dayAndMonth, dayAndTime, longDay } from '#ui/dates.ts';
import { directionOf } from '#ui/direction.ts';
import { wordsOf } from '#ui/locale.ts';
import { Phrased } from '#ui/phrase.tsx';
import { safeHref } from '#ui/safe-href.ts';
import type { Reading } from './reading.ts';
import { Isolated } from './sentence.tsx';
import type { LinkedNoteView, NoteView, ReportNoteView } from './view.ts';

export function NoteList({ notes, reading }: { notes: NoteView[]; reading: Reading }) {
  if (notes.length === 0) return null;
  const { copy } = wordsOf(reading.lang);
  return (
    <div class="notes">
      <ul aria-label={copy.notes}>
        {notes.map((note) => (
          <li>
            <span class="number">{reading.labels.get(note.id)}</span>
            <button type="button" class="who" popovertarget={note.id}>
              <Who note={note} reading={reading} />
            </button>
            <NoteRecord note={note} reading={reading} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Who({ note, reading }: { note: NoteView; reading: Reading }) {
  const words = wordsOf(reading.lang);
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
      return <>{words.copy.vouchedShort}</>;
    case 'own':
      return <>{words.copy.own}</>;
  }
}

function ReportWho({ note, reading }: { note: ReportNoteView; reading: Reading }) {
  const { carrying } = wordsOf(reading.lang);
  return (
    <>
      <b>
        <bdi>{note.outlet}</bdi>
      </b>
      {note.origin && note.origin !== note.outlet && <Phrased phrase={carrying(note.origin, note.originKind)} />}
    </>
  );
}

function NoteRecord({ note, reading }: { note: NoteView; reading: Reading }) {
  const { copy, noteName } = wordsOf(reading.lang);
  const label = reading.labels.get(note.id) ?? '';
  return (
    <div class="note" id={note.id} popover="auto" role="group" aria-label={noteName(label, null)}>
      <NoteBody note={note} reading={reading} />
      <button type="button" class="close" popovertarget={note.id} popovertargetaction="hide">
        {copy.close}
      </button>
    </div>
  );
}

function NoteBody({ note, reading }: { note: NoteView; reading: Reading }) {
  const { copy } = wordsOf(reading.lang);
  switch (note.kind) {
    case 'report':
      return <ReportRecord note={note} reading={reading} />;
    case 'linked':
      return <LinkedRecord note={note} reading={reading} />;
    case 'vouched':
      return (
        <p>
          {copy.vouched}
          {note.by && (
            <>
              {' '}
              {copy.vouchedBy} <bdi>{note.by}</bdi>.
            </>
          )}
        </p>
      );
    case 'own':
      return <p>{copy.ownLong}</p>;
  }
}

function ReportRecord({ note, reading }: { note: ReportNoteView; reading: Reading }) {
  const { quotes } = wordsOf(note.quoteLang);
  const { copy: here, comma } = wordsOf(reading.lang);
  const href = note.url === null ? null : safeHref(note.url);
  const quoted = /^["“«].*["”»]$/su.test(note.quote) ? note.quote : quotes[0] + note.quote + quotes[1];
  return (
    <>
      <p class="who">
        <span class="number">{reading.labels.get(note.id)}</span> <ReportWho note={note} reading={reading} />
      </p>
      <blockquote lang={note.quoteLang} dir={directionOf(note.quoteLang)} cite={href ?? undefined}>
        <Isolated text={quoted} lang={note.quoteLang} />
      </blockquote>
      <p>
        {href ? (
          <a href={href}>
            <bdi>{note.title}</bdi>
          </a>
        ) : (
          <bdi>{note.title}</bdi>
        )}
        {comma}
        <time datetime={note.reportedOn}>{longDay(note.reportedOn, reading.lang)}</time>.
      </p>
      <p class="kept">
        {here.retrieved}{' '}
        <time datetime={note.retrievedAt}>{dayAndTime(note.retrievedAt, reading.lang, reading.timeZone)}</time>
        {note.version > 1 && `${comma}${here.version} ${note.version}`}. {' '}
        <bdi dir="ltr">
          {here.fingerprint} {note.bodySha256.slice(0, 12)}…
        </bdi>
      </p>
      <p class="checked">{here.checked}</p>
    </>
  );
}

function LinkedRecord({ note, reading }: { note: LinkedNoteView; reading: Reading }) {
  const { copy } = wordsOf(reading.lang);
  const href = safeHref(note.href);
  return (
    <>
      <p>
        {href ? (
          <a href={href}>
            <bdi>{note.text || hostOf(href)}</bdi>
          </a>
        ) : (
          <bdi>{note.text}</bdi>
        )}
      </p>
      <p class="checked">{copy.linkedLong}</p>
    </>
  );
}

function hostOf(href: string): string {
  return URL.canParse(href) ? new URL(href).hostname : href;
}
