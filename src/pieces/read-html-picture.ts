import type { Picture } from './document.ts';
import { fullAddress } from './read-html-address.ts';
import { isTiny, isUnread } from './read-html-embed.ts';
import { foldText } from './read-html-run.ts';

const lazy = 'data-src data-lazy-src data-original data-orig-file data-actualsrc data-hi-res-src data-echo'.split(' ');
const placeholder =
  /^(?:data:|about:)|(?:^|\/)(?:blank|spacer|transparent|placeholder|loading|lazy|grey|1x1|pixel)[\w-]*\.(?:gif|png|svg)(?:$|\?)/iu;

/** The picture of an `img`, caption and credit still empty; null for pixels that count readers, and where nothing is said of one. */
export function pictureOf(img: Element, baseUrl: string | null): Picture | null {
  if (isTiny(img)) return null;
  const src = sourceOf(img, baseUrl);
  if (src !== null && isUnread(src)) return null;
  const alt = foldText(img.getAttribute('alt') ?? '').trim();
  if (src === null && alt === '') return null;
  const width = pixels(img.getAttribute('width'));
  const height = pixels(img.getAttribute('height'));
  return {
    ...(src === null ? {} : { src }),
    ...(width === null ? {} : { width }),
    ...(height === null ? {} : { height }),
    caption: '',
    credit: '',
    alt,
  };
}

/** The picture that a reader was to see: a lazy one before its placeholder, the widest of a set where there is no other. */
function sourceOf(img: Element, baseUrl: string | null): string | null {
  const src = img.getAttribute('src') ?? '';
  const sets = [
    img,
    ...(img.parentElement?.localName === 'picture' ? img.parentElement.querySelectorAll('source') : []),
  ];
  const written = [
    ...lazy.map((name) => img.getAttribute(name)),
    placeholder.test(src) ? null : src,
    ...sets.flatMap((each) =>
      ['srcset', 'data-srcset', 'data-lazy-srcset'].map((name) => widest(each.getAttribute(name))),
    ),
  ];
  for (const each of written) {
    const address = each && !placeholder.test(each) ? fullAddress(each, baseUrl) : null;
    if (address !== null && !address.startsWith('mailto:')) return address;
  }
  return null;
}

/** The candidate of a `srcset` with the largest descriptor (HTML Living Standard, 4.8.4.2.1). */
function widest(set: string | null): string | null {
  if (set === null) return null;
  let best: { address: string; size: number } | null = null;
  for (const [, address = '', size = '1'] of set
    .slice(0, 20_000)
    .matchAll(/(\S*[^\s,])(?:\s+([\d.]+)[wx])?\s*(?:,|$)/gu)) {
    if (best === null || Number(size) > best.size) best = { address, size: Number(size) };
  }
  return best?.address ?? null;
}

function pixels(value: string | null): number | null {
  const number = /^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$/u.exec(value ?? '')?.[1];
  return number === undefined || number === '0' ? null : Number(number);
}

/** What marks a credit inside a caption. */
export const creditSelector =
  'cite, small, .credit, .photo-credit, .image-credit, .media-credit, .photographer, [itemprop="copyrightHolder"]';

const agency =
  /\/|\b(?:AP|AFP|EPA|Reuters|Getty|Magnum|Xinhua|Anadolu|TASS|DPA|Wikimedia|Flickr|Creative Commons|CC BY|Photo|Photograph|Image|Courtesy|Copyright|©)/u;

/** A caption and the credit that its end names: in brackets, or after "Photo:", "Credit:", "Photograph by", "©". */
export function splitCredit(caption: string): { caption: string; credit: string } {
  const bracketed = /^(.*?)\s*\(([^()]{2,120})\)\s*\.?$/su.exec(caption);
  if (bracketed?.[2] && agency.test(bracketed[2])) return { caption: bracketed[1] ?? '', credit: bracketed[2].trim() };
  const named =
    /^(?:(.*?[.!?”"])\s+)?(?:(?:photo|image|picture|credit|photograph)s?(?:\s+credits?)?\s*(?::|by\b)|©)\s*([^.!?]{2,120})\.?$/isu.exec(
      caption,
    );
  if (named?.[2]) return { caption: named[1]?.trim() ?? '', credit: named[2].trim() };
  return { caption, credit: '' };
}
