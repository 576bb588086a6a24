/** Pieces in a list: the day in the margin where the list goes by days, the title, and what is in it. */
import { dayOfMonth, knownDate, monthAndYear, numberIn, weekday } from '#locales/dates.ts';
import { languageAttributes } from '#ui/direction.ts';
import { wordsOf } from '#locales/locales.ts';
import { Phrased } from '#ui/phrase.tsx';
import { gathers } from '#pieces/pieces.ts';
import { kindNames } from './kind-names.ts';
import { Isolated } from './sentence.tsx';
import { Sponsor } from './sponsor.tsx';
import { namesOnCard } from './names-on-card.ts';
import type { PieceCard } from './view.ts';

interface CardsProps {
  cards: PieceCard[];
  lang: string;
  /** Of several kinds: each card says its own. */
  mixed?: boolean;
}

/** Under the name of each month; what has no date at all stands together, without a name where nothing has one. */
export function PieceMonths({ cards, lang, mixed = false }: CardsProps) {
  const { copy } = wordsOf(lang);
  const groups = groupsOf(cards);
  if (groups.length === 1 && groups[0]?.of === null)
    return <PieceCards cards={cards} lang={lang} level="h2" mixed={mixed} />;
  return (
    <>
      {groups.map(({ of, cards: within }) => (
        <section class="month-list">
          <h2>{of === null ? copy.undated : nameOf(of, lang)}</h2>
          <ol>
            {within.map((card) => (
              <Card card={card} lang={lang} level="h3" mixed={mixed} margin />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

/** Summaries without months; every title names its own. */
export function PieceDays({ cards, lang }: Pick<CardsProps, 'cards' | 'lang'>) {
  return (
    <ol>
      {cards.map((card) => (
        <Card card={card} lang={lang} level="h3" mixed={false} margin />
      ))}
    </ol>
  );
}

/** In their order, without a margin: each card says its own date. */
export function PieceCards({ cards, lang, level, mixed = false }: CardsProps & { level: 'h2' | 'h3' }) {
  return (
    <ol>
      {cards.map((card) => (
        <Card card={card} lang={lang} level={level} mixed={mixed} margin={false} />
      ))}
    </ol>
  );
}

interface CardProps {
  card: PieceCard;
  lang: string;
  level: 'h2' | 'h3';
  mixed: boolean;
  margin: boolean;
}

export function Card({ card, lang, level, mixed, margin }: CardProps) {
  const Title = level;
  const titled = card.kind !== 'summary';
  return (
    <li class={titled ? 'card titled' : 'card'} {...languageAttributes(card.lang, lang)}>
      {margin && <Day date={card.date} lang={lang} />}
      <div>
        <Sponsor sponsor={card.sponsor} lang={card.lang} plain />
        <Title>
          <a href={card.path}>
            <Isolated text={card.title} lang={card.lang} />
          </a>
        </Title>
        <What card={card} />
        <About card={card} mixed={mixed} dated={!margin} />
      </div>
    </li>
  );
}

export function Day({ date, lang }: { date: PieceCard['date']; lang: string }) {
  return (
    <p class="day" aria-hidden="true">
      {date?.length === 10 && (
        <>
          <b>{numberIn(dayOfMonth(date), lang)}</b> {weekday(date, lang)}
        </>
      )}
    </p>
  );
}

/** A summary's developments, another piece's lede. */
function What({ card }: { card: PieceCard }) {
  if (card.headings.length === 0)
    return card.lede ? (
      <p>
        <Isolated text={card.lede} lang={card.lang} />
      </p>
    ) : null;
  return (
    <ul>
      {card.headings.map((heading) => (
        <li>
          <Isolated text={heading} lang={card.lang} />
        </li>
      ))}
    </ul>
  );
}

function About({ card, mixed, dated }: { card: PieceCard; mixed: boolean; dated: boolean }) {
  const { copy, readTime, byline } = wordsOf(card.lang);
  const { authors, date, kind } = card;
  const people = namesOnCard(authors).map((name) => ({
    name,
    title: null,
  }));
  const parts = [
    mixed && copy[kindNames[kind]],
    dated && date && <time datetime={date}>{knownDate(date, card.lang)}</time>,
    people.length > 0 && <Phrased phrase={byline('author', people, authors.length - people.length)} />,
    !gathers(kind) && kind !== 'page' && readTime(card.readMinutes),
  ].filter(Boolean);
  if (parts.length === 0 && !card.corrected) return null;
  return (
    <p class="about">
      {parts.map((part, index) => (
        <>
          {index > 0 && ' · '}
          {part}
        </>
      ))}
      {card.corrected && <b class="warning">{copy.corrected}</b>}
    </p>
  );
}

function nameOf(group: string, lang: string): string {
  return group.length === 4
    ? knownDate(group, lang)
    : monthAndYear(Number(group.slice(0, 4)), Number(group.slice(5)), lang);
}

/** Cards as they come, cut where the month changes: `2016-08`, `2016` where no more is known, null without a date. */
function groupsOf(cards: PieceCard[]): { of: string | null; cards: PieceCard[] }[] {
  const groups: { of: string | null; cards: PieceCard[] }[] = [];
  for (const card of cards) {
    const of = card.date?.slice(0, 7) ?? null;
    const last = groups.at(-1);
    if (last && last.of === of) last.cards.push(card);
    else groups.push({ of, cards: [card] });
  }
  return groups;
}
