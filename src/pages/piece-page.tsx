/** One piece at its permanent address, of whatever kind. */
import { sharePicture } from './card.ts';
import { framedPage } from './page-frame.tsx';
import { jsonLdText, pieceJsonLd } from './json-ld.ts';
import { encodedPath } from './paths.ts';
import { PieceArticle } from './piece-article.tsx';
import type { PieceView, PublicationView, SiteView } from './view.ts';

export function piecePage(site: SiteView, publication: PublicationView, piece: PieceView): string {
  return framedPage(
    site,
    publication,
    {
      path: piece.path,
      ...(piece.talk ? { island: 'talk' } : {}),
      title: piece.title,
      description: piece.lede || openingOf(piece),
      image: sharePicture(piece),
      summary: piece.kind === 'summary',
      article: { jsonLd: jsonLdText(pieceJsonLd(site, publication, piece)) },
      original: piece.republished ?? (piece.sharedFrom && site.origin + encodedPath(piece.sharedFrom.path)),
      translations: piece.translations,
      previous: piece.previous?.path ?? null,
      next: piece.next?.path ?? null,
    },
    <PieceArticle site={site} publication={publication} piece={piece} front={false} />,
  );
}

/** The first words of a piece without a lede, as many as a search result shows. */
function openingOf({ preamble, sections, title }: PieceView): string {
  const [first] = [...preamble, ...sections.flatMap(({ blocks }) => blocks)].filter(
    (block) => block.type === 'paragraph',
  );
  const text = first?.sentences.map((sentence) => sentence.text).join(' ') ?? title;
  return text.length <= 160 ? text : `${text.slice(0, 160).replace(/\s+\S*$/u, '')}…`;
}
