/** Where a piece comes from: how it was made here, or the site that it was imported from and whose it is. */
import { wordsOf } from '#locales/locales.ts';
import { safeHref } from '#ui/safe-href.ts';
import { type HeadingLevel, notesOf } from './reading.ts';
import type { PieceView, PublicationView, RightsView } from './view.ts';

interface OriginProps {
  publication: PublicationView;
  piece: PieceView;
  level: HeadingLevel;
}

export function Origin(props: OriginProps) {
  return props.piece.imported ? <Imported {...props} /> : <MadeHere {...props} />;
}

function MadeHere({ piece, level }: OriginProps) {
  const { copy, revision } = wordsOf(piece.lang);
  const cited = notesOf(piece).some(({ kind }) => kind === 'report');
  const text = piece.kind === 'summary' ? copy.howMadeText : cited ? copy.howMadePiece : '';
  const revised = piece.revision > 1 ? revision(piece.revision) : '';
  if (!text && !revised) return null;
  const Heading = level;
  return (
    <section class="made" aria-labelledby="made">
      <Heading id="made">{copy.howMade}</Heading>
      <p>
        {text} {revised}
      </p>
    </section>
  );
}

function Imported({ publication, piece, level }: OriginProps) {
  const { copy, importedFrom } = wordsOf(piece.lang);
  const address = piece.imported?.url ?? null;
  const href = address === null ? null : safeHref(address);
  const Heading = level;
  return (
    <section class="made" aria-labelledby="made">
      <Heading id="made">{copy.imported}</Heading>
      <p>
        {href ? (
          <>
            {importedFrom}{' '}
            <a href={href} class="address">
              <bdi dir="ltr">{href.replace(/^https?:\/\//u, '')}</bdi>
            </a>
            .
          </>
        ) : (
          copy.importedUnknown
        )}{' '}
        {copy.importedText}
      </p>
      <p>{publication.rights ? <Rights rights={publication.rights} lang={piece.lang} /> : copy.rightsUnset}</p>
    </section>
  );
}

function Rights({ rights, lang }: { rights: RightsView; lang: string }) {
  const more = rights.url === null ? null : safeHref(rights.url);
  const owner = <bdi>{rights.owner}</bdi>;
  return (
    <>
      {wordsOf(lang).copy.rightsOwner} {more ? <a href={more}>{owner}</a> : owner}. <bdi>{rights.allows}</bdi>
    </>
  );
}
