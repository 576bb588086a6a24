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
  const url = site.origin + piece.path;
  const Heading = level;
  return (
    <>
      <Heading>{copy.share}</Heading>
      <ul>
        {waysOf(piece.title, site.origin + encodedPath(piece.path), copy.shareMail)
          // A copy stands anywhere, or nowhere: only mail says an address that its reader can mend.
          .slice(0, site.frozen ? 1 : undefined)
          .map(({ name, href }) => (
            <li>
              <a href={href}>{name}</a>
            </li>
          ))}
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
          {url.replace(/^https?:\/\//, '')}
        </bdi>
      </p>
    </>
  );
}

/** Addresses that anybody may link to, as their owners document them. */
function waysOf(title: string, url: string, mail: string): { name: string; href: string }[] {
  const said = encodeURIComponent(title.toWellFormed());
  const address = encodeURIComponent(url);
  return [
    { name: mail, href: `mailto:?subject=${said}&body=${address}` },
    { name: 'WhatsApp', href: `https://wa.me/?text=${said}%20${address}` },
    { name: 'Telegram', href: `https://t.me/share/url?url=${address}&text=${said}` },
    { name: 'X', href: `https://x.com/intent/post?text=${said}&url=${address}` },
    { name: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${address}` },
  ];
}
