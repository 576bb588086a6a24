import type { Genre, NotNews } from '#developments/developments.ts';

const genres: Record<Genre, string> = {
  comment: 'comment',
  feature: 'feature or analysis',
  gathering: 'live page or digest',
};

const signs: Record<NotNews['by'], string> = {
  headline: 'by its headline',
  address: 'by its address',
  notice: 'as it says itself',
  voice: 'by how it is written',
};

/** "comment, by how it is written": what a report is that is no news, and what told so. */
export function genreWords({ genre, by }: NotNews): string {
  return `${genres[genre]}, ${signs[by]}`;
}
