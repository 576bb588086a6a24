import { languageName, fullDay } from '#locales/dates.ts';
import type { ListedPiece } from '#pieces/pieces.ts';
import type { Publication } from '#publications/publications.ts';
import type { StaffMember } from '#staff/staff.ts';
import { languageAttributes } from '#ui/direction.ts';
import type { Desk } from '../desk-context.ts';
import { deskPage } from '../desk-frame.tsx';
import { kindWords } from '../kind-words.ts';
import type { SettingField } from '../settings/setting.ts';
import { FieldGroupOf } from '../settings/setting-fields.tsx';
import { capital, counted } from '../words.ts';
import type { ContributorAct } from './contributor-deeds.ts';
import { contributorFields, typedContributor } from './contributor-fields.ts';
import { ActForm, type ContributorView } from './act-form.tsx';
import { calledIn } from './known-contributors.ts';
import { PortraitForm } from './portrait-form.tsx';

const saidWords: Record<string, string> = {
  save: 'Saved. Their page and their bylines say so from now on.',
  address: 'They stand here from now on. Every address that they had leads here.',
  merge: 'They are one. The pieces have moved, and the other address leads here for good.',
  portrait: 'Saved. Their page shows it so.',
};

/** One contributor: what readers are told of them, their portrait, their address, their pieces, and whom they are one with. */
export function contributorPage(desk: Desk, staff: StaffMember, view: ContributorView): string {
  const { publication, known, failed } = view;
  const { slug, told, pieces } = known;
  const name = calledIn(publication, known);
  const said = view.said === null ? undefined : saidWords[view.said];
  const path = `/desk/${publication.slug}/contributors`;
  const groups = contributorFields(publication);
  const given = {
    ...givenFor(view, 'save'),
    typed: failed?.act === 'save' ? failed.typed : typedContributor(publication, known, view.email),
  };
  return deskPage(
    desk,
    {
      title: `${failed ? 'Not done · ' : ''}${name} · Contributors`,
      staff,
      publication,
      current: 'contributors',
    },
    <div class="form settings contributor">
      <p class="soft">
        <a href={path}>Contributors</a>
      </p>
      <h1 dir="auto">{name}</h1>
      <p class="soft">
        {pieces === 0
          ? 'In no live piece: readers have no page of theirs.'
          : `${capital(counted(pieces, 'live piece'))}.`}{' '}
        {pieces > 0 && (
          <a href={`/${publication.slug}/contributor/${slug}`}>
            /{publication.slug}/contributor/<bdi>{slug}</bdi>
          </a>
        )}
      </p>
      {said && (
        <p class="notice good" role="status">
          {said}
        </p>
      )}
      {failed?.kind === 'changed-meanwhile' && (
        <p class="notice" role="alert">
          <b>Nothing was done: somebody else changed this while you were at it.</b> What you wrote is still in its
          fields; save again to keep it over theirs.
        </p>
      )}
      {failed?.kind === 'wrong' && (
        <p class="notice" role="alert">
          Nothing was done. What is wrong stands beneath its field.
        </p>
      )}
      <section class="setting" aria-labelledby="said">
        <h2 id="said">What readers are told</h2>
        {!told?.bio && pieces > 0 && (
          <p class="soft">Until a biography is written here, their page shows what the latest of their pieces says.</p>
        )}
        <ActForm view={view} act="save">
          {groups.map((group) => (
            <FieldGroupOf group={group} {...given} />
          ))}
          <button class="strong">Save</button>
        </ActForm>
      </section>
      <PortraitForm view={view} given={givenFor(view, 'portrait')} />
      <section class="setting" aria-labelledby="pieces">
        <h2 id="pieces">Their latest pieces</h2>
        {view.pieces.length === 0 && <p class="soft">None is live.</p>}
        <ul class="rows">
          {view.pieces.map((piece) => (
            <PieceRow piece={piece} />
          ))}
        </ul>
      </section>
      <section class="setting" aria-labelledby="elsewhere">
        <h2 id="elsewhere">Address, and others who are the same</h2>
        <ActForm view={view} act="address">
          <FieldGroupOf
            group={{ legend: null, fields: [addressField(publication)] }}
            {...givenFor(view, 'address')}
            typed={failed?.act === 'address' ? failed.typed : { address: slug }}
          />
          <button class="button">Change the address</button>
        </ActForm>
        {view.others.length > 0 && (
          <ActForm view={view} act="merge" apart>
            <FieldGroupOf
              group={{ legend: null, fields: [mergeField(view)] }}
              {...givenFor(view, 'merge')}
              typed={failed?.act === 'merge' ? failed.typed : {}}
            />
            <button class="button">Merge</button>
          </ActForm>
        )}
      </section>
    </div>,
  );
}

function givenFor({ failed }: ContributorView, act: ContributorAct) {
  const mine = failed?.act === act ? failed : null;
  const wrong = mine?.kind === 'wrong' ? mine.wrong : {};
  return { of: act, wrong, beside: null, focus: Object.keys(wrong)[0] ?? null };
}

function addressField({ slug }: Publication): SettingField {
  return {
    name: 'address',
    label: 'Address',
    as: 'line',
    hint: `What follows /${slug}/contributor/ in it. The one before leads here for good, and so do its feeds.`,
  };
}

function mergeField({ publication, known, others }: ContributorView): SettingField {
  const moves = known.pieces === 1 ? 'moves' : 'move';
  return {
    name: 'into',
    label: 'Make them part of',
    as: 'line',
    suggests: others.slice(0, 500).map((other) => calledIn(publication, other)),
    hint: `The name or the address of somebody else here. ${capital(counted(known.pieces, 'live piece'))} ${moves} there at once, with what is said here and not there, and this address leads there for good. This cannot be taken back.`,
  };
}

function PieceRow({ piece }: { piece: ListedPiece }) {
  return (
    <li>
      <div>
        <p>
          <a href={`/desk/piece/${piece.id}`} {...languageAttributes(piece.lang, 'en')}>
            {piece.title || 'Without a title'}
          </a>
        </p>
        <p class="soft">
          {[kindWords[piece.kind].one, languageName(piece.lang), piece.dated !== null && fullDay(piece.dated, 'en')]
            .filter(Boolean)
            .join(' · ')}{' '}
          · <a href={`/desk/piece/${piece.id}/details`}>Byline</a>
        </p>
      </div>
    </li>
  );
}
