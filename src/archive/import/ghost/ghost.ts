import {
  type ArchiveItem,
  ArchiveUnreadable,
  type ImportContext,
  type Importer,
  type OpenArchive,
  type ParsedItem,
  type UnreadItem,
} from '../importer.ts';
import { pieceLanguage, plainLine } from '../plain-piece.ts';
import { firstUnread, openTextFiles, type TextFiles } from '../plain-piece-files.ts';
import { createNames } from '../plain-piece-names.ts';
import { createTaken, placePiece } from '../plain-piece-path.ts';
import { changeOf, publicationOf, textIn } from './ghost-post.ts';
import { kindOfGhostPost, parseGhostPost, type PlacedGhostPost } from './parse-ghost-post.ts';
import { ghostRows, type GhostSurvey, idIn, isPost, surveyGhost, withReferred } from './survey-ghost.ts';

/**
 * Ghost's export (JSON, with or without `content/images`, as a file, folder or zip) and answers of its interfaces
 * (`{"posts": […]}`). It is read twice as a stream: first what posts refer to, then the posts one by one.
 */
export const ghost: Importer = { version: 1, open: openExport };

interface Site {
  title: string;
  description: string;
  lang: string;
  base: string | null;
}

async function openExport(path: string, context: ImportContext): Promise<OpenArchive> {
  const folder = await openTextFiles(path, /\.json$/iu);
  const survey = await surveyGhost(folder.files);
  if (survey.count === 0) {
    await folder.close();
    throw new ArchiveUnreadable(
      `“${path}” holds no posts of Ghost${firstUnread(folder)}. In Ghost: Settings, Import/Export, Export content. For an export of WordPress: daybook import wxr.`,
    );
  }
  const site: Site = {
    title: plainLine(survey.title),
    description: plainLine(survey.description),
    lang: pieceLanguage(context, survey.locale),
    base: context.address ?? survey.address,
  };
  return {
    count: survey.count + folder.unread.length + (site.title === '' ? 0 : 1),
    formerAddresses: site.base === null ? [] : [site.base],
    items: () => readItems(folder, survey, site, context),
    parse: (item) => parseItem(item, context),
    picture: (address) => folder.picture(address),
    close: () => folder.close(),
  };
}

async function* readItems(
  folder: TextFiles,
  survey: GhostSurvey,
  site: Site,
  context: ImportContext,
): AsyncGenerator<ArchiveItem | UnreadItem> {
  const name = createNames();
  const take = createTaken();
  if (site.title !== '') yield held(name('the site itself'), { site }, site.base);
  yield* folder.unread;
  for (const file of folder.files) {
    for await (const element of ghostRows(file)) {
      const { table, row, place } = element;
      if (!row) {
        const problem = 'problem' in element ? element.problem : 'it is no JSON';
        const where = place === 0 ? table || 'the whole' : `${table} ${place}`;
        yield {
          name: name(`${file.name}, ${where}`),
          unread: `${problem}; what stands before it is imported. ${advice}`,
        };
      } else if (isPost(table)) {
        const post = withReferred(table === 'pages' ? { ...row, type: 'page' } : row, survey);
        const kind = kindOfGhostPost(post.row);
        const slug = textIn(row, 'slug') || textIn(row, 'title') || 'post';
        const { base, lang } = site;
        const url = textIn(row, 'url') || `/${slug}/`;
        const bases = base === null ? [] : [base];
        const at = publicationOf(row)?.at ?? null;
        const wanted = placePiece({ context, lang, kind, address: url, bases, at, slug });
        const placed: PlacedGhostPost = {
          ...post,
          path: take(wanted, `${idIn(row, 'id')} ${textIn(row, 'uuid')} ${slug}`),
          lang,
          base,
          resaved: survey.resaves.isResave(changeOf(row)),
        };
        yield held(name(`${kind === 'page' ? 'page' : 'post'} ${idIn(row, 'id') || slug}`), placed, null);
      }
    }
  }
}

const advice = 'Export again, and run the same command: only what is missing is added';

function held(name: string, content: { site: Site } | PlacedGhostPost, url: string | null): ArchiveItem {
  return { name, bytes: new TextEncoder().encode(JSON.stringify(content)), url, contentType: 'application/json' };
}

function parseItem(item: ArchiveItem, context: ImportContext): ParsedItem {
  const content = JSON.parse(new TextDecoder().decode(item.bytes)) as { site: Site } | PlacedGhostPost;
  if (!('site' in content)) return parseGhostPost(content, context);
  const { title, description, lang, base } = content.site;
  return {
    kind: 'facts',
    facts: {
      name: title,
      tagline: { [lang]: description },
      region: { [lang]: title },
      languages: [lang],
      about: { [lang]: [] },
      contribute: { [lang]: [] },
      formerAddresses: base === null ? [] : [base],
    },
  };
}
