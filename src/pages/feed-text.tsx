/** A summary whole, as a feed reader shows it: plain HTML, absolute links, corrections and sources as lists at the end. */
import { longDay } from '#ui/dates.ts';
import { directionOf } from '#ui/direction.ts';
import { wordsOf } from '#ui/locale.ts';
import { Phrased } from '#ui/phrase.tsx';
import { safeHref } from '#ui/safe-href.ts';
import { nameOf, notesOf, type Reading, readingOf } from './reading.ts';
import { Isolated, MarkedText } from './sentence.tsx';
import type { BlockView, NoteView, PictureView, SentenceView, SiteView, SummaryView } from './view.ts';

interface FeedProps {
  site: SiteView;
  summary: SummaryView;
  reading: Reading;
}

export function feedHtml(site: SiteView, summary: SummaryView, timeZone: string): string {
  const reading = readingOf(summary, timeZone);
  const { basisLine, copy } = wordsOf(summary.lang);
  const props = { site, summary, reading };
  return String(
    <div lang={summary.lang} dir={directionOf(summary.lang)}>
      {summary.topImage && <Figure picture={summary.topImage} {...props} />}
      <p>{summary.lede}</p>
      <Blocks blocks={summary.preamble} notes={summary.preambleNotes ?? []} {...props} />
      {summary.sections.map((section) => (
        <>
          <h2>{section.heading}</h2>
          <p>
            <em>
              <Phrased phrase={basisLine(section.basis, summary.date, summary.lang)} />
            </em>
          </p>
          <Blocks blocks={section.blocks} notes={section.notes} {...props} />
        </>
      ))}
      {summary.reads.length > 0 && (
        <>
          <h2>{copy.reads}</h2>
          <ul>
            {summary.reads.map(({ publisher, title, url }) => (
              <li>
                {publisher}: <Linked href={url} text={title} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Corrections {...props} />
      <Sources {...props} />
    </div>,
  );
}

function Blocks({ blocks, notes, ...props }: FeedProps & { blocks: BlockView[]; notes: NoteView[] }) {
  const run = (sentences: SentenceView[]) => <Sentences sentences={sentences} notes={notes} {...props} />;
  return (
    <>
      {blocks.map((block) => {
        switch (block.type) {
          case 'paragraph':
            return <p>{run(block.sentences)}</p>;
          case 'list': {
            const items = block.items.map((item) => <li>{run(item)}</li>);
            return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
          }
          case 'quote':
            return (
              <blockquote>
                <p>{run(block.sentences)}</p>
                {block.attribution && <p>{block.attribution}</p>}
              </blockquote>
            );
          case 'figure':
            return <Figure picture={block.picture} {...props} />;
          case 'table':
            return (
              <table>
                {block.rows.map((row, index) => (
                  <tr>
                    {row.map((cell) => (block.header && index === 0 ? <th>{run(cell)}</th> : <td>{run(cell)}</td>))}
                  </tr>
                ))}
              </table>
            );
          case 'embed':
            return (
              <p>
                <Linked href={block.href} text={block.note} />
              </p>
            );
        }
      })}
    </>
  );
}

function Sentences({
  sentences,
  notes,
  site,
  summary,
  reading,
}: FeedProps & { sentences: SentenceView[]; notes: NoteView[] }) {
  return (
    <>
      {sentences.map(({ text, marks, lang, notes: numbers }, index) => (
        <>
          {index > 0 && ' '}
          <MarkedText text={text} marks={marks.map((mark) => absoluteMark(mark, site))} lang={lang ?? summary.lang} />
          {notes
            .filter(({ number }) => numbers.includes(number))
            .map((note) => (
              <sup>
                <a href={`${site.origin}${summary.path}#${nameOf(note, reading).anchor}`}>
                  {nameOf(note, reading).label}
                </a>{' '}
              </sup>
            ))}
        </>
      ))}
    </>
  );
}

function absoluteMark<M extends SentenceView['marks'][number]>(mark: M, site: SiteView): M {
  return mark.type === 'link' && mark.href.startsWith('/') ? { ...mark, href: site.origin + mark.href } : mark;
}

function Figure({ picture, site, summary }: FeedProps & { picture: PictureView }) {
  const { copy } = wordsOf(summary.lang);
  const caption = [picture.caption, picture.credit && `${copy.photo} ${picture.credit}`].filter(Boolean).join(' ');
  return (
    <figure>
      {picture.src ? (
        <img src={site.origin + picture.src} width={picture.width} height={picture.height} alt={picture.alt} />
      ) : (
        <p>
          {copy.pictureAbsent} {picture.alt || picture.caption}
        </p>
      )}
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  );
}

function Corrections({ summary, reading }: FeedProps) {
  if (reading.corrections.length === 0) return null;
  const { copy } = wordsOf(summary.lang);
  return (
    <>
      <h2>{copy.corrections}</h2>
      <ul>
        {reading.corrections.map(({ on, note, lang }) => (
          <li>
            {longDay(on, summary.lang)}: <span lang={lang}>{note}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Sources({ summary, reading }: FeedProps) {
  const notes = notesOf(summary);
  if (notes.length === 0) return null;
  const { copy } = wordsOf(summary.lang);
  return (
    <>
      <h2>{copy.sources}</h2>
      <ul>
        {notes.map((note) => (
          <li>
            {nameOf(note, reading).label}. <Source note={note} lang={summary.lang} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Source({ note, lang }: { note: NoteView; lang: string }) {
  const { copy, carrying } = wordsOf(lang);
  if (note.kind === 'vouched') return <>{copy.vouched}</>;
  if (note.kind === 'own') return <>{copy.ownLong}</>;
  if (note.kind === 'linked') return <Linked href={note.href} text={note.text} />;
  return (
    <>
      <bdi>{note.outlet}</bdi>
      {note.origin && note.origin !== note.outlet && <Phrased phrase={carrying(note.origin, note.originKind)} />},{' '}
      {longDay(note.reportedOn, lang)}: <Linked href={note.url} text={note.title} />{' '}
      <q lang={note.quoteLang} dir={directionOf(note.quoteLang)}>
        <Isolated text={note.quote} lang={note.quoteLang} />
      </q>
    </>
  );
}

function Linked({ href, text }: { href: string | null; text: string }) {
  const safe = href === null ? null : safeHref(href);
  return safe ? <a href={safe}>{text || safe}</a> : <>{text}</>;
}
