import { ArchiveUnreadable, type ImportContext } from '../importer.ts';
import type { FileHold, HeldFile } from '../zip-folder-file.ts';
import { ResaveSurvey } from './page-dates.ts';
import { readPage } from './read-page.ts';
import type { SitePlace } from './site-place.ts';
import type { Topic } from '#publications/publications.ts';
import { menuTopicsOf } from './site-facts.ts';

/** What is known of an archive before its pages are read one by one. */
export interface SurveyedSite {
  place: SitePlace;
  /** How many files are items. */
  count: number;
  resaved: Set<string>;
  /** Hosts of the publication's own that its pages still link to, in full. */
  oldHosts: string[];
  /** The topics in the order of the menu. */
  menu: Topic[];
}

/** The folders that a publication of this family has. */
const pagesOf = /^(.*?)(?:executive-summaries|articles|community)\/\d{4}\/\d{1,2}\//u;
const pageBytes = 20_000_000;
/** Old hosts were named after the publication: `syriadeeply.org`. */
const ownHost = /https?:\/\/(?:www\.)?([a-z]+)deeply\.(?:org|com|net)(?=[/"'<\s])/gu;

/** Finds whose pages a folder or zip holds, and surveys them: one pass over the names, one over the pages. */
export async function surveySite(hold: FileHold, context: ImportContext): Promise<SurveyedSite> {
  const folders = new Map<string, number>();
  for await (const file of hold.files()) {
    const folder = pagesOf.exec(file.name)?.[1];
    if (folder !== undefined) folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  const folder = chooseFolder([...folders.keys()], context.publication.slug);
  const root = folder.replace(/[^/]+\/$/u, '');
  const survey = new ResaveSurvey();
  const hosts = new Map<string, number>();
  let count = 0;
  let mirroredFrom: string | null = null;
  let menu: Topic[] = [];
  for await (const file of hold.files()) {
    if (!isItem(file.name, { root, folder })) continue;
    count += 1;
    if ('unread' in file || !file.name.startsWith(folder) || !file.name.endsWith('.html')) continue;
    const html = await textOfFile(hold, file);
    survey.see(html);
    for (const [host] of html.matchAll(ownHost)) hosts.set(host, (hosts.get(host) ?? 0) + 1);
    if (mirroredFrom === null || menu.length === 0) {
      const page = readPage(html.slice(0, 150_000).replace(/<main[\s\S]*/u, ''));
      mirroredFrom ??= page.mirroredFrom;
      if (menu.length === 0) menu = menuTopicsOf(html);
    }
  }
  const place = { root, folder, ...addressOf(folder, mirroredFrom, context) };
  const oldHosts = [...hosts.keys()].filter((host) => host.includes(`${place.site}deeply.`)).sort();
  return { place, count, resaved: survey.days(), oldHosts, menu };
}

/** Whether a file belongs to the import of one publication: its own, and those that stand for all beside its folder. */
export function isItem(name: string, { root, folder }: Pick<SitePlace, 'root' | 'folder'>): boolean {
  return name.startsWith(folder) || (name.startsWith(root) && !name.slice(root.length).includes('/'));
}

async function textOfFile(hold: FileHold, file: HeldFile): Promise<string> {
  const bytes = await hold.read(file, pageBytes);
  return typeof bytes === 'string' ? '' : Buffer.from(bytes).toString('utf8');
}

function chooseFolder(folders: string[], slug: string): string {
  if (folders.length === 0) {
    throw new ArchiveUnreadable(
      'there is no page of a News Deeply site in it: no folder with executive-summaries, articles or community by year. ' +
        'Name the folder that holds index.html and the site’s own folder',
    );
  }
  const [only = ''] = folders;
  if (folders.length === 1) return only;
  const named = folders.find((folder) => folder === `${slug}/` || folder.endsWith(`/${slug}/`));
  if (named !== undefined) return named;
  const names = folders.map((folder) => `“${folder.slice(0, -1)}”`).join(', ');
  throw new ArchiveUnreadable(`it holds several publications: ${names}. Name the folder of the one that you mean`);
}

/** The site's name and host: as told, as the mirror's comment says, else after the folder. */
function addressOf(
  folder: string,
  mirroredFrom: string | null,
  { address, publication }: ImportContext,
): Pick<SitePlace, 'site' | 'origin'> {
  const name = /([^/]+)\/$/u.exec(folder)?.[1];
  const stated = address ?? (mirroredFrom === null ? null : `https://${mirroredFrom}`);
  const url = stated !== null && URL.canParse(stated) ? new URL(stated) : null;
  const site = name ?? url?.pathname.split('/')[1]?.replace(/\.html$/u, '') ?? publication.slug;
  return { site: site === '' ? publication.slug : site, origin: url?.origin ?? 'https://www.newsdeeply.com' };
}
