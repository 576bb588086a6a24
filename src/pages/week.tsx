/** The week at a glance: each day back from the latest summary, with what it said, or that there was none. */
import { fullDay } from '#locales/dates.ts';
import { wordsOf } from '#locales/locales.ts';
import { listPath } from './paths.ts';
import { Card, Day } from './piece-cards.tsx';
import type { PieceCard, PublicationView } from './view.ts';

interface WeekProps {
  publication: PublicationView;
  /** The day of the latest summary, which stands whole above. */
  latest: string;
  /** The summaries before it. */
  before: PieceCard[];
}

const daysShown = 6;

export function Week({ publication, latest, before }: WeekProps) {
  const { lang } = publication;
  const { copy } = wordsOf(lang);
  const days = Array.from({ length: daysShown }, (_, index) => dayBefore(latest, index + 1));
  return (
    <section class="recent" aria-labelledby="week">
      <h2 id="week">{copy.week}</h2>
      <ol>
        {days.map((day) => {
          const card = before.find(({ date }) => date === day);
          if (card) return <Card card={card} lang={lang} level="h3" mixed={false} margin />;
          return (
            <li class="card">
              <Day date={day} lang={lang} />
              <p class="about">
                <time datetime={day}>{fullDay(day, lang)}</time>: {copy.noSummaryDay}
              </p>
            </li>
          );
        })}
      </ol>
      <p>
        <a href={listPath(publication, 'summary')}>{copy.allSummaries}</a>
      </p>
    </section>
  );
}

function dayBefore(day: string, days: number): string {
  return Temporal.PlainDate.from(day).subtract({ days }).toString();
}
