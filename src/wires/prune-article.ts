/**
 * Takes out of an extracted article what is not the report: pictures and their captions, lines that are only links,
 * bylines and datelines of the page, invitations to read, share or subscribe, the title said again, headings of nothing.
 */
export function pruneArticle(article: Element, titles: readonly string[]): void {
  for (const element of [
    ...article.querySelectorAll('figure, picture, img, figcaption, aside, form, button, nav, footer'),
  ]) {
    if (element !== article && element.tagName !== 'IMG' && textLength(element) > longestAside) continue;
    element.remove();
  }
  const known = new Set(titles.map(fold).filter((title) => title !== ''));
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
  const linked = [...block.querySelectorAll('a')].reduce((length, link) => length + textLength(link), 0);
  return linked > 0 && linked / text.length > 0.8;
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
