import { addPicture, deletePicture, findLibraryPicture, measureLogo, PictureRefused } from '#media/media.ts';
import { findPublications, type Logo, picturesShown } from '#publications/publications.ts';
import { contrast, NIGHT, PAPER, ratioWords } from '#ui/accent.ts';
import type { Newsroom } from '../../newsroom.ts';
import { changeProfile, type Saving, tooLong } from './save-setting.ts';
import { lineOf, type SettingField, textsIn, type Typed, versionOf } from './setting.ts';
import { firstLanguage, findPublication, type Publication } from '#publications/publications.ts';
import { languageName } from '#locales/dates.ts';

type Deps = Pick<Newsroom, 'database' | 'blobs' | 'clock'>;

/** What a graphic needs at least to what it stands on (WCAG 2.2, 1.4.11). */
const least = 3;
const smallest = { width: 240, height: 48 };

export const logoVersion = (publication: Publication): string => versionOf(['logo'], publication);

export function logoFields(publication: Publication): SettingField[] {
  const first = firstLanguage(publication);
  return publication.languages.map((lang) => ({
    name: `alt.${lang}`,
    lang,
    as: 'line',
    label:
      publication.languages.length > 1 ? `What is read out for it, ${languageName(lang)}` : 'What is read out for it',
    hint: lang === first ? 'Left empty, the name of the publication.' : `Left empty, as in ${languageName(first)}.`,
  }));
}

export interface LogoAsked {
  slug: string;
  by: string;
  typed: Typed;
  /** The files that were sent. */
  light: Uint8Array | null;
  dark: Uint8Array | null;
}

/** Keeps a logo, or takes it away (`typed.act`), and removes the files that nothing shows any more. */
export async function saveLogo(deps: Deps, asked: LogoAsked): Promise<Saving> {
  const publication = await findPublication(deps.database.read, asked.slug);
  if (!publication) return { kind: 'gone' };
  const before = publication.logo;
  const made = asked.typed.act === 'remove' ? null : await readLogoForm(deps, publication, asked);
  if (made && 'wrong' in made) return { kind: 'wrong', wrong: made.wrong };
  const saving = await changeProfile(deps, { ...asked, part: 'logo' }, (standing) =>
    logoVersion(standing) === asked.typed.base
      ? { kind: 'change', given: { logo: made } }
      : { kind: 'changed-meanwhile' },
  );
  for (const logo of [before, made]) await dropUnshown(deps, logo);
  return saving;
}

async function readLogoForm(
  deps: Deps,
  publication: Publication,
  { typed, light, dark }: LogoAsked,
): Promise<Logo | { wrong: Typed }> {
  const { logo } = publication;
  const wrong = tooLong(typed, logoFields(publication));
  if (!light && !logo) wrong.light = 'Choose the file of the logo.';
  const [day, night] = [await measured(light, 'light', wrong), await measured(dark, 'dark', wrong)];
  if (day?.ink && contrast(day.ink, PAPER) < least) wrong.light = faint('paper', contrast(day.ink, PAPER));
  if (night?.ink && contrast(night.ink, NIGHT) < least) wrong.dark = faint('night', contrast(night.ink, NIGHT));
  if (Object.keys(wrong).length > 0) return { wrong };
  const media = light ? (await addPicture(deps, light)).sha256 : (logo?.media ?? '');
  const darkMedia = dark ? (await addPicture(deps, dark)).sha256 : typed.nodark === undefined ? logo?.dark : undefined;
  const seen = day ? day.ink === null || contrast(day.ink, NIGHT) >= least : await wasSeen(deps, media);
  const given = textsIn(publication, logo?.alt ?? {}, (lang) => lineOf(typed, `alt.${lang}`));
  const alt = Object.fromEntries(Object.entries(given).filter(([, text]) => text !== ''));
  return {
    media,
    ...(darkMedia !== undefined && { dark: darkMedia }),
    ...(darkMedia === undefined && !seen && { onPaper: true as const }),
    ...(Object.keys(alt).length > 0 && { alt }),
  };
}

async function measured(bytes: Uint8Array | null, name: 'light' | 'dark', wrong: Typed) {
  if (!bytes) return null;
  try {
    const measure = await measureLogo(bytes);
    const { width, height } = measure;
    if (width < smallest.width || height < smallest.height)
      wrong[name] =
        `It is ${width} × ${height} pixels; to be sharp it needs ${smallest.width} × ${smallest.height} at least.`;
    return measure;
  } catch (error) {
    if (!(error instanceof PictureRefused)) throw error;
    wrong[name] = error.message;
    return null;
  }
}

/** Whether a logo that stands already is seen by night. */
async function wasSeen({ blobs }: Deps, media: string): Promise<boolean> {
  const bytes = await blobs.get(media);
  const ink = bytes && (await measureLogo(bytes)).ink;
  return !ink || contrast(ink, NIGHT) >= least;
}

function faint(ground: 'paper' | 'night', ratio: number): string {
  const advice = ground === 'paper' ? 'Take a darker one.' : 'Take a lighter one.';
  return `Its colours have a contrast of ${ratioWords(ratio)} to the ${ground} on the average, and a graphic needs ${least}:1 (WCAG 2.2, 1.4.11). ${advice}`;
}

/** A picture that the library does not keep and no publication shows goes, with its files. */
async function dropUnshown({ database, blobs }: Deps, logo: Logo | null): Promise<void> {
  if (!logo) return;
  for (const media of [logo.media, ...(logo.dark === undefined ? [] : [logo.dark])]) {
    const files = await database.write(async (tx) => {
      const shown = (await findPublications(tx)).some((each) => picturesShown(each).includes(media));
      return shown || (await findLibraryPicture(tx, media)) ? [] : deletePicture(tx, media);
    });
    for (const file of files) await blobs.remove(file);
  }
}
