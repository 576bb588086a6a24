import { authorStrength, isAside, isForeign, machineDateOf, namesOf } from './element-hints.ts';
import { type HeadingMark, readHeading } from './page-headings.ts';
import { inline, spacedText } from './spaced-text.ts';

/** A line of a page as a reader sees it: the text between two block boundaries. */
export interface PageLine {
  text: string;
  /** Classes, ids and roles of its elements, in lower case. */
  hints: string;
  /** A date for machines that stands in it: datetime, content or title of a `<time>`, `<abbr>` or marked element. */
  machineDate: string | null;
  /** In what surrounds a report: navigation, sidebars, comments, related links, page header and footer. */
  aside: boolean;
}

/** An element that says of itself that it holds an author. */
export interface AuthorMark {
  text: string;
  line: number;
  aside: boolean;
  /** Among comments, or teasers of other reports: not this report's author, whatever else is missing. */
  foreign: boolean;
  /** By relation, microdata or vCard class, and not only by a word in a class of its own. */
  strong: boolean;
  /** The outermost marked element around it: names in the same one belong together. */
  group: number;
}

/** What an element stands in. */
interface Surroundings {
  aside: boolean;
  foreign: boolean;
  inArticle: boolean;
  group: number;
  hints: string;
}

export interface PageLines {
  lines: PageLine[];
  authors: AuthorMark[];
  headings: HeadingMark[];
}

const longestLine = 400;
const mostLines = 5_000;
const mostMarks = 300;

const unread = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME SELECT TEXTAREA OBJECT HEAD'.split(' '));

/** Reads a page into its lines in document order, with what marks authors and headings. Leaves the document as it is. */
export function readPageLines(document: Document): PageLines {
  const page: PageLines = { lines: [], authors: [], headings: [] };
  const line = { text: '', hints: '', machineDate: null as string | null, aside: false };
  let groups = 0;
  const endLine = () => {
    const text = line.text.replace(/\s+/g, ' ').trim();
    if (text !== '' || line.machineDate !== null) page.lines.push({ ...line, text: text.slice(0, longestLine) });
    Object.assign(line, { text: '', hints: '', machineDate: null });
  };
  const walk = (parent: Element, around: Surroundings) => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (page.lines.length > mostLines) return;
      if (node.nodeType === 3) {
        const text = node.textContent ?? '';
        if (line.text.trim() === '') line.aside = around.aside;
        if (line.text.length < longestLine) line.text += text;
        if (!line.hints.includes(around.hints) && text.trim() !== '') line.hints += ` ${around.hints}`;
        continue;
      }
      if (node.nodeType !== 1) continue;
      const element = node as Element;
      const tag = element.tagName.toUpperCase();
      if (unread.has(tag)) continue;
      const block = !inline.has(tag);
      if (block || tag === 'BR') endLine();
      else if (node.previousSibling?.nodeType === 1) line.text += ' ';
      const names = namesOf(element);
      const inArticle = around.inArticle || tag === 'ARTICLE' || tag === 'MAIN';
      const aside = around.aside || isAside(element, tag, names, inArticle);
      const foreign = around.foreign || (aside && isForeign(element, names));
      let group = around.group;
      const date = machineDateOf(element, tag, names);
      if (date !== null) {
        line.machineDate ??= date;
        line.hints += ` ${names}`;
        line.aside = aside;
      }
      const strength = page.authors.length < mostMarks ? authorStrength(element, names) : null;
      if (strength !== null) {
        const tidy = spacedText(element) || (strength === 'strong' ? (element.getAttribute('content') ?? '') : '');
        if (tidy !== '' && tidy.length <= 200) {
          if (group === 0) group = ++groups;
          page.authors.push({
            text: tidy,
            line: page.lines.length,
            aside,
            foreign,
            strong: strength === 'strong',
            group,
          });
        }
      }
      if (page.headings.length < mostMarks) {
        const heading = readHeading(element, { tag, names, aside, line: page.lines.length });
        if (heading) page.headings.push(heading);
      }
      walk(element, {
        aside,
        foreign,
        inArticle,
        group,
        hints: `${names} ${block ? '' : around.hints}`.trim().slice(0, 200),
      });
      if (block) endLine();
    }
  };
  const outside = { aside: false, foreign: false, inArticle: false, group: 0, hints: '' };
  const body = document.querySelector('body');
  if (body) walk(body, outside);
  if (page.lines.length === 0 && document.documentElement) walk(document.documentElement, outside);
  endLine();
  return page;
}
