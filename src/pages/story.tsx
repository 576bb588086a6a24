/** Under a section: the days on which the same story was told before, and after. */
import { dayAndMonth, longDay } from '#locales/dates.ts';
import { wordsOf } from '#locales/locales.ts';
import { Isolated } from './sentence.tsx';
import type { StoryView, ToldView } from './text-view.ts';

export function Story({ story, lang }: { story: StoryView; lang: string }) {
  const { copy } = wordsOf(lang);
  return (
    <div class="story">
      <Days name={copy.toldBefore} days={story.before} lang={lang} />
      {story.earliest && (
        <p>
          {copy.toldEarliest} <a href={story.earliest.path}>{longDay(story.earliest.date, lang)}</a>
        </p>
      )}
      <Days name={copy.toldAfter} days={story.after} lang={lang} />
    </div>
  );
}

function Days({ name, days, lang }: { name: string; days: ToldView[]; lang: string }) {
  if (days.length === 0) return null;
  return (
    <>
      <p>
        <b>{name}</b>
      </p>
      <ul>
        {days.map(({ path, date, heading }) => (
          <li>
            <a href={path}>
              <Isolated text={heading} lang={lang} />
            </a>{' '}
            <small>{dayAndMonth(date, lang)}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
