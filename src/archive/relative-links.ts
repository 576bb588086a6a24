/** Where a path of the site stands in a static copy: `/a/b` is `a/b/index.html`, `/a?page=2` is `a/page-2/index.html`. */
export function filePathOf(path: string): string {
  const [pathname = '/', query = ''] = path.split('?');
  const plain = pathname.replace(/^\/|\/$/gu, '');
  if (/\.[a-z0-9]+$/u.test(plain)) return plain;
  const page = new URLSearchParams(query).get('page');
  return [plain, page && page !== '1' ? `page-${page}` : '', 'index.html'].filter(Boolean).join('/');
}

/** The way from one file of the copy to another, as a relative address. */
export function relativeAddress(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let shared = 0;
  while (shared < here.length && here[shared] === there[shared]) shared += 1;
  const up = here.slice(shared).map(() => '..');
  return [...up, ...there.slice(shared)].join('/') || 'index.html';
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
  return text
    .replace(/<link rel="(?:canonical|alternate)"[^>]*hreflang="[^"]*"[^>]*\/?>/gu, '')
    .replace(/<link rel="canonical"[^>]*\/?>/gu, '')
    .replace(/<meta property="og:(?:url|image)[^"]*"[^>]*\/?>/gu, '')
    .replaceAll(placeholder, '');
}
