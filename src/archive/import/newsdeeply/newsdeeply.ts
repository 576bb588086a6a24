import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeText } from '#lib/text/decode-text.ts';
import { createIds } from '#platform/stable-ids.ts';
import type { ArchiveItem, ImportContext, Importer, OpenArchive, ParsedItem, UnreadItem } from '../importer.ts';
import { openFiles } from '../zip-folder.ts';
import type { FileHold } from '../zip-folder-file.ts';
import { isItem, type SurveyedSite, surveySite } from './find-site.ts';
import { type Hiding, readHiding } from './hide-names.ts';
import { readItem } from './read-item.ts';

const mostBytes = 20_000_000;

/**
 * The public mirror of the News Deeply sites, as HTTrack wrote it: a folder with the sites' common pages and one folder a
 * site (`syria/`), or one such folder alone; a zip of either. One site is imported.
 */
export const newsdeeply: Importer = {
  version: 1,
  async open(path, context) {
    const hold = await openFiles(path);
    try {
      const site = await surveySite(hold, context);
      return openSite(hold, site, await readScript(path, hold, site), context);
    } catch (error) {
      await hold.close();
      throw error;
    }
  },
};

function openSite(hold: FileHold, site: SurveyedSite, hiding: Hiding, context: ImportContext): OpenArchive {
  const { place, count, oldHosts } = site;
  const formerAddresses = [`${place.origin}/${place.site}`, ...oldHosts];
  return {
    count,
    formerAddresses,
    async *items(): AsyncGenerator<ArchiveItem | UnreadItem> {
      for await (const file of hold.files()) {
        if (!isItem(file.name, place)) continue;
        if ('unread' in file) {
          yield file;
          continue;
        }
        const bytes = await hold.read(file, mostBytes);
        if (typeof bytes === 'string') yield { name: file.name, unread: bytes };
        else yield { name: file.name, bytes, url: null, contentType: null };
      }
    },
    parse: ({ name, bytes }): ParsedItem =>
      readItem({
        name,
        html: decodeText(bytes, 'text/html').text,
        site,
        hiding,
        formerAddresses,
        idsOf: (below) => createIds(`${context.publication.slug}/${below}`),
      }),
    async picture(address) {
      if (!address.startsWith(`${place.origin}/`)) return null;
      const name = decodeURIComponent(address.slice(place.origin.length + 1).replace(/[?#].*$/su, ''));
      const own = place.folder === '' ? name.replace(`${place.site}/`, '') : place.root + name;
      const file = await hold.find(own);
      const bytes = file === null ? null : await hold.read(file, mostBytes);
      return bytes instanceof Uint8Array ? bytes : null;
    },
    close: () => hold.close(),
  };
}

/** The mirror's own script lies beside its folders: one above, where a site's folder alone was named. */
async function readScript(path: string, hold: FileHold, { place }: SurveyedSite): Promise<Hiding> {
  const scripts: string[] = [];
  if (place.folder === '') {
    const above = await readFile(join(path, '..', 'override.js'), 'utf8').catch(() => null);
    if (above !== null && above.length < mostBytes) scripts.push(above);
  }
  for (const name of new Set([`${place.root}override.js`, `${place.folder}override.js`])) {
    const file = await hold.find(name);
    const bytes = file === null ? null : await hold.read(file, mostBytes);
    if (bytes instanceof Uint8Array) scripts.push(Buffer.from(bytes).toString('utf8'));
  }
  return readHiding(scripts.join('\n'));
}
