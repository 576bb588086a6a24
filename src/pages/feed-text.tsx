/** A piece whole, as a feed reader shows it: plain HTML, absolute links, corrections and sources as lists at the end. */
import { longDay } from '#locales/dates.ts';
import { directionOf } from '#platform/language.ts';
import { wordsOf } from '#locales/locales.ts';
import type { Phrase } from '#locales/phrase.ts';
import { Phrased } from '#ui/phrase.tsx';
import { absenceWords } from '#ui/picture.tsx';
import { safeHref } from '#ui/safe-href.ts';
import { basisOf, nameOf, notesOf, type Reading, readingOf } from './reading.ts';
import { Sponsor } from './sponsor.tsx';
import { Isolated, MarkedText } from './sentence.tsx';
import type { BlockView, NoteView, PictureView, SentenceView } from './text-view.ts';
import type { SiteView, PieceView } from './view.ts';
import { writtenOnce } from './written-once.ts';

interface FeedProps {
  site: SiteView;
  piece: PieceView;
  reading: Reading;
}

export const feedHtml = writtenOnce((site, publication, piece): string => {
  const reading = readingOf(piece, publication.timeZone);
  const { basisLine, copy } = wordsOf(piece.lang);
  const props = { site, piece, reading };
  return String(
    <div lang={piece.lang} dir={directionOf(piece.lang)}>
      {piece.topImage && <Figure picture={piece.topImage} {...props} />}
      <Opening piece={piece} />
      <Blocks blocks={piece.preamble} notes={piece.preambleNotes ?? []} {...props} />
      {piece.sections.map((section) => (
        <>
          <h2>{section.heading}</h2>
          <Basis phrase={basisLine(basisOf(section, piece), piece.date ?? '')} />
          <Blocks blocks={section.blocks} notes={section.notes} {...props} />
        </>
      ))}
      {piece.reads.length > 0 && (
        <>
          <h2>{copy.reads}</h2>
          <ul>
            {piece.reads.map(({ publisher, title, url }) => (
              <li>
                {publisher}: <Linked href={here(url, site)} text={title} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Corrections {...props} />
      <Sources {...props} />
    </div>,
  );
});

function Opening({ piece }: { piece: PieceView }) {
  const { byline, copy } = wordsOf(piece.lang);
  const authors = piece.authors.filter(({ role }) => role === 'author' || role === 'contributor');
  return (
    <>
      <Sponsor sponsor={piece.sponsor} lang={piece.lang} />
      {piece.lede && <p>{piece.lede}</p>}
      {authors.length > 0 && (
        <p>
          <Phrased
            phrase={byline(
              'author',
              authors.map(({ name, title }) => ({ name, title })),
              0,
            )}
          />
        </p>
      )}
      {piece.nameWithdrawn && <p>{copy.nameWithdrawn}</p>}
    </>
  );
}

function Basis({ phrase }: { phrase: Phrase }) {
  return phrase.length > 0 ? (
    <p>
      <em>
        <Phrased phrase={phrase} />
      </em>
    </p>
  ) : null;
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
  piece,
  reading,
}: FeedProps & { sentences: SentenceView[]; notes: NoteView[] }) {
  return (
    <>
      {sentences.map(({ text, marks, lang, notes: numbers }, index) => (
        <>
          {index > 0 && ' '}
          <MarkedText text={text} marks={marks.map((mark) => absoluteMark(mark, site))} lang={lang ?? piece.lang} />
          {notes
            .filter(({ number }) => numbers.includes(number))
            .map((note) => (
              <sup>
                <a href={`${site.origin}${piece.path}#${nameOf(note, reading).anchor}`}>
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
  return mark.type === 'link' ? { ...mark, href: here(mark.href, site) } : mark;
}

/** An address as a feed reader can follow it: paths of this site in full. */
function here(href: string, site: SiteView): string {
  return href.startsWith('/') ? site.origin + href : href;
}

function Figure({ picture, site, piece }: FeedProps & { picture: PictureView }) {
  const { copy } = wordsOf(piece.lang);
  const [before, alone] = absenceWords(picture, copy);
  const caption = [picture.caption, picture.credit && `${copy.photo} ${picture.credit}`].filter(Boolean).join(' ');
  return (
    <figure>
      {picture.src ? (
        <img src={site.origin + picture.src} width={picture.width} height={picture.height} alt={picture.alt} />
      ) : (
        <p>
          {picture.alt ? `${before} ${picture.alt}` : alone} <Linked href={picture.original ?? null} text="" />
        </p>
      )}
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  );
}

function Corrections({ piece, reading }: FeedProps) {
  if (reading.corrections.length === 0) return null;
  const { copy } = wordsOf(piece.lang);
  return (
    <>
      <h2>{reading.corrections.some(({ kind }) => kind === 'correction') ? copy.corrections : copy.updates}</h2>
      <ul>
        {reading.corrections.map(({ on, note, lang }) => (
          <li>
            {longDay(on, piece.lang)}: <span lang={lang}>{note}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Sources({ site, piece, reading }: FeedProps) {
  const notes = notesOf(piece);
  if (notes.length === 0) return null;
  const { copy } = wordsOf(piece.lang);
  return (
    <>
      <h2>{copy.sources}</h2>
      <ul>
        {notes.map((note) => (
          <li>
            {nameOf(note, reading).label}. <Source note={note} lang={piece.lang} site={site} />
          </li>
        ))}
      </ul>
      {notes.some(({ kind }) => kind === 'linked') && <p>{copy.linkedLong}</p>}
    </>
  );
}

function Source({ note, lang, site }: { note: NoteView; lang: string; site: SiteView }) {
  const { copy, carrying } = wordsOf(lang);
  if (note.kind === 'vouched') return <>{copy.vouched}</>;
  if (note.kind === 'own') return <>{copy.ownLong}</>;
  if (note.kind === 'linked') return <Linked href={here(note.href, site)} text={note.text || note.outlet} />;
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
