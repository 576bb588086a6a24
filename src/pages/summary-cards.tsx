/** Summaries in a list: the day in the margin, then what happened on it. */
import { dayOfMonth, monthAndYear, weekday } from '#ui/dates.ts';
import { languageAttributes } from '#ui/direction.ts';
import { wordsOf } from '#ui/locale.ts';
import { Isolated } from './sentence.tsx';
import type { SummaryCard } from './view.ts';

interface CardsProps {
  cards: SummaryCard[];
  lang: string;
}

/** Under the name of each month. */
export function SummaryMonths({ cards, lang }: CardsProps) {
  return (
    <>
      {monthsOf(cards).map(({ year, month, cards: inMonth }) => (
        <section class="month-list">
          <h2>{monthAndYear(year, month, lang)}</h2>
          <SummaryDays cards={inMonth} lang={lang} />
        </section>
      ))}
    </>
  );
}

/** Without months; every title names its own. */
export function SummaryDays({ cards, lang }: CardsProps) {
  return (
    <ol>
      {cards.map((card) => (
        <Card card={card} lang={lang} />
      ))}
    </ol>
  );
}

function Card({ card, lang }: { card: SummaryCard; lang: string }) {
  const { copy, readTime } = wordsOf(lang);
  return (
    <li class="card" {...languageAttributes(card.lang, lang)}>
      <p class="day" aria-hidden="true">
        <b>{dayOfMonth(card.date)}</b> {weekday(card.date, lang)}
      </p>
      <div>
        <h3>
          <a href={card.path}>{card.title}</a>
        </h3>
        {card.headings.length > 0 ? (
          <ul>
            {card.headings.map((heading) => (
              <li>
                <Isolated text={heading} lang={card.lang} />
              </li>
            ))}
          </ul>
        ) : (
          <p>
            <Isolated text={card.lede} lang={card.lang} />
          </p>
        )}
        <p class="about">
          {readTime(card.readMinutes)}
          {card.corrected && <b class="warning">{copy.corrected}</b>}
        </p>
      </div>
    </li>
  );
}

/** Cards as they come, cut where the month changes. */
function monthsOf(cards: SummaryCard[]): { year: number; month: number; cards: SummaryCard[] }[] {
  const months: { year: number; month: number; cards: SummaryCard[] }[] = [];
  for (const card of cards) {
    const [year, month] = [Number(card.date.slice(0, 4)), Number(card.date.slice(5, 7))];
    const last = months.at(-1);
    if (last?.year === year && last.month === month) last.cards.push(card);
    else months.push({ year, month, cards: [card] });
  }
  return months;
}
