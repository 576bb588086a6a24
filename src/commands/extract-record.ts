import type { ParseTasks } from '../worker/parse-tasks.ts';

type Article = ReturnType<ParseTasks['extract-article']>;

/** A page as `daybook extract` prints it. The contract is docs/contracts/extract.md. */
export interface ExtractRecord {
  title: string | null;
  author: string | null;
  date: string | null;
  text: string;
  html: string;
  image: string | null;
  lang: string | null;
  url: string | null;
  authors: string[];
  datePrecision: 'day' | 'minute' | null;
  day: string | null;
}

export function toExtractRecord(article: Article): ExtractRecord {
  return {
    title: article.title === '' ? null : article.title,
    author: article.byline,
    date: article.datePrecision === 'minute' ? article.publishedAt : article.publishedOn,
    text: article.text,
    html: article.html,
    image: article.image,
    lang: article.lang,
    url: article.url,
    authors: article.authors,
    datePrecision: article.datePrecision,
    day: article.publishedOn,
  };
}
