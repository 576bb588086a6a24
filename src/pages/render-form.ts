import type { Reader } from '#platform/database/database.ts';
import type { Lang } from '#platform/language.ts';
import { basePath, findPublications, type Publication } from '#publications/publications.ts';
import type { SubmissionKind } from '#submissions/submissions.ts';
import { formPage, type FormState } from './form-page.ts';
import { type FormName, formNames } from './paths.ts';
import { readListedKinds } from './read-lists.ts';
import { createReadLog } from './read-log.ts';
import { readLogo } from './read-logo.ts';
import { publicationView } from './read-publication-view.ts';
import { readSitePath } from './site-path.ts';
import type { SiteView } from './view.ts';

/** A form that a path names: it is made anew for each reader, and is no part of what `renderPath` makes. */
export interface FormPlace {
  form: FormName;
  publication: Publication;
  lang: Lang;
}

export const submissionKinds: Record<'suggest' | 'share', SubmissionKind> = { suggest: 'tip', share: 'pitch' };

/** The form that stands at a path, in the one form of its address; null where there is none. Cheap for other paths. */
export async function findForm(db: Reader, origin: string, path: string): Promise<FormPlace | null> {
  const [pathname = ''] = path.split('?');
  if (!formNames.some((name) => pathname.endsWith(`/${name}`))) return null;
  const url = new URL(`${origin}${pathname.replace(/^\/+/u, '/')}`);
  const asked = readSitePath(url, await findPublications(db));
  return asked.kind === 'form' ? asked : null;
}

export async function renderForm(db: Reader, site: SiteView, place: FormPlace, state: FormState): Promise<string> {
  const { publication, lang, form } = place;
  const paths = new Map(publication.languages.map((each) => [each, `${basePath(publication, each)}/${form}`]));
  const lists = await readListedKinds({ db, log: createReadLog(), publication, lang });
  const logo = await readLogo(db, publication, lang);
  const view = publicationView(publication, await findPublications(db), lang, { paths, lists, logo });
  return formPage(site, view, form, state);
}
