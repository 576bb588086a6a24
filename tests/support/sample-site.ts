/** The sample newsroom and an archive that came home, rendered in process: every page that there is, by its path. */
import { listPaths, type RenderedPage, renderPath, type SiteView } from '../../src/pages/pages.ts';
import { findPublications } from '../../src/publications/publications.ts';
import { loadSampleArchive } from './sample-archive.ts';
import { openTestNewsroom } from './test-newsroom.ts';

export const sampleOrigin = 'https://daybook.example';
const site: SiteView = {
  origin: sampleOrigin,
  networkName: 'The Daybook Network',
  assets: { css: ['/assets/site-0000.css'] },
  today: '2026-11-20',
};

/** Places that no list of pages names: what is made for one reader, what is not there, what is no page of record. */
const otherPaths = [
  '/',
  '/belisar/nothing-here',
  '/belisar/ar/nothing-here',
  '/belisar/search',
  '/belisar/search?q=bridge&topic=crossings',
  '/belisar/ar/search?q=%D8%A7%D9%84%D8%AC%D8%B3%D8%B1',
  ...['suggest', 'share', 'receipt'].flatMap((form) => [`/belisar/${form}`, `/belisar/ar/${form}`]),
  '/gorvan/articles/2016/08/19/the-ferry-sails-again/republish',
  '/gorvan/ar/articles/2016/08/19/al-abbara/republish',
];

export interface SampleSite {
  /** Every path; pages, feeds and files. */
  paths: string[];
  /** Each rendered once, however often it is asked for. */
  page(path: string): Promise<RenderedPage>;
  close(): Promise<void>;
}

export async function openSampleSite(): Promise<SampleSite> {
  const newsroom = await openTestNewsroom({ sample: true });
  const rights = { owner: 'The Gorvan Trust', allows: 'Free to republish with credit.' };
  await loadSampleArchive(newsroom.database, { rights, contact: 'desk@courier.example' });
  const db = newsroom.database.read;
  const paths = [...otherPaths];
  for (const publication of await findPublications(db)) paths.push(...(await listPaths(db, publication)));
  const pages = new Map<string, Promise<RenderedPage>>();
  return {
    paths,
    page(path) {
      const page = pages.get(path) ?? renderPath(db, site, path);
      pages.set(path, page);
      return page;
    },
    close: () => newsroom.close(),
  };
}

/** One path of each shape: `/belisar/executive-summaries/2026/11/03` and `…/04` are one, and so are topics. */
export function onePathOfEachShape(paths: string[]): string[] {
  const shapes = new Map<string, string>();
  for (const path of paths) {
    const shape = path
      .replace(/\d{4}(?:\/\d{2})*/u, '0')
      .replace(/(\/(?:articles\/0|tag|category|contributor))\/[^/?]+/u, '$1/x');
    if (!shapes.has(shape)) shapes.set(shape, path);
  }
  return [...shapes.values()];
}
