import {
  type ArchiveItem,
  ArchiveUnreadable,
  type ImportContext,
  type Importer,
  type OpenArchive,
  type ParsedItem,
  type UnreadItem,
} from '../importer.ts';
import { plainLine, pieceLanguage } from '../plain-piece.ts';
import { firstUnread, openTextFiles, type TextFile, type TextFiles } from '../plain-piece-files.ts';
import { createNames } from '../plain-piece-names.ts';
import { parsePost, type PlacedPost } from './parse-post.ts';
import { createPlaces } from './place-posts.ts';
import { modifiedAt } from './post-dates.ts';
import { readRecord, RecordUnreadable } from './read-record.ts';
import { readRestPosts } from './read-rest-posts.ts';
import { type BrokenRecord, DoctypeRefused, splitRecords, type XmlRecord } from './split-records.ts';
import { type ExportSite, type ExportSurvey, surveyExport, withReferred } from './survey-export.ts';
import { readWordPressItem, type WordPressPost } from './wordpress-post.ts';

/**
 * WordPress's export (WXR, also written by Squarespace), as a file or a folder or zip of its parts, and answers of WordPress's
 * REST interface as JSON. It is read twice: first what posts refer to, then the items one by one. Comments are not
 * imported.
 */
export const wxr: Importer = { version: 1, open: openExport };

/** What an item's bytes hold, as JSON. */
type Held = { site: ExportSite } | PlacedPost;

async function openExport(path: string, context: ImportContext): Promise<OpenArchive> {
  const folder = await openTextFiles(path, /\.(?:xml|wxr|json)$/iu);
  const { files } = folder;
  const parts = files.filter(({ head }) => !/^[[{]/u.test(head));
  const answers = files.filter((file) => !parts.includes(file));
  const odd = parts.find(({ head }) => !/xmlns:wp=|wordpress\.org\/export|<wp:/u.test(head));
  if (files.length === 0 || odd) {
    throw new ArchiveUnreadable(
      `“${odd?.name ?? path}” is no WordPress export${firstUnread(folder)}. In WordPress: Tools, Export, all content; unpack a .gz first. For a feed: daybook import feed.`,
    );
  }
  const survey = await surveyed(parts);
  const { site } = survey;
  let count = 0;
  const known = new Set([...site.addresses, ...(context.address === null ? [] : [context.address])]);
  for (const file of answers) {
    const { posts, address } = await readRestPosts(file);
    count += posts.length;
    if (address !== null) known.add(address);
  }
  site.addresses = [...known];
  return {
    count: survey.count + count + folder.unread.length + (site.title === '' ? 0 : 1),
    formerAddresses: site.addresses,
    items: () => readItems({ folder, parts, answers }, survey, context),
    parse: (item) => parseItem(item, context),
    picture: (address) => folder.picture(address),
    close: () => folder.close(),
  };
}

async function surveyed(parts: TextFile[]): Promise<ExportSurvey> {
  try {
    return await surveyExport(parts);
  } catch (error) {
    if (!(error instanceof DoctypeRefused)) throw error;
    throw new ArchiveUnreadable(
      `The export declares a document type or entities (${error.message}). WordPress writes none, and they can do harm: take the declaration out, and import again.`,
      { cause: error },
    );
  }
}

async function* readItems(
  { folder, parts, answers }: { folder: TextFiles; parts: TextFile[]; answers: TextFile[] },
  survey: ExportSurvey,
  context: ImportContext,
): AsyncGenerator<ArchiveItem | UnreadItem> {
  const name = createNames();
  const place = createPlaces(context, survey.site);
  const item = (post: WordPressPost): ArchiveItem => {
    const resaved = survey.resaves.isResave(modifiedAt(post));
    return held(name(nameOf(post)), place(post, resaved), post.link);
  };
  if (survey.site.title !== '') yield held(name('the site itself'), { site: survey.site }, survey.site.addresses[0]);
  yield* folder.unread;
  for (const part of parts) {
    for await (const record of splitRecords(part.text())) {
      const unread = (problem: string): UnreadItem => ({ name: name(placeOf(part, record)), unread: problem });
      if ('problem' in record) {
        yield unread(`${record.problem}; what is whole before and after it is imported. ${advice}`);
        continue;
      }
      try {
        const element = readRecord(record);
        if (record.name === 'item')
          yield item(withReferred(readWordPressItem(element, survey.authors), element, survey));
      } catch (error) {
        if (!(error instanceof RecordUnreadable)) throw error;
        yield unread(`it is damaged (${error.message}). ${advice}`);
      }
    }
  }
  for (const answer of answers) for (const post of (await readRestPosts(answer)).posts) yield item(post);
}

const advice = 'Mend the file there or export again, and run the same command: only what is missing is added';

function placeOf(part: TextFile, { name, line, column }: XmlRecord | BrokenRecord): string {
  return `${part.name}, ${name} at line ${line}, column ${column}`;
}

function nameOf({ type, id, link, guid, title }: WordPressPost): string {
  return id === '' ? link || guid || title || type : `${type} ${id}`;
}

function held(name: string, content: Held, url: string | undefined): ArchiveItem {
  const full = url !== undefined && URL.canParse(url) ? url : null;
  return { name, bytes: new TextEncoder().encode(JSON.stringify(content)), url: full, contentType: 'application/json' };
}

function parseItem(item: ArchiveItem, context: ImportContext): ParsedItem {
  const content = JSON.parse(new TextDecoder().decode(item.bytes)) as Held;
  if (!('site' in content)) return parsePost(content, context);
  const { title, tagline, language, addresses } = content.site;
  const lang = pieceLanguage(context, language);
  const name = plainLine(title);
  return {
    kind: 'facts',
    facts: {
      name,
      tagline: { [lang]: plainLine(tagline) },
      region: { [lang]: name },
      languages: [lang],
      about: { [lang]: [] },
      contribute: { [lang]: [] },
      formerAddresses: addresses,
    },
  };
}
