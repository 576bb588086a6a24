import { decodeEmail, isTiny, noteOfElement, noteOfPost, protectedEmail } from '#pieces/pieces-parsers.ts';

/** Pictures, frames and posts of a page, by the words that stand for them while the report is looked for. */
export type HeldElements = ReadonlyMap<string, Element>;

const mostElements = 400;
/** Narrower pictures are icons, faces and buttons. */
const leastWidth = 120;
const furniture =
  'nav, footer, form, button, li, table, aside, .related, .share, .sharing, .author, .avatar, .logo, .ad, .ads';
const held =
  'figure, .wp-caption, iframe, video, audio, object, embed, blockquote[class], div.fb-post, script[src], img';

/**
 * Puts a short paragraph in the place of each picture, frame and post. What finds a report in a page throws these away; a
 * paragraph it keeps where it keeps those around. Changes the document.
 */
export function holdElements(document: Document, baseUrl: string | null): HeldElements {
  const elements = new Map<string, Element>();
  for (const element of document.body?.querySelectorAll(held) ?? []) {
    if (elements.size >= mostElements) break;
    if (
      element.parentElement?.closest('figure, .wp-caption, video, audio, object') ||
      !isWorthKeeping(element, baseUrl)
    )
      continue;
    if (element.localName !== 'figure' && element.closest(furniture)) continue;
    const mark = document.createElement('p');
    const words = markOf(elements.size);
    mark.textContent = words;
    elements.set(words, element);
    replaceBy(element, mark);
  }
  return elements;
}

/** The element that a paragraph stands for; null for every other paragraph. */
export function heldIn(elements: HeldElements, paragraph: Element): Element | null {
  return paragraph.localName === 'p' ? (elements.get((paragraph.textContent ?? '').trim()) ?? null) : null;
}

/** A text without the words that stand for elements. */
export function withoutMarks(text: string): string {
  return text.replace(/\ue000[a-z]+\ue001\s*/gu, '');
}

/** Letters alone: a number could be taken for a part of a date. */
function markOf(number: number): string {
  let letters = '';
  for (let rest = number + 26; rest > 0; rest = Math.floor(rest / 26))
    letters = String.fromCharCode(97 + (rest % 26)) + letters;
  return `\ue000${letters}\ue001`;
}

function isWorthKeeping(element: Element, baseUrl: string | null): boolean {
  const name = element.localName;
  if (name === 'figure' || name === 'div')
    return element.querySelector('img, iframe, video, audio') !== null || noteOfPost(element, baseUrl) !== null;
  if (name === 'blockquote') return noteOfPost(element, baseUrl) !== null;
  if (name !== 'img') return noteOfElement(element, baseUrl) !== null;
  const width = Number.parseInt(element.getAttribute('width') ?? '', 10);
  if (isTiny(element) || width < leastWidth) return false;
  // A picture in a link with words is a teaser; one that links to itself in large is the report's own.
  const link = element.closest('a');
  return link === null || (link.textContent ?? '').trim() === '';
}

function replaceBy(element: Element, mark: Element): void {
  const link = element.localName === 'img' ? element.closest('a') : null;
  const unit = link ?? element;
  const paragraph = unit.closest('p');
  if (!paragraph || paragraph === unit) unit.replaceWith(mark);
  else {
    unit.remove();
    if ((paragraph.textContent ?? '').trim() === '') paragraph.replaceWith(mark);
    else paragraph.after(mark);
  }
}

/** Writes out the e-mail addresses that Cloudflare hid, before what hides them is cleaned away. Changes the document. */
export function revealEmails(document: Document): void {
  for (const element of document.querySelectorAll('[data-cfemail], a[href*="/cdn-cgi/l/email-protection"]')) {
    const hidden =
      element.getAttribute('data-cfemail') ?? element.querySelector('[data-cfemail]')?.getAttribute('data-cfemail');
    const email = hidden ? decodeEmail(hidden) : protectedEmail(element.getAttribute('href') ?? '');
    if (email === null) continue;
    if (element.localName === 'a') element.setAttribute('href', `mailto:${email}`);
    if (element.localName !== 'a' || hidden || /\[email\s+protected\]/iu.test(element.textContent ?? ''))
      element.textContent = email;
  }
}
