/** Ways to pass a piece on: plain links, nothing of anybody else's loaded. And to keep it: as text, under its address. */
import { wordsOf } from '#locales/locales.ts';
import { gathers } from '#pieces/pieces.ts';
import { mayRepublish } from './may-republish.ts';
import { encodedPath, republishPath, textPath } from './paths.ts';
import type { HeadingLevel } from './reading.ts';
import type { PieceView, PublicationView, SiteView } from './view.ts';

interface ShareProps {
  site: SiteView;
  publication: PublicationView;
  piece: PieceView;
  level: HeadingLevel;
}

export function Share({ site, publication, piece, level }: ShareProps) {
  const { copy } = wordsOf(piece.lang);
  const address = site.origin + encodedPath(piece.path);
  const Heading = level;
  return (
    <>
      <Heading>{copy.share}</Heading>
      <ul>
        <li>
          <a
            href={`mailto:?subject=${encodeURIComponent(piece.title.toWellFormed())}&body=${encodeURIComponent(address)}`}
          >
            {copy.shareMail}
          </a>
        </li>
        {!site.frozen && (
          <li>
            <a href={textPath(piece.path)} type="text/plain">
              {copy.republishPlain}
            </a>
          </li>
        )}
        {!gathers(piece.kind) && mayRepublish(publication, piece) && (
          <li>
            <a href={republishPath(piece.path)}>{copy.republish}</a>
          </li>
        )}
      </ul>
      <p class="page-address">
        {copy.shareLink}:{' '}
        <bdi class="address" dir="ltr">
          {(site.origin + piece.path).replace(/^https?:\/\//, '')}
        </bdi>
      </p>
    </>
  );
}
