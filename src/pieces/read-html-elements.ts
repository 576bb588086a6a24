/** Which elements are read how; what is in none of these is running text. */
const words = (text: string): Set<string> => new Set(text.split(' '));
/** Nothing to read, whatever is inside. */
export const dropped = words(
  'head style template link meta base nav dialog svg canvas map area button select option datalist textarea input progress meter rp noembed noframes frameset param source track col colgroup',
);
/** What a page loads from elsewhere. */
export const embedded = words('iframe object embed video audio script');
/** What ends the paragraph before it. */
export const containers = words(
  'html body div section article main header footer aside address center details summary dl dt dd fieldset legend form picture nav hgroup figure table caption thead tbody tfoot tr td th p',
);
export const emphasis: Record<string, 'strong' | 'em'> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  cite: 'em',
  dfn: 'em',
};
/** An address is no heading. */
export const bareAddress = /^(?:https?:\/\/|www\.)\S+$/iu;
const hiddenClass = /(?:^|\s)(?:screen-reader-text|sr-only|visually-hidden|visuallyhidden|hidden)(?:\s|$)/u;
const hiddenStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu;

export function isCell(element: Element): boolean {
  return element.localName === 'td' || element.localName === 'th';
}

/** Whether an element says of itself that it is not shown. */
export function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden')) return true;
  const style = element.getAttribute('style');
  if (style !== null && hiddenStyle.test(style)) return true;
  const className = element.getAttribute('class');
  return className !== null && hiddenClass.test(className);
}
