import { dayAndMonth, longDay } from '#locales/dates.ts';
import type { Publication } from '#publications/publications.ts';
import { mayIn, type StaffMember } from '#staff/staff.ts';
import { languageAttributes } from '#ui/direction.ts';
import type { Desk } from './desk-context.ts';
import { deskPage } from './desk-frame.tsx';
import type { ListedStoryline, StoryDevelopmentView, StorylineName, StorylineView } from './read-storylines.ts';
import { countedWords } from './story-words.ts';
import { capital, counted, dayFrom, listed } from './words.ts';

interface ListView {
  storylines: ListedStoryline[];
  today: string;
  /** The addresses of the pages before and after; null: there is none. */
  newer: string | null;
  older: string | null;
  dayOf: (instant: string) => string;
}

/** The storylines that go on: those that are followed, then the latest. */
export function storylinesPage(desk: Desk, staff: StaffMember, publication: Publication, view: ListView): string {
  const path = `/desk/${publication.slug}/storylines`;
  return deskPage(
    desk,
    { title: `Storylines · ${publication.name}`, staff, publication, current: 'storylines' },
    <div class="storylines">
      <h1>Storylines</h1>
      <p class="soft">
        Developments that go on from each other, over days and months. Daybook links them by what they share; you have
        the last word.
      </p>
      {view.storylines.length === 0 ? (
        <p class="empty">
          No storyline yet. One begins when a development goes on from an earlier one; then it stands here, and under
          each of its developments on the page of the day.
        </p>
      ) : (
        <ul class="storyline-list">
          {view.storylines.map(({ id, name, developments, followed, firstAt, lastAt }) => (
            <li>
              <a href={`${path}/${id}`}>
                <Name name={name} />
              </a>
              <p class="soft">
                {followed && <b class="tag">followed</b>} {capital(counted(developments, 'development'))},{' '}
                {view.dayOf(firstAt) === view.dayOf(lastAt)
                  ? dayFrom(view.dayOf(lastAt), view.today)
                  : `${dayAndMonth(view.dayOf(firstAt), 'en')} to ${dayFrom(view.dayOf(lastAt), view.today)}`}
              </p>
            </li>
          ))}
        </ul>
      )}
      {(view.newer ?? view.older) !== null && (
        <nav class="pages" aria-label="Pages">
          {view.newer && (
            <a href={view.newer} rel="prev">
              Newer
            </a>
          )}
          {view.older && (
            <a href={view.older} rel="next">
              Older
            </a>
          )}
        </nav>
      )}
    </div>,
  );
}

function Name({ name }: { name: StorylineName }) {
  return <bdi {...languageAttributes(name.lang, 'en')}>{name.text}</bdi>;
}

const saidWords: Record<string, string> = {
  done: 'Done. What comes in later is compared with the storyline as it is now.',
  named: 'The storyline has its name.',
  followed: 'You follow it: its developments stand higher on the day’s page.',
  'let-go': 'It is followed no more.',
  alone: 'It is all that the storyline has: there is nothing to take out.',
  same: 'They are in it already.',
  none: 'Nothing was ticked.',
};

interface Shown {
  today: string;
  said: string | null;
}

export function storylinePage(
  desk: Desk,
  staff: StaffMember,
  publication: Publication,
  view: StorylineView,
  { today, said }: Shown,
): string {
  const may = mayIn(staff, 'arrange storylines', publication.slug);
  const words = saidWords[said ?? ''];
  const action = `/desk/${publication.slug}/storylines/${view.id}`;
  return deskPage(
    desk,
    { title: `${view.name.text} · Storylines · ${publication.name}`, staff, publication, current: 'storylines' },
    <div class="storylines">
      <p class="back">
        <a href={`/desk/${publication.slug}/storylines`}>← Storylines</a>
      </p>
      <h1 {...languageAttributes(view.name.lang, 'en')}>{view.name.text}</h1>
      <p class="soft">
        {!view.name.named && 'It has no name yet; this is the headline that it began with. '}
        {capital(counted(view.developments.length, 'development'))}
        {view.followed && ', followed'}.
      </p>
      {words && (
        <p class={said === 'alone' || said === 'none' ? 'notice' : 'notice good'} role="status">
          {words}
        </p>
      )}
      {may && (
        <div class="describe">
          <form method="post" action={`${action}/name`}>
            <label>
              Name{' '}
              <input name="name" value={view.name.named ? view.name.text : ''} maxlength={120} autocomplete="off" />
            </label>
            <button class="button">Save</button>
          </form>
          <form method="post" action={`${action}/${view.followed ? 'let-go' : 'follow'}`}>
            <button class="button">{view.followed ? 'Follow it no more' : 'Follow it'}</button>
          </form>
        </div>
      )}
      <Figures view={view} today={today} />
      <form method="post" action={`${action}/take-out`} class="story-developments">
        <h2>Developments</h2>
        <ol>
          {view.developments.map((development) => (
            <Development development={development} publication={publication} choose={may} />
          ))}
        </ol>
        {may && <Arrange view={view} action={action} />}
      </form>
      <section>
        <h2>Published pieces that tell it</h2>
        {view.pieces.length === 0 ? (
          <p class="soft">None yet.</p>
        ) : (
          <ul class="telling-pieces">
            {view.pieces.map(({ id, title, lang, dated }) => (
              <li>
                {dated && <time datetime={dated}>{longDay(dated, 'en')}</time>}{' '}
                <a href={`/desk/piece/${id}`} {...languageAttributes(lang, 'en')}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>,
  );
}

function Development({
  development,
  publication,
  choose,
}: {
  development: StoryDevelopmentView;
  publication: Publication;
  choose: boolean;
}) {
  const { id, on, headline, outlets, from, decidedBy } = development;
  const own = languageAttributes(headline.lang, 'en');
  return (
    <li>
      <label class="choose">
        {choose && <input type="checkbox" name="development" value={id} aria-label={headline.text} />}
      </label>
      <div>
        <time datetime={on}>{longDay(on, 'en')}</time>
        <h3 {...own}>
          <a href={`/desk/${publication.slug}/${on}?all#${encodeURIComponent(id)}`}>{headline.text}</a>
        </h3>
        <p class="soft">
          <bdi>{listed(outlets)}</bdi>. {decidedBy === 'editor' && 'Put here by an editor.'}
          {from && (
            <>
              Goes on from “<bdi {...languageAttributes(from.headline.lang, 'en')}>{from.headline.text}</bdi>”,{' '}
              {from.sure}% sure.
            </>
          )}
          {decidedBy === 'placing' && !from && 'It began a storyline.'}
        </p>
      </div>
    </li>
  );
}

function Arrange({ view, action }: { view: StorylineView; action: string }) {
  return (
    <div class="arrange">
      {view.developments.length > 1 && <button class="button">Take those ticked out</button>}
      {view.others.length > 0 && (
        <p>
          <label>
            Another storyline{' '}
            <select name="into">
              {view.others.map(({ id, name }) => (
                <option value={id}>{name.text}</option>
              ))}
            </select>
          </label>{' '}
          {view.developments.length > 1 && (
            <button class="button" formaction={`${action}/move`}>
              Move those ticked into it
            </button>
          )}{' '}
          <button class="button" formaction={`${action}/merge`}>
            Make all of this part of it
          </button>
        </p>
      )}
    </div>
  );
}

function Figures({ view, today }: { view: StorylineView; today: string }) {
  if (view.figures.length === 0) return null;
  return (
    <section>
      <h2>Figures</h2>
      <p class="soft">As reports opened with them, where they differ from the one before. Nobody has checked them.</p>
      <dl class="figures">
        {view.figures.map(({ of, values }) => (
          <div>
            <dt>{countedWords[of]}</dt>
            <dd>
              <ol>
                {values.map(({ value, outlet, on }) => (
                  <li>
                    <b>{value.toLocaleString('en')}</b>{' '}
                    <span class="soft">
                      {dayFrom(on, today)}, <bdi>{outlet}</bdi>
                    </span>
                  </li>
                ))}
              </ol>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
