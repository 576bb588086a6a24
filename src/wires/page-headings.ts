import { spacedText, tidyText } from './spaced-text.ts';

/** An element that may hold the headline. */
export interface HeadingMark {
  text: string;
  line: number;
  aside: boolean;
  /** 1–6 for h1–h6, 0 for another element that is called a title. */
  level: number;
  /** Called a headline or title by its class or microdata. */
  titled: boolean;
  /** A link to the front page, or called the site's: a name plate. */
  plate: boolean;
}

const titleHint =
  /(?:entry|post|article|artikel|page|item|story|news|main|single|content|h|c)[-_]{0,2}(?:title|headline|titel|heading)\b|(?:^|\s)(?:headline|titel|p-name)(?:\s|$)/;

/** The heading that an element is, or null. */
export function readHeading(
  element: Element,
  { tag, names, aside, line }: { tag: string; names: string; aside: boolean; line: number },
): HeadingMark | null {
  const level = /^H[1-6]$/.test(tag) ? Number(tag.charAt(1)) : 0;
  const titled = titleHint.test(names);
  if ((level === 0 || level > 2) && !titled) return null;
  const text = headingText(element);
  if (text.length < 2 || text.length > 300 || !/[\p{L}\p{N}]/u.test(text)) return null;
  const plate =
    /site-?(?:title|name)|logo|brand|masthead/.test(names) ||
    element.querySelector('a[rel="home"], a[href="/"]') !== null ||
    element.parentElement?.getAttribute('href') === '/';
  return { text, line, aside, level, titled, plate };
}

/** The words of a heading without what stands over it: a topic or place in an element of its own beside the title's. */
function headingText(element: Element): string {
  const whole = spacedText(element);
  if (whole === '') return '';
  const parts = [...element.querySelectorAll('[class]')];
  const over = parts.filter((part) =>
    /sub-?head|flytitle|kicker|topline|overline|dachzeile|roofline|spitzmarke|eyebrow|pretitle|supertitle|antetitulo|surtitre|category|rubrik|visually-hidden|sr-only/i.test(
      part.getAttribute('class') ?? '',
    ),
  );
  const title = parts.find(
    (part) => !over.includes(part) && /title|headline|titel|(?:^|[-_\s])text/i.test(part.getAttribute('class') ?? ''),
  );
  if (title && over.length > 0) return tidyText(title.textContent) || whole;
  let rest = whole;
  for (const part of over) rest = rest.replace(tidyText(part.textContent), '').trim();
  return rest.length >= 3 ? rest.replace(/^[:|·–—-]\s*/, '') : whole;
}
