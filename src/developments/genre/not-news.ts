import type { Report } from '#wires/wires.ts';
import { addressSigns, type Genre, headlineSigns, noticeSigns, type Sign } from './signs.ts';
import { hearOpinion } from './voice.ts';

/** What a report is that tells no event of the day by itself. `by`: what said so. */
export interface NotNews {
  genre: Genre;
  by: 'headline' | 'address' | 'notice' | 'voice';
}

/** A page says what it is within so many characters of its start or its end. */
const noticeCharacters = 700;
/** From this likelihood on a text is taken to argue. */
const leastArguing = 0.6;

/**
 * What a report is, where it tells no event by itself; null: news, as far as can be seen. Asked are its headline, its
 * address, what the page says of itself and, in English, how it is written.
 */
export function notNews(report: Pick<Report, 'title' | 'body' | 'url' | 'lang'>): NotNews | null {
  const said = findSign(report);
  if (said !== null || !/^en\b/u.test(report.lang)) return said;
  const arguing = hearOpinion(report);
  return arguing !== null && arguing >= leastArguing ? { genre: 'comment', by: 'voice' } : null;
}

/** What its headline, its address or the page itself says that it is; null: nothing. */
export function findSign({ title, body, url }: Pick<Report, 'title' | 'body' | 'url'>): NotNews | null {
  return (
    find(headlineSigns, title.trim(), 'headline') ??
    find(addressSigns, pathOf(url), 'address') ??
    find(noticeSigns, body.slice(0, noticeCharacters), 'notice') ??
    find(noticeSigns, body.slice(noticeCharacters).slice(-noticeCharacters), 'notice')
  );
}

function find(signs: readonly Sign[], text: string, by: NotNews['by']): NotNews | null {
  const sign = signs.find(([, pattern]) => pattern.test(text));
  return sign === undefined ? null : { genre: sign[0], by };
}

function pathOf(url: string | null): string {
  return url !== null && URL.canParse(url) ? new URL(url).pathname.toLowerCase() : '';
}
