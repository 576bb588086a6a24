import { withArticles } from '#lib/text/headline-articles.ts';
import { readCase } from '#lib/text/headline-case.ts';
import { readHeadline } from '#lib/text/headline-statement.ts';

/** A lede that takes longer is no lede. */
const mostWords = 60;

/**
 * "We review the key developments in Syria, including the U.N. calling for a truce and rebels leaving Homs." Headings whose verbs cannot
 * surely be put into that form stand as they are, behind a colon. Articles are put back where the `texts` have them. What states nothing, as a question does, is left to its
 * section while there is another heading. What stands in small letters in the `texts` names nobody.
 */
export function englishLede(place: string, headings: string[], texts: Iterable<string>): string {
  const reports = [...texts];
  const known = readCase(reports);
  const opening = `We review the key developments in ${place}`;
  const all = headings.map((heading) => readHeadline(heading, known));
  const stated = all.filter(({ states }) => states);
  const items = stated.length > 0 ? stated : all;
  if (items.length === 0) return `${opening}.`;
  const phrases = items.flatMap(({ phrase }) => phrase ?? []);
  const includes = phrases.length === items.length;
  const told = (includes ? phrases : items.map(({ text }) => text.replace(/[?!.]+$/u, ''))).map((item) =>
    withArticles(item, reports),
  );
  const room = mostWords - opening.split(' ').length;
  while (told.length > 1 && told.join(' ').split(/\s+/u).length > room) told.pop();
  return `${opening}${includes ? ', including' : ':'} ${joined(told, includes)}.`.replace(
    /(?<=[\p{L}\p{N}])”\.$/u,
    '.”',
  );
}

/** "A, B and C"; semicolons between clauses, and where one has a comma of its own. */
function joined(items: string[], isPhrases: boolean): string {
  if (items.length < 2) return items.join('');
  const mark = !isPhrases || items.some((item) => /[,;:]/u.test(item)) ? ';' : '';
  return `${items.slice(0, -1).join(mark ? '; ' : ', ')}${mark} and ${items.at(-1) ?? ''}`;
}
