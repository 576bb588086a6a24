/** The record behind a note: the outlet, the very words, the original, when we took it, and what was checked. */
import { dayAndTime, longDay, numberIn } from '#locales/dates.ts';
import { languageAttributes } from '#ui/direction.ts';
import { wordsOf } from '#locales/locales.ts';
import { Phrased } from '#ui/phrase.tsx';
import { safeHref } from '#ui/safe-href.ts';
import { nameOf, type Reading } from './reading.ts';
import { Isolated } from './sentence.tsx';
import type { LinkedNoteView, NoteView, ReportNoteView } from './text-view.ts';

type RecordedNote = Exclude<NoteView, LinkedNoteView>;

const HAIR_SPACE = '\u200a';

export function ReportWho({ note, reading }: { note: ReportNoteView; reading: Reading }) {
  const { carrying } = wordsOf(reading.lang);
  return (
    <span>
      <b>
        <bdi>{note.outlet}</bdi>
      </b>
      {note.origin && note.origin !== note.outlet && <Phrased phrase={carrying(note.origin, note.originKind)} />}
    </span>
  );
}

export function NoteRecord({ note, reading }: { note: RecordedNote; reading: Reading }) {
  const { copy } = wordsOf(reading.lang);
  const { label, anchor } = nameOf(note, reading);
  return (
    <div class="note" id={anchor} popover="auto">
      <p class="who">
        <b class="number">{label}</b> {note.kind === 'report' && <ReportWho note={note} reading={reading} />}
      </p>
      <NoteBody note={note} reading={reading} />
      <button type="button" class="close" popovertarget={anchor}>
        {copy.close}
      </button>
    </div>
  );
}

function NoteBody({ note, reading }: { note: RecordedNote; reading: Reading }) {
  const { copy } = wordsOf(reading.lang);
  switch (note.kind) {
    case 'report':
      return <ReportRecord note={note} reading={reading} />;
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
  return (
    <>
      <blockquote {...languageAttributes(note.quoteLang, reading.lang)}>
        <Isolated text={quoted(note.quote, quotes)} lang={note.quoteLang} />
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
        {longDay(note.reportedOn, reading.lang)}.
      </p>
      <p class="kept">
        {here.retrieved} {dayAndTime(note.retrievedAt, reading.lang, reading.timeZone)}
        {note.version > 1 && `${comma}${here.version} ${numberIn(note.version, reading.lang)}`}.{' '}
        <bdi dir="ltr">
          {here.fingerprint} {note.bodySha256.slice(0, 12)}…
        </bdi>
      </p>
      <p class="checked">{here.checked}</p>
    </>
  );
}

/** The span between quotation marks, kept a hair apart from any that it opens or closes with itself. */
function quoted(span: string, [open, close]: [string, string]): string {
  if (/^["“«].*["”»]$/su.test(span)) return span;
  const before = /^["“«]/u.test(span) ? HAIR_SPACE : '';
  const after = /["”»]$/u.test(span) ? HAIR_SPACE : '';
  return open + before + span + after + close;
}
