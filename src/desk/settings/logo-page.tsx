import { mediaPath, type PictureFile } from '#media/media.ts';
import type { Publication } from '#publications/publications.ts';
import type { StaffMember } from '#staff/staff.ts';
import type { Desk } from '../desk-context.ts';
import { deskPage } from '../desk-frame.tsx';
import { describedBy, PictureField } from '../picture-form.tsx';
import { logoFields, logoVersion } from './logo-deeds.ts';
import { type Typed, typedIn } from './setting.ts';
import { FieldGroupOf } from './setting-fields.tsx';

export type LogoShown =
  | { kind: 'saved' | 'removed' }
  | { kind: 'wrong'; typed: Typed; wrong: Typed }
  | { kind: 'changed-meanwhile'; typed: Typed };

interface LogoPageView {
  publication: Publication;
  files: Map<string, PictureFile>;
  shown: LogoShown | null;
}

const saidWords = {
  saved: 'Saved. Readers have it on every page from now on.',
  removed: 'Taken away. The name stands in type again.',
  wrong: 'Nothing was saved. What is wrong stands beneath its field; choose the files again.',
  'changed-meanwhile': 'Nothing was saved: somebody else changed the logo meanwhile. This is how it stands now.',
};

export function logoPage(desk: Desk, staff: StaffMember, { publication, files, shown }: LogoPageView): string {
  const { logo } = publication;
  const failed = shown?.kind === 'wrong' || shown?.kind === 'changed-meanwhile';
  const wrong = shown?.kind === 'wrong' ? shown.wrong : {};
  const typed = failed ? shown.typed : typedIn(publication, 'alt', logo?.alt ?? {});
  const [light, dark] = [files.get(logo?.media ?? ''), files.get(logo?.dark ?? '')];
  const action = `/desk/${publication.slug}/settings/logo`;
  const base = <input type="hidden" name="base" value={logoVersion(publication)} />;
  return deskPage(
    desk,
    { title: `${failed ? 'Not saved · ' : ''}Logo · ${publication.name}`, staff, publication, current: 'settings' },
    <div class="form settings">
      <p class="soft">
        <a href={`/desk/${publication.slug}/settings`}>Settings</a>
      </p>
      <h1>Logo</h1>
      <p class="soft">
        Stands in the masthead in place of the name in type, on the picture of a shared address, and in static copies. A
        page with one is one request more. Without one the name is set in type, which is never blurred nor late.
      </p>
      {shown && (
        <p class={failed ? 'notice' : 'notice good'} role={failed ? 'alert' : 'status'}>
          {saidWords[shown.kind]}
        </p>
      )}
      {light && (
        <div class="logos">
          <Shown file={light} ground="day" words={`By day, ${light.width} × ${light.height}`} />
          <Shown
            file={dark ?? light}
            ground={dark || !logo?.onPaper ? 'night' : 'day'}
            words={
              dark
                ? 'By night'
                : logo?.onPaper
                  ? 'By night, on paper: on the dark it has less than 3:1'
                  : 'By night, the same'
            }
          />
        </div>
      )}
      <form method="post" action={action} enctype="multipart/form-data">
        {base}
        <FileField
          name="light"
          label={light ? 'Another file' : 'File'}
          hint="PNG, WebP or JPEG, 240 × 48 pixels at least; a transparent ground is best. What a program wrote into the file is left behind. No SVG."
          wrong={wrong.light}
        />
        <FileField
          name="dark"
          label={dark ? 'Another file for the night' : 'File for the night, if it is another'}
          hint="Light on a transparent ground."
          wrong={wrong.dark}
        />
        <FieldGroupOf
          group={{
            legend: null,
            fields: [
              ...(dark ? [{ name: 'nodark', label: 'No other one for the night', as: 'tick' as const }] : []),
              ...logoFields(publication),
            ],
          }}
          of="logo"
          {...{ typed, wrong }}
          beside={null}
          focus={null}
        />
        <button class="strong">Save</button>
      </form>
      {logo && (
        <form method="post" action={action} class="apart">
          {base}
          <input type="hidden" name="act" value="remove" />
          <button class="button">Take the logo away</button>
        </form>
      )}
    </div>,
  );
}

function Shown({ file, ground, words }: { file: PictureFile; ground: 'day' | 'night'; words: string }) {
  return (
    <figure>
      <div class={ground}>
        <img src={mediaPath(file.sha256)} alt="" width={file.width} height={file.height} />
      </div>
      <figcaption>{words}</figcaption>
    </figure>
  );
}

function FileField(props: { name: string; label: string; hint: string; wrong: string | undefined }) {
  const { name, label, hint, wrong } = props;
  return (
    <PictureField name={name} label={label} hint={hint} wrong={wrong}>
      <input id={name} name={name} type="file" accept="image/png,image/webp,image/jpeg" {...describedBy(name, wrong)} />
    </PictureField>
  );
}
