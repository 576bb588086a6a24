/** A picture with its caption and credit; one that is not held is described in words. */
import { safeHref } from './safe-href.ts';

export interface PictureProps {
  picture: {
    src: string | null;
    width: number;
    height: number;
    srcset?: { src: string; width: number }[];
    caption: string;
    credit: string;
    alt: string;
  };
  /** The top picture is wanted at once, others when they come into sight. */
  eager: boolean;
  labels: { absent: string; credit: string };
}

export function Picture({ picture, eager, labels }: PictureProps) {
  const src = picture.src === null ? null : safeHref(picture.src);
  const described = picture.alt || picture.caption;
  if (!src && !described) return null;
  return (
    <figure class={src ? 'picture' : 'picture absent'}>
      {src ? (
        <Image picture={picture} src={src} eager={eager} />
      ) : (
        <p>
          {labels.absent} {described}
        </p>
      )}
      {(picture.caption || picture.credit) && (
        <figcaption>
          {picture.caption}{' '}
          {picture.credit && (
            <small>
              {labels.credit} <bdi>{picture.credit}</bdi>
            </small>
          )}
        </figcaption>
      )}
    </figure>
  );
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
