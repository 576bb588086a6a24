import type { PieceCard, PublicationHomeView, PublicationView } from './view.ts';

const daysShown = 6;

export interface HomeWeek {
  /** The days back from the latest summary, where the home goes by days: that of a publication which goes on. */
  days: string[] | null;
  /** The summaries before the latest that the home shows. */
  cards: PieceCard[];
}

export function homeWeek({ status }: PublicationView, { latest, recent }: PublicationHomeView): HomeWeek {
  const before = recent.filter(({ path }) => path !== latest?.path);
  const last = latest?.date ?? null;
  if (status !== 'active' || before.length === 0 || last === null) return { days: null, cards: before };
  const days = Array.from({ length: daysShown }, (_, index) => dayBefore(last, index + 1));
  return { days, cards: before.filter(({ date }) => date !== null && days.includes(date)) };
}

function dayBefore(day: string, days: number): string {
  return Temporal.PlainDate.from(day).subtract({ days }).toString();
}
