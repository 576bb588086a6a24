/** What the site serves as something other than a page, by the end of its address. */
const fileEnds = /\.(?:xml|json|jsonl|css|webp|png|txt|ics|webmanifest)$/u;

/**
 * Where a path of the site stands in a static copy: `/a/b` is `a/b/index.html`, `/a?page=2` is `a/page-2/index.html`. The
 * file is called what the address means (`/%C3%A9` is `é`), as servers and browsers look for it.
 */
export function filePathOf(path: string): string {
  const [pathname = '/', query = ''] = path.split('?');
  const plain = pathname
    .replace(/^\/|\/$/gu, '')
    .split('/')
    .map(fileNameOf)
    .join('/');
  if (fileEnds.test(plain)) return plain;
  const page = new URLSearchParams(query).get('page');
  return [plain, page && page !== '1' ? `page-${page}` : '', 'index.html'].filter(Boolean).join('/');
}

/** A name that no file system can hold, or that would climb, stays as it is written. */
function fileNameOf(segment: string): string {
  try {
    const name = decodeURIComponent(segment);
    return /^\.{1,2}$|[/\\\p{Cc}]/u.test(name) || new TextEncoder().encode(name).length > 200 ? segment : name;
  } catch {
    return segment;
  }
}

/** The way from one file of the copy to another, as a relative address. */
export function relativeAddress(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let shared = 0;
  while (shared < here.length && here[shared] === there[shared]) shared += 1;
  const up = here.slice(shared).map(() => '..');
  return [...up, ...there.slice(shared).map(encodeURIComponent)].join('/') || 'index.html';
}

export interface CopyLinks {
  /** The file that the page becomes. */
  file: string;
  /** The files of the copy. */
  files: Set<string>;
  /** Where the site lives on; null when it lives on nowhere: links to what is not in the copy then lose their address. */
  origin: string | null;
}

/**
 * The one transform between a page as it is served and as it is frozen: addresses of the site become relative ones. It
 * reads attributes of our own making, where a quotation mark in a text is always escaped.
 */
export function relativeLinks(html: string, links: CopyLinks): string {
  return (links.origin === null ? withoutSearch(html) : html.replaceAll(' action="/', ` action="${links.origin}/`))
    .replace(/ srcset="([^"]*)"/gu, (_, sources: string) => {
      const rewritten = sources.split(', ').map((source) => {
        const [path = '', width = ''] = source.split(' ');
        return `${relativePath(path, links) ?? path} ${width}`.trim();
      });
      return ` srcset="${rewritten.join(', ')}"`;
    })
    .replace(/ (href|src)="(\/[^"]*)"/gu, (_, name: string, path: string) => {
      const address = relativePath(path, links);
      if (address !== null) return ` ${name}="${address}"`;
      return links.origin === null ? '' : ` ${name}="${links.origin}${path}"`;
    });
}

/** What searches asks a server, and a copy that lives on nowhere has none: it goes with the way to it. */
function withoutSearch(html: string): string {
  return html
    .replace(/<form class="search"[^>]*>.*?<\/form>/gsu, '')
    .replace(/<a href="\/[^"]*\/search"[^>]*>[^<]*<\/a>/gu, '');
}

function relativePath(path: string, { file, files }: CopyLinks): string | null {
  const [address = '', fragment] = path.split('#');
  const to = filePathOf(address.replaceAll('&amp;', '&'));
  if (!files.has(to)) return null;
  return relativeAddress(file, to) + (fragment === undefined ? '' : `#${fragment}`);
}

/** What names an address that does not exist is left out, where the copy has no home on the web. */
export function withoutOrigin(text: string, placeholder: string): string {
  return (
    text
      .replace(/<link rel="(?:canonical|alternate)"[^>]*hreflang="[^"]*"[^>]*\/?>/gu, '')
      .replace(/<link rel="canonical"[^>]*\/?>/gu, '')
      // What was left without an address: a live site's search, for one.
      .replace(/<link (?![^>]*href=)[^>]*\/?>/gu, '')
      .replace(/<meta property="og:(?:url|image)[^"]*"[^>]*\/?>/gu, '')
      .replaceAll(placeholder, '')
  );
}
