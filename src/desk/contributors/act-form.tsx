import type { Child } from 'hono/jsx';
import type { LibraryPicture, PictureFile } from '#media/media.ts';
import type { ListedPiece } from '#pieces/pieces.ts';
import type { Publication } from '#publications/publications.ts';
import type { Typed } from '../settings/setting.ts';
import type { ContributorAct } from './contributor-deeds.ts';
import { type Known, versionOfKnown } from './known-contributors.ts';

export interface ContributorView {
  publication: Publication;
  known: Known;
  others: Known[];
  email: string | null;
  /** The latest of theirs. */
  pieces: ListedPiece[];
  /** What the library has that could be their portrait, found by `words`; and the files of those and of the one they have. */
  pictures: LibraryPicture[];
  files: Map<string, PictureFile>;
  words: string;
  said: string | null;
  failed:
    | ({ act: ContributorAct; typed: Typed } & ({ kind: 'wrong'; wrong: Typed } | { kind: 'changed-meanwhile' }))
    | null;
}

/** A form whose act is refused where somebody changed what is seen here. */
export function ActForm(props: { view: ContributorView; act: ContributorAct; apart?: boolean; children?: Child }) {
  const { view, act, apart, children } = props;
  const { publication, known, email } = view;
  return (
    <form
      method="post"
      action={`/desk/${publication.slug}/contributors/${encodeURIComponent(known.slug)}/${act}`}
      class={apart ? 'apart' : undefined}
    >
      <input type="hidden" name="base" value={versionOfKnown(known, email)} />
      {children}
    </form>
  );
}
