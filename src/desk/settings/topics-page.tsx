import { textIn, firstLanguage, type Publication, type Topic } from '#publications/publications.ts';
import type { StaffMember } from '#staff/staff.ts';
import { languageAttributes } from '#ui/direction.ts';
import type { Desk } from '../desk-context.ts';
import { deskPage } from '../desk-frame.tsx';
import { capital, counted } from '../words.ts';
import type { SettingField, Typed } from './setting.ts';
import { FieldGroupOf } from './setting-fields.tsx';
import { topicFields, topicsVersion, typedTopic } from './topic-deeds.ts';

/** What became of an act: `at` is the topic's slug, or `new`. */
export type TopicsShown =
  | { kind: 'said'; words: string; at: string | null }
  | { kind: 'wrong'; at: string; typed: Typed; wrong: Typed }
  | { kind: 'changed-meanwhile'; at: string; typed: Typed };

interface TopicsView {
  publication: Publication;
  /** Live pieces by topic. */
  pieces: Map<string, number>;
  shown: TopicsShown | null;
}

export function topicsPage(desk: Desk, staff: StaffMember, view: TopicsView): string {
  const { publication, shown } = view;
  const { topics, merged } = publication;
  const parts = merged.filter(({ kind }) => kind === 'topic');
  const failed = shown?.kind === 'wrong' || shown?.kind === 'changed-meanwhile';
  return deskPage(
    desk,
    { title: `${failed ? 'Not done · ' : ''}Topics · ${publication.name}`, staff, publication, current: 'settings' },
    <div class="form settings">
      <p class="soft">
        <a href={`/desk/${publication.slug}/settings`}>Settings</a>
      </p>
      <h1>Topics</h1>
      <p class="soft">
        In the order in which readers see them: on the home, at every page’s foot, in the search form. Their addresses
        never change.
      </p>
      {shown?.kind === 'said' && (
        <p class="notice good" role="status">
          {shown.words}
        </p>
      )}
      {shown?.kind === 'changed-meanwhile' && (
        <p class="notice" role="alert">
          <b>Nothing was done: somebody else changed the topics while you were at it.</b> This is how they stand now;
          what you wrote is still in its fields.
        </p>
      )}
      {topics.length === 0 && (
        <section class="teach">
          <h2>There is no topic yet</h2>
          <p>
            A topic gathers pieces of every kind on a page of its own, with feeds. Five to eight that last serve better
            than thirty.
          </p>
        </section>
      )}
      <ol class="entries">
        {topics.map((topic, index) => (
          <Entry topic={topic} index={index} view={view} />
        ))}
      </ol>
      <NewTopic view={view} />
      {parts.length > 0 && (
        <section aria-labelledby="parts">
          <h2 id="parts">Merged</h2>
          <ul>
            {parts.map(({ from, into }) => (
              <li>
                <code>/{`${publication.slug}/${from}`}</code> leads to <code>/{`${publication.slug}/${into}`}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>,
  );
}

function Entry({ topic, index, view }: { topic: Topic; index: number; view: TopicsView }) {
  const { publication, pieces, shown } = view;
  const { slug } = topic;
  const first = firstLanguage(publication);
  const action = (act: string) =>
    `/desk/${publication.slug}/settings/topics/${encodeURIComponent(slug)}/${act}#${encodeURIComponent(slug)}`;
  const base = <input type="hidden" name="base" value={topicsVersion(publication)} />;
  const mine = shown && shown.at === slug ? shown : null;
  const typed =
    mine && mine.kind !== 'said' && mine.typed[`name.${first}`] !== undefined
      ? mine.typed
      : typedTopic(publication, topic);
  const wrong = mine?.kind === 'wrong' ? mine.wrong : {};
  const name = textIn(publication, topic.name, first) ?? slug;
  const count = pieces.get(slug) ?? 0;
  const others = publication.topics.filter((each) => each.slug !== slug);
  return (
    <li id={slug}>
      <details open={mine !== null && mine.kind !== 'said'}>
        <summary>
          <b {...languageAttributes(first, 'en')}>{name}</b>{' '}
          <span class="soft">
            {capital(counted(count, 'live piece'))} · /{publication.slug}/{slug}
          </span>
        </summary>
        <form method="post" action={action('save')}>
          {base}
          <FieldGroupOf
            group={{ legend: null, fields: topicFields(publication) }}
            of={slug}
            {...{ typed, wrong }}
            beside={null}
            focus={Object.keys(wrong)[0] ?? null}
          />
          <button class="strong" aria-label={`Save: ${name}`}>
            Save
          </button>
        </form>
        {others.length > 0 && (
          <form method="post" action={action('merge')} class="apart">
            {base}
            <FieldGroupOf
              group={{ legend: null, fields: [mergeField(publication, others, count)] }}
              of={slug}
              typed={{}}
              {...{ wrong }}
              beside={null}
              focus={null}
            />
            <button class="button" aria-label={`Merge: ${name}`}>
              Merge
            </button>
          </form>
        )}
        {wrong.delete !== undefined && <p class="wrong">{wrong.delete}</p>}
        {count === 0 && (
          <form method="post" action={action('delete')} class="apart">
            {base}
            <button class="button" aria-label={`Delete this topic: ${name}`}>
              Delete this topic
            </button>
          </form>
        )}
      </details>
      <div class="order">
        {(['up', 'down'] as const).map((way) => (
          <form method="post" action={action(way)}>
            {base}
            <button
              class="button"
              aria-label={`Move ${way}: ${name}`}
              disabled={way === 'up' ? index === 0 : index === publication.topics.length - 1}
            >
              {way === 'up' ? '↑' : '↓'}
            </button>
          </form>
        ))}
      </div>
    </li>
  );
}

function mergeField(publication: Publication, others: Topic[], count: number): SettingField {
  const first = firstLanguage(publication);
  return {
    name: 'into',
    label: 'Make it part of',
    as: 'select',
    options: [
      { value: '', label: 'choose a topic' },
      ...others.map(({ slug, name }) => ({ value: slug, label: textIn(publication, name, first) ?? slug })),
    ],
    hint: `Its ${counted(count, 'live piece')} ${count === 1 ? 'moves' : 'move'} there at once, and its address and feeds lead there for good. This cannot be taken back.`,
  };
}

function NewTopic({ view: { publication, shown } }: { view: TopicsView }) {
  const mine = shown && shown.at === 'new' && shown.kind !== 'said' ? shown : null;
  const wrong = mine?.kind === 'wrong' ? mine.wrong : {};
  const fields: SettingField[] = [
    ...topicFields(publication),
    {
      name: 'slug',
      label: 'Address',
      as: 'line',
      hint: `What follows /${publication.slug}/ in it. Left empty, it is made of the name.`,
    },
  ];
  return (
    <section aria-labelledby="new-topic" id="new">
      <h2 id="new-topic">Add a topic</h2>
      <form method="post" action={`/desk/${publication.slug}/settings/topics#new`}>
        <FieldGroupOf
          group={{ legend: null, fields }}
          of="new"
          typed={mine?.typed ?? {}}
          {...{ wrong }}
          beside={null}
          focus={Object.keys(wrong)[0] ?? null}
        />
        <button class="strong">Add the topic</button>
      </form>
    </section>
  );
}
