/** A picture with its caption and credit; one that is not held is described in words, and never asked for. */
import type { CopyKey } from '#locales/locale.ts';
import { safeHref } from './safe-href.ts';

export interface PictureProps {
  picture: {
    src: string | null;
    /** Where one that is not held stood, in full. */
    original?: string | null;
    /** It may not be shown any more. */
    ended?: true;
    width: number;
    height: number;
    srcset?: { src: string; width: number }[];
    caption: string;
    credit: string;
    alt: string;
  };
  /** The top picture is wanted at once, others when they come into sight. */
  eager: boolean;
  labels: Record<CopyKey, string>;
}

export function Picture({ picture, eager, labels }: PictureProps) {
  const src = picture.src === null ? null : safeHref(picture.src);
  if (!src && !picture.original && !picture.alt && !picture.caption) return null;
  return (
    <figure class={src ? 'picture' : 'picture absent'}>
      {src ? <Image picture={picture} src={src} eager={eager} /> : <Absence picture={picture} labels={labels} />}
      {(picture.caption || picture.credit) && (
        <figcaption>
          {picture.caption}{' '}
          {picture.credit && (
            <small>
              {labels.photo} <bdi>{picture.credit}</bdi>
            </small>
          )}
        </figcaption>
      )}
    </figure>
  );
}

/** What it shows, unless the caption under it says so, and where it stood. */
function Absence({ picture, labels }: Pick<PictureProps, 'picture' | 'labels'>) {
  const shows = picture.alt === picture.caption ? '' : picture.alt;
  const [before, alone] = absenceWords(picture, labels);
  const original = picture.original ? safeHref(picture.original) : null;
  return (
    <>
      <p>{shows ? `${before} ${shows}` : alone}</p>
      {original && (
        <p>
          {labels.pictureStood}{' '}
          <a class="address" href={original}>
            <bdi dir="ltr">{original.replace(/^https?:\/\//u, '')}</bdi>
          </a>
        </p>
      )}
    </>
  );
}

/** Why it is not there: before what it shows, and where that is not said. */
export function absenceWords({ ended }: { ended?: true }, labels: Record<CopyKey, string>): [string, string] {
  return ended ? [labels.pictureEnded, labels.pictureEndedPlain] : [labels.pictureAbsent, labels.pictureAbsentPlain];
}

function Image({ picture, src, eager }: { picture: PictureProps['picture']; src: string; eager: boolean }) {
  const sizes = [...(picture.srcset ?? [])].sort((a, b) => a.width - b.width);
  const smallest = sizes[0];
  const image = (
    <img
      src={src}
      srcset={sizes.length > 0 ? sizes.map((size) => `${size.src} ${size.width}w`).join(', ') : undefined}
      sizes={sizes.length > 0 ? '(min-width: 45rem) 40rem, 100vw' : undefined}
      width={picture.width}
      height={picture.height}
      alt={picture.alt}
      loading={eager ? undefined : 'lazy'}
      fetchpriority={eager ? 'high' : undefined}
    />
  );
  if (!smallest) return image;
  return (
    <picture>
      <source media="(prefers-reduced-data: reduce)" srcset={smallest.src} />
      {image}
    </picture>
  );
}
