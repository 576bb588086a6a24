import type { LibraryPicture, PictureFile } from '#media/media.ts';
import { languageName } from '#locales/dates.ts';
import { firstLanguage, type Publication } from '#publications/publications.ts';
import { FindForm } from '../find-form.tsx';
import type { SettingField, Typed } from '../settings/setting.ts';
import { FieldGroupOf } from '../settings/setting-fields.tsx';
import { narrowest, troubleOf } from '../media-page.tsx';
import { ActForm, type ContributorView } from './act-form.tsx';

interface Given {
  of: string;
  wrong: Typed;
  beside: null;
  focus: string | null;
}

/** The portrait that somebody has, and what the library has for one; works without scripts. */
export function PortraitForm({ view, given }: { view: ContributorView; given: Given }) {
  const { publication, known, pictures, files, words, failed } = view;
  const own = known.told?.portrait;
  const file = own && files.get(own.media);
  const typed =
    failed?.act === 'portrait'
      ? failed.typed
      : {
          media: own?.media ?? '',
          ...Object.fromEntries(Object.entries(own?.alt ?? {}).map(([l, t]) => [`alt.${l}`, t])),
        };
  const choices = pictures.filter(({ media }) => media !== own?.media);
  return (
    <section class="setting" aria-labelledby="portrait" id="portrait-part">
      <h2 id="portrait">Portrait</h2>
      <p class="soft">
        Out of the library, with the credit and the rights that it has there: when those end, it is no longer shown.
      </p>
      <FindForm
        action="#portrait-part"
        name="pictures"
        label="Words of a picture’s caption, credit or description"
        words={words}
      />
      {choices.length === 0 && !own ? (
        <p class="soft">
          {words === '' ? 'The library has no picture yet.' : 'No picture has these words.'}{' '}
          <a href="/desk/media/new">Add a picture</a>
        </p>
      ) : (
        <ActForm view={view} act="portrait">
          <fieldset class="portraits">
            <legend class="spoken">Which picture</legend>
            <label class="choice none">
              <input type="radio" name="media" value="" checked={typed.media === ''} />
              <span>No portrait</span>
            </label>
            {own && file && <Choice media={own.media} file={file} words="The one they have" chosen={typed.media} />}
            {choices.map((picture) => (
              <Choice
                media={picture.media}
                file={files.get(picture.media)}
                words={wordsOf(picture)}
                trouble={troubleOf(picture)}
                chosen={typed.media}
              />
            ))}
          </fieldset>
          {given.wrong.media !== undefined && <p class="wrong">{given.wrong.media}</p>}
          <FieldGroupOf group={{ legend: null, fields: portraitFields(publication) }} typed={typed} {...given} />
          <button class="button">Save the portrait</button>
        </ActForm>
      )}
    </section>
  );
}

const wordsOf = ({ caption, alt }: LibraryPicture): string => caption || alt || 'A picture without words';

function Choice(props: {
  media: string;
  file: PictureFile | undefined;
  words: string;
  trouble?: string | null;
  chosen: string | undefined;
}) {
  const { media, file, words, trouble, chosen } = props;
  return (
    <label class="choice">
      <input type="radio" name="media" value={media} checked={chosen === media} />
      {file && <img src={narrowest(file)} alt="" width={file.width} height={file.height} loading="lazy" />}
      <span dir="auto">{words}</span>
      {trouble && <span class="trouble">{trouble}</span>}
    </label>
  );
}

const portraitFields = (publication: Publication): SettingField[] =>
  publication.languages.map((lang) => ({
    name: `alt.${lang}`,
    lang,
    as: 'line',
    label: publication.languages.length > 1 ? `What it shows, ${languageName(lang)}` : 'What it shows',
    ...(lang === firstLanguage(publication)
      ? { hint: 'For those who do not see it.' }
      : { hint: `Left empty, what stands in ${languageName(firstLanguage(publication))} is read.` }),
  }));
