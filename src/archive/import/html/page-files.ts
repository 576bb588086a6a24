import { addressInComment, addressOfFile, plainAddress } from '../read-page-address.ts';

/** How the files of a folder stand for addresses of a site. */
export interface FilePlaces {
  /** The address that a file's place in the folder stands for. */
  addressOf(name: string): string;
  /** The address where the folder itself names the host: `courier.example/2026/ferry.html`, as wget writes. */
  statedByFolder(name: string): string | null;
  /** The files that may hold what stood at an address, the likeliest first. */
  namesOf(address: string): string[];
}

const hostName = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,24}$/iu;
/** Endings that make a folder's name look like a host's. */
const notHosts = /\.(?:html?|com-files|files|zip|txt|js|css)$/iu;

/** The host that a file's first folder is named by; null where it is no host's name. */
export function hostFolder(name: string): string | null {
  const [folder = '', ...rest] = name.split('/');
  return rest.length > 0 && hostName.test(folder) && !notHosts.test(folder) ? folder : null;
}

/**
 * @param hosts the folders at the top that are named by hosts
 * @param base the site's address
 */
export function filePlaces(hosts: ReadonlySet<string>, base: string): FilePlaces {
  const { origin, host, pathname } = new URL(base);
  const below = pathname.replace(/^\/+|\/+$/gu, '');
  const ownHosts = new Set([host, host.replace(/^www\./u, ''), `www.${host}`].filter((each) => hosts.has(each)));

  return {
    addressOf(name) {
      const [folder = '', ...rest] = name.split('/');
      if (ownHosts.has(folder)) return addressOfFile(origin, rest.join('/'));
      if (below !== '' && name.startsWith(`${below}/`)) return addressOfFile(origin, name);
      return addressOfFile(base, name);
    },
    statedByFolder(name) {
      const [folder = '', ...rest] = name.split('/');
      return ownHosts.size > 0 && hosts.has(folder) ? addressOfFile(`https://${folder}`, rest.join('/')) : null;
    },
    namesOf(address) {
      if (!URL.canParse(address)) return [];
      const url = new URL(address);
      const path = decoded(url.pathname.slice(1));
      const query = decoded(url.search);
      const forms = query === '' ? [path] : [path + query, path];
      const short = url.host.replace(/^www\./u, '');
      const prefixed = forms.flatMap((form) => [
        ...(below !== '' && form.startsWith(`${below}/`) ? [form.slice(below.length + 1)] : []),
        ...[url.host, short, `www.${short}`].map((each) => `${each}/${form}`),
        form,
      ]);
      return [...new Set(prefixed)];
    },
  };
}

/** Where a page says that it stood: by the tool that saved it, else by itself; null when nobody does. */
export function statedAddress(html: string): string | null {
  const saved = addressInComment(html);
  if (saved !== null) return saved;
  const tag =
    /<link\b[^>]{0,2000}\brel\s*=\s*["']?canonical\b[^>]*>/iu.exec(html)?.[0] ??
    /<meta\b[^>]{0,2000}\bproperty\s*=\s*["']?og:url\b[^>]*>/iu.exec(html)?.[0] ??
    /<a\b[^>]{0,2000}\bclass="p-canonical"[^>]*>/iu.exec(html)?.[0] ??
    '';
  const written = /\b(?:href|content)\s*=\s*["']?(https?:[^"'\s>]+)/iu.exec(tag)?.[1];
  return written === undefined ? null : plainAddress(written);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
