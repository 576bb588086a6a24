import { languageAttributes } from '#ui/direction.ts';
import { Choose, Reports } from './day-development.tsx';
import type { DevelopmentView } from './read-day.ts';
import { counted } from './words.ts';

/** What no news report tells stands below the developments, and can be told all the same. */
export function Apart({
  developments,
  rest,
  added,
  path,
}: {
  developments: DevelopmentView[];
  rest: number;
  added: string | null;
  path: string;
}) {
  return (
    <section class="apart">
      <h2>Comment, features and live pages</h2>
      <p class="hint">
        No news report tells these. They count as nobody’s voice, and no draft takes them by itself. Tick one to tell it
        all the same.
      </p>
      <ul class="developments">
        {developments.map((development) => (
          <ApartDevelopment development={development} added={added} />
        ))}
      </ul>
      {rest > 0 && (
        <p class="more">
          <a href={`${path}?all`}>Show {counted(rest, 'more', 'more')} of them</a>
        </p>
      )}
    </section>
  );
}

/** What no news report tells: its headline, who publishes it, and what says that it is no news. */
function ApartDevelopment({ development, added }: { development: DevelopmentView; added: string | null }) {
  const { headline, reports } = development;
  return (
    <li class="development" id={development.id} data-development tabindex={-1}>
      <Choose development={development} />
      <div class="telling">
        <h3 {...languageAttributes(headline.lang, 'en')}>{headline.text}</h3>
        <p class="voices">
          {reports.map(({ outlet, genre }, index) => (
            <>
              {index > 0 && '; '}
              <b>
                <bdi>{outlet}</bdi>
              </b>
              {genre !== null && `: ${genre}`}
            </>
          ))}
        </p>
        <Reports reports={reports} open={false} added={added} />
      </div>
    </li>
  );
}
