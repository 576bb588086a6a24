import {
  type DayDevelopment,
  defaultWeights,
  rankParts,
  type Taught,
  weightLimits,
} from '#developments/developments.ts';
import { fullDay } from '#locales/dates.ts';
import { firstLanguage, type Publication } from '#publications/publications.ts';
import type { StaffMember } from '#staff/staff.ts';
import { languageAttributes } from '#ui/direction.ts';
import type { Desk } from '../desk-context.ts';
import { deskPage } from '../desk-frame.tsx';
import { headlineOf } from '../read-day.ts';
import { counted } from '../words.ts';
import { partWords, rankSetting } from './rank-setting.ts';
import { type Typed, versionOf } from './setting.ts';

export interface RankView {
  publication: Publication;
  /** What stands in the fields. */
  typed: Typed;
  wrong: Typed;
  shown: 'saved' | 'default' | 'forgotten' | 'tried' | 'wrong' | 'changed-meanwhile' | null;
  /** What it was when the fields were filled. */
  base: string | null;
  /** The latest day with reports, as the fields order it, and where each stood by what is saved. */
  preview: { day: string; developments: DayDevelopment[]; stood: Map<string, number> } | null;
  taught: Taught;
}

const mostShown = 15;

/** The weights of a day's order, and what they make of the latest day. */
export function rankPage(desk: Desk, staff: StaffMember, view: RankView): string {
  const { publication, typed, wrong, shown } = view;
  const action = `/desk/${publication.slug}/settings/ranking`;
  const failed = shown === 'wrong' || shown === 'changed-meanwhile';
  return deskPage(
    desk,
    {
      title: `${failed ? 'Not saved · ' : ''}Order of the day · ${publication.name}`,
      staff,
      publication,
      current: 'settings',
    },
    <div class="form settings ranking">
      <p class="soft">
        <a href={`/desk/${publication.slug}/settings`}>Settings</a>
      </p>
      <h1>Order of the day</h1>
      <p class="soft">
        A development stands where its points put it. Each part gives as many as stand here, or takes them; the page of
        the day shows the sum. Drafts take the first of the list.
      </p>
      {shown !== null && <Said shown={shown} />}
      <form method="post" action={action}>
        <input type="hidden" name="base" value={view.base ?? versionOf(rankSetting.keys, publication)} />
        <ul class="weights">
          {rankParts.map((part) => (
            <li>
              <label for={`weight-${part}`}>{partWords[part].label}</label>
              <input
                id={`weight-${part}`}
                name={part}
                value={typed[part] ?? ''}
                inputmode="decimal"
                autocomplete="off"
                maxlength={8}
                aria-describedby={`hint-${part}`}
                aria-invalid={wrong[part] === undefined ? null : 'true'}
              />
              <p class="soft" id={`hint-${part}`}>
                {wrong[part] !== undefined && <b class="wrong">{wrong[part]} </b>}
                {partWords[part].hint}
                {typed[part] !== String(defaultWeights[part]) &&
                  ` Default: ${String(defaultWeights[part]).replace('-', '−')}.`}
              </p>
            </li>
          ))}
        </ul>
        <p class="soft">
          From {String(weightLimits.least).replace('-', '−')} to {weightLimits.most}, with tenths.
        </p>
        <p class="deeds">
          <button class="strong">Save</button>{' '}
          <button class="button" name="try" value="yes" formmethod="get" formaction={`${action}#preview`}>
            Look at it first
          </button>{' '}
          <button class="quiet" formaction={`${action}/default`}>
            Back to the default
          </button>
        </p>
      </form>
      <Preview view={view} />
      <Joining taught={view.taught} action={`${action}/forget`} />
    </div>,
  );
}

const goodWords = {
  saved: 'Saved.',
  default: 'The default is back.',
  forgotten: 'Reports are joined as shipped again. What is one development stays one.',
};

function Said({ shown }: { shown: NonNullable<RankView['shown']> }) {
  if (shown === 'saved' || shown === 'default' || shown === 'forgotten')
    return (
      <p class="notice good" role="status">
        {goodWords[shown]}
      </p>
    );
  if (shown === 'tried')
    return (
      <p class="notice" role="status">
        Nothing is saved yet. The list below shows what these points make of the latest day.
      </p>
    );
  return (
    <p class="notice" role="alert">
      {shown === 'wrong'
        ? 'Nothing was saved. What is wrong stands beneath its field.'
        : 'Nothing of yours was saved: somebody else saved the order while you were at it. Save again to put yours in its place.'}
    </p>
  );
}

function Preview({ view: { publication, preview } }: { view: RankView }) {
  if (preview === null)
    return (
      <section id="preview">
        <h2>The latest day</h2>
        <p class="soft">No report has come in yet, so there is no day to show.</p>
      </section>
    );
  return (
    <section id="preview">
      <h2>{fullDay(preview.day, 'en')}, in this order</h2>
      <ol class="preview-order">
        {preview.developments.slice(0, mostShown).map((development, index) => {
          const headline = headlineOf(
            development.reports.map(({ report }) => report),
            firstLanguage(publication),
          );
          return (
            <li>
              <span {...languageAttributes(headline.lang, 'en')}>{headline.text}</span>
              <span class="soft">
                {String(development.score).replace('-', '−')} points
                {movedWords(index + 1, preview.stood.get(development.id))}
              </span>
            </li>
          );
        })}
      </ol>
      {preview.developments.length > mostShown && (
        <p class="soft">And {preview.developments.length - mostShown} more, lower.</p>
      )}
    </section>
  );
}

/** How readily reports are joined, and what editors had to do with it. */
function Joining({ taught, action }: { taught: Taught; action: string }) {
  const lessons = taught.joined + taught.parted;
  return (
    <section id="joining">
      <h2>Which reports are joined</h2>
      <p>
        A report joins a development from a likelihood of {percent(taught.now)} on.
        {lessons === 0
          ? ' So Daybook ships. What editors join and part at the page of a day teaches it.'
          : ` Shipped: ${percent(taught.shipped)}. Editors settled ${counted(lessons, 'doubtful pair')}: ${taught.joined} joined, ${taught.parted} kept apart. The more often they say the same, the further it moves.`}
      </p>
      {lessons > 0 && (
        <form method="post" action={action}>
          <button class="quiet">Forget what they taught</button>
        </form>
      )}
    </section>
  );
}

const percent = (probability: number): string => `${Math.round(probability * 100)} %`;

function movedWords(now: number, before: number | undefined): string {
  if (before === undefined || before === now) return '';
  return now < before ? `, up from ${before}` : `, down from ${before}`;
}
