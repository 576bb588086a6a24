import { decodeEntities } from '#lib/html/entities.ts';
import { readAuthorNames, readNameBesideDate } from './author-names.ts';
import { follow, hasType, type JsonLd, textAt } from './json-ld.ts';
import { asidePenalty, authorHint } from './element-hints.ts';
import type { AuthorMark, PageLines } from './page-lines.ts';
import { squeeze } from './page-title.ts';

export interface AuthorSources {
  jsonLd: JsonLd;
  /** What meta elements give as author, best first. */
  metaAuthors: readonly string[];
  page: PageLines;
  headingLine: number | null;
  siteNames: readonly string[];
}

/**
 * The authors of a report: persons that the page names for machines, then the byline near the heading, at last an
 * organisation that is named as author.
 */
export function findAuthors({ jsonLd, metaAuthors, page, headingLine, siteNames }: AuthorSources): string[] {
  const sites = siteNames.map(squeeze).filter((name) => name.length >= 4);
  const isSite = (name: string) => {
    const squeezed = squeeze(name);
    return sites.some(
      (site) => squeezed === site || (squeezed.length >= 5 && (site.includes(squeezed) || squeezed.includes(site))),
    );
  };
  const given = [jsonLdAuthors(jsonLd), ...metaAuthors.map((text) => readAuthorNames(text, { trusted: true }))];
  const machines = given.map((names) => names.filter((name) => !isSite(name))).find((names) => names.length > 0);
  const [first = '', ...others] = machines ?? [];
  const isShort = others.length === 0 && !first.includes(' ');
  if (machines && !isShort) return machines;
  const visible = visibleAuthors(page, headingLine ?? 0);
  const seen = visible.filter((name) => !isSite(name));
  // "Oona" for machines is "Oona Firth" for readers.
  if (machines) return seen.length === 1 && seen[0]?.startsWith(`${first} `) ? seen : machines;
  return seen.length > 0 ? seen : (given.find((names) => names.length > 0) ?? visible);
}

function jsonLdAuthors(jsonLd: JsonLd): string[] {
  const { article } = jsonLd;
  const persons: string[] = [];
  const others: string[] = [];
  for (const value of [article?.author ?? article?.creator].flat()) {
    const object = follow(value, jsonLd);
    const text =
      typeof value === 'string' ? (textAt(jsonLd.byId.get(value) ?? null, 'name') ?? value) : textAt(object, 'name');
    if (text === null) continue;
    const name = decodeEntities(text);
    const organisation = object !== null && hasType(object, /Organi[sz]ation$/) && !hasType(object, /^Person$/);
    (organisation ? others : persons).push(...readAuthorNames(name, { trusted: true }));
  }
  return [...new Set(persons.length > 0 ? persons : others)];
}

/** How far from the heading a byline without any mark may stand, in lines. */
const nearLines = 8;

function visibleAuthors({ authors, lines }: PageLines, heading: number): string[] {
  const distance = (line: number) => (line >= heading ? line - heading : (heading - line) * 2);
  const groups = new Map<number, AuthorMark[]>();
  // Right at the heading the names of classes mislead: "teaser" is also what stands above a text.
  const own = authors.filter((mark) => !mark.foreign || distance(mark.line) <= 5);
  for (const mark of own) groups.set(mark.group, [...(groups.get(mark.group) ?? []), mark]);
  const candidates: { score: number; names: string[] }[] = [];
  for (const marks of groups.values()) {
    const [outer] = marks;
    if (!outer) continue;
    const strong = marks.filter((mark) => mark.strong);
    const names = namesIn(strong.length > 0 ? strong : marks);
    if (names.length === 0) continue;
    candidates.push({
      score:
        distance(outer.line) + (outer.aside ? asidePenalty(distance(outer.line)) : 0) - (strong.length > 0 ? 5 : 0),
      names,
    });
  }
  for (const [at, line] of lines.entries()) {
    if (distance(at) > nearLines || (line.aside && distance(at) > 4) || line.text.length > 150 || line.text.length < 2)
      continue;
    const text = /^(?:by|von|par|por|di|автор|author|autor|auteur)\s*:?$/iu.test(line.text)
      ? `${line.text} ${lines[at + 1]?.text ?? ''}`
      : line.text;
    const marked = authorHint.test(line.hints);
    const names =
      marked || introduced.test(text)
        ? readAuthorNames(text, { marked })
        : at > heading && !/categor|kategorie|tag|rubri/.test(line.hints)
          ? readNameBesideDate(text)
          : [];
    if (names.length > 0) candidates.push({ score: distance(at) + 6, names });
  }
  return candidates.toSorted((a, b) => a.score - b.score)[0]?.names ?? [];
}

const introduced =
  /(?:^|[|·•–—\d.]\s*)[-–—\s]*(?:by|von|par|por|di|door|przez|بقلم|كتبت?|γράφει|автор|yazar|author|autor(?:in)?|auteur|autore|verfasser(?:in)?|(?:posted|written|published|story|words|geschrieben|verfasst|eingestellt|publié|écrit|escrito|scritto|ein artikel|ein beitrag)\b.{0,40}?\b(?:by|von|par|por|da))\s*:?\s+[\p{L}@]/iu;

/** The names of the innermost marks that hold any; an outer mark's text repeats theirs. */
function namesIn(marks: readonly AuthorMark[]): string[] {
  const names: string[] = [];
  for (const [at, mark] of marks.entries()) {
    const within = marks
      .slice(at + 1)
      .some((inner) => inner.text !== mark.text && mark.text.includes(inner.text) && readNames(inner).length > 0);
    if (within) continue;
    for (const name of readNames(mark)) if (!names.includes(name)) names.push(name);
  }
  return names;
}

function readNames(mark: AuthorMark): string[] {
  return readAuthorNames(mark.text, { trusted: mark.strong, marked: true });
}
