import type { Reader } from '#platform/database/database.ts';
import { labelSlug } from '#pieces/pieces.ts';
import type { Publication } from '#publications/publications.ts';
import { countFiled } from './filed-store.ts';
import { findLiveByPaths, findLiveKinds, findRedirects } from './page-store.ts';
import { languagesOf } from './read-lists.ts';
import { paddedPath, plainPath, readSitePath } from './site-path.ts';

/** Where an old address leads: a path below its publication ('' is the home), or to what was withdrawn. */
export type OldPlace = { path: string } | 'withdrawn';

/**
 * Where old addresses lead, as `oldAddress` writes them: a path below the publication with its query, or `//host/path`.
 * A redirect of the whole address with its query comes first, then a piece at one of the path's other forms (no `.html`,
 * days in two digits, another percent-encoding), then a redirect of the path alone, then a place of ours that is no piece
 * (the home, a topic, a list). Two queries, however many are asked, and a third where a list is.
 */
export async function findOldPlaces(
  db: Reader,
  publication: Publication,
  addresses: string[],
): Promise<Map<string, OldPlace>> {
  const forms = addresses.map(formsOf);
  const live = await findLiveByPaths(
    db,
    publication.slug,
    forms.flatMap(({ paths }) => paths),
  );
  const redirects = await findRedirects(
    db,
    publication.slug,
    forms.flatMap(({ exact, sources }) => [...exact, ...sources]),
  );
  const redirected = (sources: string[]) => sources.map((source) => redirects.get(source)).find(Boolean);
  const found = new Map<string, OldPlace>();
  for (const { address, exact, paths, sources } of forms) {
    const path = paths.find((each) => live.has(each));
    const place =
      redirected(exact) ??
      (path === undefined ? (redirected(sources) ?? (await findFixedPlace(db, publication, address))) : { path });
    if (place) found.set(address, place);
  }
  return found;
}

async function findFixedPlace(db: Reader, publication: Publication, address: string): Promise<OldPlace | null> {
  if (address.startsWith('//')) return null;
  const path = plainPath(address.replace(/\?.*$/su, ''));
  const asked = readSitePath(new URL(`http://site.invalid/${publication.slug}${path && `/${path}`}`), [publication]);
  if (asked.kind === 'list') {
    const kinds = await findLiveKinds(db, publication.slug, languagesOf(publication, asked.lang));
    return kinds.has(asked.of) ? { path } : null;
  }
  if (asked.kind === 'label') {
    const label = { kind: asked.of, slug: labelSlug(asked.slug) };
    const pieces = await countFiled(db, publication.slug, label, { langs: languagesOf(publication, asked.lang) });
    return pieces > 0 ? { path } : null;
  }
  // A topic or label that was merged into another since.
  if (asked.kind === 'moved') return { path: decodeURI(asked.to.slice(`/${publication.slug}/`.length)) };
  return asked.kind === 'home' || asked.kind === 'topic' || asked.kind === 'about' ? { path } : null;
}

interface Forms {
  address: string;
  /** With the query, where there is one. */
  exact: string[];
  paths: string[];
  sources: string[];
}

function formsOf(address: string): Forms {
  const cut = address.indexOf('?');
  const [path, query] = cut < 0 ? [address, ''] : [address.slice(0, cut), address.slice(cut)];
  const plain = plainPath(path);
  const codings = [...new Set([path, recoded(path), plain, recoded(plain), `${plain}.html`])];
  return {
    address,
    exact: query === '' ? [] : codings.map((each) => each + query),
    paths:
      path.startsWith('//') || plain === '' ? [] : [plain, recoded(plain)].flatMap((each) => [each, paddedPath(each)]),
    sources: path === '' ? [] : codings,
  };
}

/** Percent-encoded the way that we write it: capitals, and nothing that needs none. */
function recoded(path: string): string {
  try {
    return encodeURI(decodeURI(path));
  } catch (error) {
    // Not UTF-8: it is what it is.
    if (error instanceof URIError) return path;
    throw error;
  }
}
