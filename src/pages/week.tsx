/** The week at a glance: each day back from the latest summary, with what it said, or that there was none. */
import { fullDay } from '#locales/dates.ts';
import { wordsOf } from '#locales/locales.ts';
import { listPath } from './paths.ts';
import { Card, Day } from './piece-cards.tsx';
import type { PieceCard, PublicationView } from './view.ts';

interface WeekProps {
  publication: PublicationView;
  days: string[];
  /** The summaries of those days that had one. */
  cards: PieceCard[];
}

export function Week({ publication, days, cards }: WeekProps) {
  const { lang } = publication;
  const { copy } = wordsOf(lang);
  return (
    <section class="recent" aria-labelledby="week">
      <h2 id="week">{copy.week}</h2>
      <ol>
        {days.map((day) => {
          const card = cards.find(({ date }) => date === day);
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
