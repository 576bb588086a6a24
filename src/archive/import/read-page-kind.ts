import type { PageHead } from './read-page-head.ts';

/** What is known of a page when it is decided what it is. */
export interface PageSigns {
  head: PageHead;
  /** Where it stood: its path below the site, null when that is not known. '' is the site's home. */
  path: string | null;
  title: string;
  /** Of the text that was found: its length, and how much of that is the words of links, from 0 to 1. */
  textLength: number;
  linkShare: number;
  /** Links of this page alone with words as long as a headline's. */
  headlines: number;
  dated: boolean;
  asksPassword: boolean;
}

export type PageKind = { kind: 'article' | 'page' } | { kind: 'passed-over'; why: string };

const articleType = /(?:article|posting|report|review)$/u;
const articlePath = /(?:^|\/)(?:19|20)\d\d(?:\/\d\d?){1,2}\/[^/]+$|(?:^|\/)(?:19|20)\d\d-\d\d-\d\d-[^/]+$/u;
const accountPath = /(?:^|\/)(?:log-?in|sign-?in|sign-?up|register|wp-login(?:\.php)?|account|search|subscribe)$/iu;
const listPath =
  /^(?:19|20)\d\d(?:\/\d\d?){0,2}$|(?:^|\/)(?:archives?|tags?|categor(?:y|ies)|topics?|authors?|latest|all|news|blog)$|(?:^|\/)(?:tags?|category|topics?|author|labels?|page)\/[^/]+(?:\/page\/\d+)?$/iu;
const listClasses = ['archive', 'category', 'tag', 'author', 'search', 'blog', 'paged', 'tax', 'date'];
const listTypes = ['collectionpage', 'searchresultspage', 'profilepage', 'profile', 'itemlist'];
const errorTitle = /^(?:error\b.{0,4})?(?:404|403|410|500|503)\b|\b(?:page|file) not found\b|^not found$/iu;

const longText = 1_200;
const noticeLength = 600;
/** What stands above a list of pages, at most. */
const introLength = 300;
/** What stands beside each headline of one, at most. */
const teaserLength = 300;
const [manyHeadlines, fewHeadlines] = [8, 12];

/**
 * What a page is, told by what it says to machines, by its address, then by its shape. A list of other pages, a home, a form
 * or an error is none of the publication's own words.
 */
export function kindOfPage(signs: PageSigns): PageKind {
  const { head, path, textLength, linkShare, headlines } = signs;
  const declared = isDeclared(head);
  if (errorTitle.test(signs.title || head.title) && textLength < noticeLength) return passed('error page');
  const query = path?.includes('?') === true;
  const place = path?.replace(/\?.*$/u, '') ?? '';
  if (!declared && (accountPath.test(place) || (signs.asksPassword && textLength < noticeLength))) {
    return passed('sign-in or search page');
  }
  const addressed = articlePath.test(place);
  const isList =
    listTypes.some((type) => head.types.has(type)) ||
    listClasses.some((name) => head.bodyClasses.has(name)) ||
    listPath.test(place) ||
    linkShare > 0.5 ||
    (headlines >= manyHeadlines &&
      (textLength < introLength || (!declared && !signs.dated && textLength < headlines * teaserLength)));
  if (path === '' && !declared && (isList || headlines > fewHeadlines)) return passed('home page');
  if (path === '' && textLength > longText && headlines >= manyHeadlines) return passed('home page');
  if (isList && !addressed && !(declared && textLength >= noticeLength)) return passed('list of pages');
  const pageClass = head.bodyClasses.has('page') && !query;
  if (declared && !pageClass && (signs.dated || addressed)) return { kind: 'article' };
  if (addressed || (textLength >= longText && signs.dated && !pageClass)) return { kind: 'article' };
  return { kind: 'page' };
}

/** Whether a page says to machines that it is an article. */
export function isDeclared(head: PageHead): boolean {
  return [...head.types].some((type) => articleType.test(type)) || head.bodyClasses.has('single');
}

function passed(why: string): PageKind {
  return { kind: 'passed-over', why };
}
