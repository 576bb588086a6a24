import type { Person } from './locale.ts';
import type { Phrase } from './phrase.ts';

export interface BylineWords {
  /** "By" */
  by: string;
  comma: string;
  /** Between people of whom one has a title with its comma: "; ". */
  semicolon: string;
  /** " and " */
  and: string;
  /** "three others", of people who are named elsewhere on the page; null: of none. */
  others: string | null;
}

/** "By Oona Firth, harbour reporter; and Bela Tarn" */
export function byline(people: Person[], words: BylineWords): Phrase {
  const titled = people.some(({ title }) => title);
  const mark = titled ? words.semicolon : words.comma;
  const parts = people.map(({ name, title, path = null }): Phrase => [
    { name, href: path },
    ...(title ? [`${words.comma}${title}`] : []),
  ]);
  if (words.others !== null) parts.push([words.others]);
  return [
    `${words.by} `,
    ...parts.flatMap((part, index): Phrase => {
      if (index === 0) return part;
      const last = index === parts.length - 1;
      return [last ? `${titled ? mark.trimEnd() : ''}${words.and}` : mark, ...part];
    }),
  ];
}
