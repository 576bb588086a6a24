import type { Picture } from './document.ts';
import { creditSelector, pictureOf, splitCredit } from './read-html-picture.ts';
import type { BlockWriter } from './read-html-writer.ts';

/** Reads a figure of pictures; the caption is the last one's. False when it holds none, or more than pictures. */
export function readPictures(
  element: Element,
  writer: BlockWriter,
  reading: { baseUrl: string | null; readInside: (element: Element) => void },
): boolean {
  const images = [...element.querySelectorAll('img')];
  if (images.length === 0 || element.querySelector('figure, table, blockquote, iframe, video, audio, object'))
    return false;
  const pictures = images.flatMap((image) => pictureOf(image, reading.baseUrl) ?? []);
  const caption = element.querySelector('figcaption, .wp-caption-text');
  const last = pictures.at(-1);
  if (caption) {
    const said = captionOf(caption, (part) => writer.asText(() => reading.readInside(part)).text);
    if (last) Object.assign(last, said);
    else if (said.caption !== '') pictures.push({ ...said, alt: '' });
  }
  if (!writer.inText) writer.endParagraph();
  for (const picture of pictures) writer.pushPicture(picture);
  if (caption) return true;
  // Text of a figure that is neither picture nor caption is text.
  const { text } = writer.asTextAlone(() => reading.readInside(element));
  writer.write(text);
  writer.endParagraph();
  return true;
}

/** WordPress before figures: `div.wp-caption` with the picture and `p.wp-caption-text`. */
export function isCaptioned(element: Element): boolean {
  return element.localName === 'div' && /(?:^|\s)wp-caption(?:\s|$)/u.test(element.getAttribute('class') ?? '');
}

/** Pictures that stand for a character: their text. */
export function emojiOf(img: Element): string | null {
  const isEmoji = /(?:^|\s)(?:emoji|wp-smiley)(?:\s|$)/u.test(img.getAttribute('class') ?? '');
  return isEmoji ? (img.getAttribute('alt') ?? '') : null;
}

function captionOf(element: Element, textOf: (part: Element) => string): Pick<Picture, 'caption' | 'credit'> {
  const credit = element.querySelector(creditSelector);
  const whole = textOf(element);
  if (credit === null) return splitCredit(whole);
  const name = textOf(credit);
  const at = whole.lastIndexOf(name);
  const caption = `${whole.slice(0, at)}${whole.slice(at + name.length)}`.trim();
  return { caption, credit: splitCredit(name).credit || name.replace(/^\((.*)\)$/u, '$1') };
}
