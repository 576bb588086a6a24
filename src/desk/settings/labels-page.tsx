import type { CountedLabel } from '#pieces/pieces.ts';
import type { Publication } from '#publications/publications.ts';
import type { StaffMember } from '#staff/staff.ts';
import { FindForm, FoundBy } from '../find-form.tsx';
import type { Desk } from '../desk-context.ts';
import { deskPage } from '../desk-frame.tsx';
import { Pager } from '../pager.tsx';
import { capital, counted } from '../words.ts';
import { fold, labelFields, labelKinds, labelsVersion, type ShownKind, typedLabel } from './label-deeds.ts';
import type { Typed } from './setting.ts';
import { FieldGroupOf } from './setting-fields.tsx';

export type LabelsShown =
  | { kind: 'said'; words: string }
  | { kind: 'wrong'; at: string; typed: Typed; wrong: Typed }
  | { kind: 'changed-meanwhile'; at: string; typed: Typed };

interface LabelsView {
  publication: Publication;
  of: ShownKind;
  labels: CountedLabel[];
  words: string;
  page: number;
  shown: LabelsShown | null;
}

const onPage = 50;
const plural = { tag: 'tags', category: 'categories' } as const;

/** The tags or the categories of a publication's pieces: renamed, and made part of one another. */
export function labelsPage(desk: Desk, staff: StaffMember, view: LabelsView): string {
  const { publication, of, labels, words, shown } = view;
  const action = `/desk/${publication.slug}/settings/labels`;
  const found = labels.filter(({ title, slug }) => fold(`${title}\n${slug}`).includes(fold(words)));
  const pages = Math.max(1, Math.ceil(found.length / onPage));
  const page = Math.min(view.page, pages);
  const to = (query: Record<string, string>) => `${action}?${new URLSearchParams({ kind: of, ...query }).toString()}`;
  const failed = shown !== null && shown.kind !== 'said';
  const merged = publication.merged.filter(({ kind }) => kind === of).length;
  return deskPage(
    desk,
    {
      title: `${failed ? 'Not done · ' : ''}${capital(plural[of])} · ${publication.name}`,
      staff,
      publication,
      current: 'settings',
    },
    <div class="form settings">
      <p class="soft">
        <a href={`/desk/${publication.slug}/settings`}>Settings</a>
      </p>
      <h1>Tags and categories</h1>
      <p class="soft">Pieces bring them. Here they get other names, and those that mean the same become one.</p>
      <nav class="ways" aria-label="Tags or categories">
        {labelKinds.map((kind) => (
          <a href={`${action}?kind=${kind}`} aria-current={kind === of ? 'page' : null}>
            {capital(plural[kind])}
          </a>
        ))}
      </nav>
      {shown?.kind === 'said' && (
        <p class="notice good" role="status">
          {shown.words}
        </p>
      )}
      {shown?.kind === 'changed-meanwhile' && (
        <p class="notice" role="alert">
          <b>Nothing was done: somebody else changed these while you were at it.</b> This is how they stand now.
        </p>
      )}
      {labels.length === 0 ? (
        <section class="teach">
          <h2>No live piece has a {of}</h2>
          <p>They come with imported pieces, and from a piece’s details.</p>
        </section>
      ) : (
        <>
          <FindForm {...{ action, words }} label="Words of a name" kept={{ kind: of }} />
          <p class="soft" role="status">
            {capital(counted(found.length, of, plural[of]))}
            <FoundBy words={words} all={to({})} />
            {merged > 0 && ` ${capital(counted(merged, 'other'))} became part of these.`}
          </p>
        </>
      )}
      <ul class="entries">
        {found.slice((page - 1) * onPage, page * onPage).map((label) => (
          <Entry label={label} view={view} action={action} />
        ))}
      </ul>
      {pages > 1 && <Pager page={page} pages={pages} alphabetical to={(at) => to({ q: words, page: String(at) })} />}
    </div>,
  );
}

function Entry({ label, view, action }: { label: CountedLabel; view: LabelsView; action: string }) {
  const { publication, of, words, page, shown } = view;
  const { slug, title, pieces } = label;
  const mine = shown && shown.kind !== 'said' && shown.at === slug ? shown : null;
  const wrong = mine?.kind === 'wrong' ? mine.wrong : {};
  const given = { of: `l-${slug}`, wrong, beside: null, focus: Object.keys(wrong)[0] ?? null };
  const place = (
    <>
      <input type="hidden" name="base" value={labelsVersion(publication)} />
      <input type="hidden" name="q" value={words} />
      <input type="hidden" name="page" value={String(page)} />
    </>
  );
  const act = (name: string) => `${action}/${of}/${encodeURIComponent(slug)}/${name}#l-${encodeURIComponent(slug)}`;
  return (
    <li id={`l-${slug}`}>
      <details open={mine !== null}>
        <summary>
          <b dir="auto">{title}</b>{' '}
          <span class="soft">
            {capital(counted(pieces, 'live piece'))} · /{publication.slug}/{of}/<bdi>{slug}</bdi>
          </span>
        </summary>
        <form method="post" action={act('rename')}>
          {place}
          <FieldGroupOf
            group={{ legend: null, fields: labelFields(publication) }}
            typed={mine?.typed.into === undefined && mine ? mine.typed : typedLabel(publication, of, slug)}
            {...given}
          />
          <button class="strong" aria-label={`Save: ${title}`}>
            Save
          </button>
        </form>
        <form method="post" action={act('merge')} class="apart">
          {place}
          <FieldGroupOf
            group={{
              legend: null,
              fields: [
                {
                  name: 'into',
                  label: 'Make it part of',
                  as: 'line',
                  hint: `The name or the address of another ${of}. Its ${counted(pieces, 'live piece')} ${pieces === 1 ? 'moves' : 'move'} there at once, and its address and feeds lead there for good. This cannot be taken back.`,
                },
              ],
            }}
            typed={mine?.typed ?? {}}
            {...given}
          />
          <button class="button" aria-label={`Merge: ${title}`}>
            Merge
          </button>
        </form>
      </details>
    </li>
  );
}
