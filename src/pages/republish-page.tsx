/** A piece to take away: clean HTML and plain text in boxes to copy from, the terms, and no pixel. */
import { wordsOf } from '#locales/locales.ts';
import { safeHref } from '#ui/safe-href.ts';
import { feedHtml } from './feed-text.tsx';
import { MailAddress } from './mail-address.tsx';
import { framedPage } from './page-frame.tsx';
import { encodedPath, republishPath } from './paths.ts';
import { inFull, printText } from './piece-text.ts';
import { Isolated } from './sentence.tsx';
import type { PieceView, PublicationView, SiteView } from './view.ts';

export function republishPage(site: SiteView, publication: PublicationView, piece: PieceView): string {
  const { copy } = wordsOf(publication.lang);
  return framedPage(
    site,
    publication,
    {
      path: republishPath(piece.path),
      title: `${copy.republish}: ${piece.title}`,
      description: copy.republishIntro,
      listed: false,
    },
    <article class="plain republish">
      <p class="basis">{copy.republish}</p>
      <h1>
        <a href={piece.path}>
          <Isolated text={piece.title} lang={piece.lang} />
        </a>
      </h1>
      <Offer site={site} publication={publication} piece={piece} />
    </article>,
  );
}

function Offer({ site, publication, piece }: { site: SiteView; publication: PublicationView; piece: PieceView }) {
  const { copy, republishAsked } = wordsOf(publication.lang);
  const { rights } = publication;
  const original = piece.republished === null ? null : safeHref(piece.republished);
  if (original)
    return (
      <p>
        {copy.republishPartner} <a href={original}>{original.replace(/^https?:\/\//u, '')}</a>
      </p>
    );
  if (!rights)
    return (
      <>
        <p>{copy.republishUnset}</p>
        {publication.contact && (
          <p>
            {copy.writeTo} <MailAddress address={publication.contact} />
          </p>
        )}
      </>
    );
  const more = rights.url === null ? null : safeHref(rights.url);
  const ours = publication.standing.includes('republishing');
  return (
    <>
      <p>
        {copy.republishIntro} <bdi>{rights.allows}</bdi> {copy.rightsOwner}{' '}
        {more ? <a href={more}>{rights.owner}</a> : <bdi>{rights.owner}</bdi>}.
      </p>
      {ours && (
        <p>
          <a href={`${publication.basePath}/republishing`}>{copy.republishGuidelines}</a>
        </p>
      )}
      <h2>{copy.republishRules}</h2>
      <ul>
        {republishAsked.map((rule) => (
          <li>{rule}</li>
        ))}
      </ul>
      <h2 id="republish-html">{copy.republishHtml}</h2>
      <textarea readonly rows={12} dir="ltr" aria-labelledby="republish-html">
        {`\n${republishHtml(site, publication, piece)}`}
      </textarea>
      <h2 id="republish-text">{copy.republishPlain}</h2>
      <textarea readonly rows={12} dir="auto" aria-labelledby="republish-text">
        {`\n${republishText(site, publication, piece)}`}
      </textarea>
    </>
  );
}

/** Without pictures: their rights are others'. */
function bare(piece: PieceView): PieceView {
  const withoutFigures = <T extends { type: string }>(blocks: T[]) => blocks.filter(({ type }) => type !== 'figure');
  return {
    ...piece,
    topImage: null,
    preamble: withoutFigures(piece.preamble),
    sections: piece.sections.map((section) => ({ ...section, blocks: withoutFigures(section.blocks) })),
  };
}

function republishHtml(site: SiteView, publication: PublicationView, piece: PieceView): string {
  const url = site.origin + encodedPath(piece.path);
  const { copy } = wordsOf(piece.lang);
  const head = String(
    <h1 lang={piece.lang} dir="auto">
      {piece.title}
    </h1>,
  );
  const foot = String(
    <p lang={piece.lang} dir="auto">
      {copy.firstPublished} {publication.name}: <a href={url}>{url}</a>
    </p>,
  );
  return `${head}\n${feedHtml(site, publication, bare(piece))}\n${foot}\n`;
}

function republishText(site: SiteView, publication: PublicationView, piece: PieceView): string {
  const { copy } = wordsOf(piece.lang);
  return `${inFull(printText(bare(piece)), site)}\n${copy.firstPublished} ${publication.name}: ${site.origin}${encodedPath(piece.path)}\n`;
}
