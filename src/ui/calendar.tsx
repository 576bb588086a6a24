/** A month as a table; a day that has a summary is a link, the day being read is marked. */
import { dayOfMonth, firstWeekday, fullDay, monthAndYear, numberIn, weekday } from '#locales/dates.ts';

export interface CalendarProps {
  year: number;
  month: number;
  days: { date: string; path: string | null; current: boolean }[];
  previousMonth: string | null;
  nextMonth: string | null;
  lang: string;
  labels: { previousMonth: string; nextMonth: string; calendar: string };
}

export function Calendar(props: CalendarProps) {
  const { year, month, lang, labels } = props;
  const known = new Map(props.days.map((day) => [day.date, day]));
  const weeks = weeksOf(year, month, firstWeekday(lang));
  const names = (weeks[1] ?? []).map((date) => weekday(date ?? '', lang));
  return (
    <nav class="calendar" aria-label={labels.calendar}>
      <table>
        <caption>
          <Turn href={props.previousMonth} label={labels.previousMonth} rel="prev" />
          <span>{monthAndYear(year, month, lang)}</span>
          <Turn href={props.nextMonth} label={labels.nextMonth} rel="next" />
        </caption>
        <thead>
          <tr>
            {names.map((name) => (
              <th scope="col" abbr={name}>
                {initials(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr>
              {week.map((date) => {
                if (!date) return <td />;
                const day = known.get(date);
                const number = numberIn(dayOfMonth(date), lang);
                if (!day?.path) return <td>{number}</td>;
                return (
                  <td>
                    <a href={day.path} aria-label={fullDay(date, lang)} aria-current={day.current ? 'date' : null}>
                      {number}
                    </a>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </nav>
  );
}

function Turn({ href, label, rel }: { href: string | null; label: string; rel: 'prev' | 'next' }) {
  if (!href) return <span />;
  return (
    <a class={rel} href={href} rel={rel} aria-label={label}>
      {rel === 'prev' ? '‹' : '›'}
    </a>
  );
}

/** Two letters are enough in a Latin script; Arabic names of days are told apart by the word without its article. */
function initials(name: string): string {
  return name.startsWith('ال') ? name.slice(2, 5) : name.slice(0, 2);
}

/** Rows of seven days, each an ISO date or null outside the month; `first` is 1 for Monday … 7 for Sunday. */
function weeksOf(year: number, month: number, first: number): (string | null)[][] {
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const opens = new Date(Date.UTC(year, month - 1, 1)).getUTCDay() || 7;
  const cells: (string | null)[] = Array.from({ length: (opens - first + 7) % 7 }, () => null);
  const prefix = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
  for (let day = 1; day <= length; day++) cells.push(`${prefix}-${String(day).padStart(2, '0')}`);
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
