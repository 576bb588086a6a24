/**
 * Takes out of an extracted article what is not the report: pictures and their captions, lines that are only links,
 * bylines and datelines of the page, invitations to read, share or subscribe, the title said again, headings of nothing.
 */
export function pruneArticle(article: Element, titles: readonly string[]): void {
  for (const element of [
    ...article.querySelectorAll('figure, picture, img, figcaption, aside, form, button, nav, footer'),
  ]) {
    const long = element.tagName !== 'IMG' && textLength(element) > longestAside;
    if (long && !(/^(?:NAV|FOOTER)$/.test(element.tagName) && linkShare(element) > 0.6)) continue;
    element.remove();
  }
  for (const list of article.querySelectorAll('ul, ol')) if (textLength(list) === 0) list.remove();
  const known = new Set(titles.map(fold).filter((title) => title !== ''));
  dropBeforeTitle(article, known);
  const blocks = [...article.querySelectorAll('p, li, h1, h2, h3, h4, h5, h6, div, span')].filter(
    (element) => !element.querySelector('p, li, div, ul, ol, h1, h2, h3, h4, table, blockquote'),
  );
  for (const [place, block] of blocks.entries()) {
    const text = fold(block.textContent ?? '');
    if (text === '' || (block.tagName === 'SPAN' && block.parentElement?.tagName !== 'DIV')) continue;
    const repeatsTitle = place < 12 && known.has(text);
    const furniture = text.length < 200 && furniturePattern.test(text);
    if (repeatsTitle || furniture || isOnlyLinks(block, text)) block.remove();
  }
  dropEmptyHeadings(article);
}

/** Menus and lines above the heading that Readability took along: what stands before the title's own heading is no report. */
function dropBeforeTitle(article: Element, titles: ReadonlySet<string>): void {
  const heading = [...article.querySelectorAll('h1, h2')].find((element) =>
    titles.has(fold(element.textContent ?? '')),
  );
  if (!heading) return;
  const before: Element[] = [];
  let length = 0;
  for (let element: Element | null = heading; element && element !== article; element = element.parentElement) {
    for (let other = element.previousElementSibling; other; other = other.previousElementSibling) {
      before.push(other);
      length += textLength(other);
    }
  }
  if (length < textLength(article) * 0.2) for (const element of before) element.remove();
}

/** What a figure or aside may hold at most to be dropped; more is a wrapped article. */
const longestAside = 600;

const furniturePattern = new RegExp(
  [
    '^(?:last )?(?:published|updated|posted|modified)\\b.{0,60}\\d',
    '^(?:by|photos?|image|picture|credit|source|copyright|photograph)(?: by)?:? .{0,60}(?:getty|reuters|afp|\\bap\\b|epa|photo|images|©)',
    '^(?:©|copyright\\b|all rights reserved|image \\d+ of|\\d+ of \\d+$|photo:|credit:|image:|advertisement\\b|sponsored\\b|skip to\\b)',
    '^(?:read|see|watch|find out|click here|continue reading|load|show|view|listen)(?: also| next| this)?(?: more\\b|:| below\\b| here\\b| the full\\b)',
    '^(?:more|related|recommended|trending|most read|don.t miss|you may(?: also)? like|also read|what to read next|see also)\\b.{0,40}[:.…]?$',
    '^(?:sign up|subscribe|follow (?:us|him|her|me|@)|share (?:this|on)|join (?:us|our)|get (?:the|our) .{0,40}(?:newsletter|inbox)|download (?:the|our) app)',
    '(?:privacy policy|terms of (?:use|service)|uses cookies|requires javascript|enable javascript)',
    '^(?:share|comments?|leave a comment|print|e-?mail|facebook|twitter|tweet|whatsapp|save|close|menu|home)$',
    '\\bmay be reached at\\b|\\bhave a tip\\?',
  ].join('|'),
  'i',
);

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function textLength(element: Element): number {
  return fold(element.textContent ?? '').length;
}

/** A line of nothing but links, as menus and "related" lists are. */
function isOnlyLinks(block: Element, text: string): boolean {
  if (text.length > 300) return false;
  return linkShare(block) > 0.8;
}

function linkShare(element: Element): number {
  const linked = [...element.querySelectorAll('a')].reduce((length, link) => length + textLength(link), 0);
  return linked / Math.max(1, textLength(element));
}

/** A heading with no text before the next heading or the end. */
function dropEmptyHeadings(article: Element): void {
  const marks = [...article.querySelectorAll('h1, h2, h3, h4, h5, h6, p, li, blockquote, table, pre')];
  let followed = false;
  for (const mark of marks.reverse()) {
    if (!/^H\d$/.test(mark.tagName)) followed ||= textLength(mark) > 0;
    else if (followed) followed = false;
    else mark.remove();
  }
}
