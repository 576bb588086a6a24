/** When and where a talk is, how to say that one is coming, and where it can be heard afterwards. */
import { dayAndTime } from '#locales/dates.ts';
import { wordsOf } from '#locales/locales.ts';
import { safeHref } from '#ui/safe-href.ts';
import { MailLink } from './mail-address.tsx';
import { calendarPath } from './paths.ts';
import type { PieceView, PublicationView, TalkView } from './view.ts';

export function TalkFacts({ publication, piece }: { publication: PublicationView; piece: PieceView }) {
  const { talk } = piece;
  if (!talk) return null;
  const { copy } = wordsOf(piece.lang);
  const recording = talk.recording === null ? null : safeHref(talk.recording);
  return (
    <dl class="talk">
      <dt>{copy.talkBegins}</dt>
      <Times instant={talk.startsAt} publication={publication} piece={piece} talk={talk} />
      {talk.endsAt && (
        <>
          <dt>{copy.talkEnds}</dt>
          <Times instant={talk.endsAt} publication={publication} piece={piece} talk={talk} />
        </>
      )}
      {talk.place && (
        <>
          <dt>{copy.talkPlace}</dt>
          <dd>
            <bdi>{talk.place}</bdi>
          </dd>
        </>
      )}
      {talk.rsvp && (
        <>
          <dt>{copy.talkAnswer}</dt>
          <dd>
            <Answer rsvp={talk.rsvp} title={piece.title} text={copy.talkAnswerText} />
          </dd>
        </>
      )}
      <dt>{copy.calendar}</dt>
      <dd>
        <a href={calendarPath(piece.path)} type="text/calendar">
          {copy.talkCalendar}
        </a>
      </dd>
      {recording && (
        <>
          <dt>{copy.talkRecording}</dt>
          <dd>
            {copy.talkRecordingText}{' '}
            <a href={recording}>
              <bdi dir="ltr">{recording.replace(/^https?:\/\//u, '')}</bdi>
            </a>
          </dd>
        </>
      )}
    </dl>
  );
}

interface TimesProps {
  instant: string;
  publication: PublicationView;
  piece: PieceView;
  talk: TalkView;
}

/** In the publication's zone, in that of the place where it is another, and in UTC; each said once. */
function Times({ instant, publication, piece, talk }: TimesProps) {
  const { copy } = wordsOf(piece.lang);
  const zones: [string, string][] = [
    [publication.timeZone, zoneName(publication.timeZone)],
    [talk.timeZone, `${copy.talkHere}, ${zoneName(talk.timeZone)}`],
    ['UTC', copy.talkUtc],
  ];
  const told = new Map<string, string>();
  for (const [zone, name] of zones) {
    const words = dayAndTime(instant, piece.lang, zone);
    if (![...told.keys()].includes(zone)) told.set(zone, `${words} (${name})`);
  }
  return (
    <>
      {[...told.values()].map((words, index) => (
        <dd>
          {index === 0 ? (
            <own-time data-label={copy.talkYours} data-zones={[...told.keys()].join(' ')}>
              <time datetime={instant}>{words}</time>
            </own-time>
          ) : (
            words
          )}
        </dd>
      ))}
    </>
  );
}

/** "Asia/Port_Selwyn" is "Port Selwyn". */
function zoneName(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

function Answer({ rsvp, title, text }: { rsvp: string; title: string; text: string }) {
  if (rsvp.includes('@') && !rsvp.includes('/'))
    return (
      <>
        {text} <MailLink address={rsvp} subject={title} />
      </>
    );
  const href = safeHref(rsvp);
  return href ? <a href={href}>{href.replace(/^https?:\/\//u, '')}</a> : <bdi>{rsvp}</bdi>;
}
