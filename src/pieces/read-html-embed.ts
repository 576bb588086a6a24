import { fullAddress } from './read-html-address.ts';

/** What lived elsewhere: the address that a reader can open, and what it was. */
export interface EmbedNote {
  href: string;
  note: string;
}

interface Provider {
  host: RegExp;
  note: string;
  /** The page that shows what the frame's address loads. */
  page?: (url: URL) => string | null;
}

const youtube = (url: URL): string | null => {
  const id = /^\/(?:embed|v|e|shorts)\/([\w-]{6,20})/u.exec(url.pathname)?.[1] ?? url.searchParams.get('v');
  return id && id !== 'videoseries' ? `https://www.youtube.com/watch?v=${id}` : null;
};
const facebook = (url: URL): string | null => url.searchParams.get('href');

const providers: readonly Provider[] = [
  { host: /(?:^|\.)youtube(?:-nocookie)?\.com$/u, note: 'Video on YouTube', page: youtube },
  { host: /(?:^|\.)youtu\.be$/u, note: 'Video on YouTube' },
  {
    host: /(?:^|\.)vimeo\.com$/u,
    note: 'Video on Vimeo',
    page: (url) => {
      const id = /^\/video\/(\d+)/u.exec(url.pathname)?.[1];
      return id ? `https://vimeo.com/${id}` : null;
    },
  },
  { host: /(?:^|\.)dailymotion\.com$/u, note: 'Video on Dailymotion' },
  { host: /(?:^|\.)(?:jwplatform|brightcove|livestream|ustream|wistia)\.(?:com|net|tv)$/u, note: 'Video' },
  { host: /(?:^|\.)facebook\.com$/u, note: 'Post on Facebook', page: facebook },
  { host: /(?:^|\.)(?:twitter|x)\.com$/u, note: 'Post on Twitter' },
  { host: /(?:^|\.)instagram\.com$/u, note: 'Post on Instagram' },
  { host: /(?:^|\.)soundcloud\.com$/u, note: 'Audio on SoundCloud', page: (url) => url.searchParams.get('url') },
  { host: /(?:^|\.)spotify\.com$/u, note: 'Audio on Spotify' },
  { host: /^(?:www|maps)\.google\.[a-z.]+$|(?:^|\.)mapbox\.com$|(?:^|\.)carto(?:db)?\.com$/u, note: 'Map' },
  {
    host: /(?:^|\.)(?:datawrapper\.de|dwcdn\.net|infogr\.am|infogram\.com|flourish\.studio|tableau\.com)$/u,
    note: 'Chart',
  },
  { host: /(?:^|\.)(?:scribd\.com|documentcloud\.org|issuu\.com)$/u, note: 'Document' },
  { host: /(?:^|\.)prezi\.com$/u, note: 'Presentation' },
  { host: /(?:^|\.)(?:storify\.com|gist\.github\.com|polldaddy\.com|playbuzz\.com|slideshare\.net)$/u, note: '' },
];

/** Frames and pixels that show a reader nothing: counters, advertisements, share buttons. */
const unread =
  /(?:^|\.)(?:doubleclick\.net|googlesyndication\.com|googletagmanager\.com|google-analytics\.com|addthis\.com|sharethis\.com|scorecardresearch\.com|quantserve\.com|adnxs\.com|outbrain\.com|taboola\.com|chartbeat\.net|stats\.wordpress\.com|pixel\.wp\.com|feedburner\.com|feedsportal\.com)$/u;
const unreadPaths =
  /^\/(?:plugins\/(?:like|share|follow|page|likebox)|tr$|widgets\/(?:tweet_button|follow_button))|\/(?:pixel|beacon|1x1|spacer|blank)\b[^/]*$/u;

/** Whether an address only counts or sells. */
export function isUnread(href: string): boolean {
  const url = new URL(href);
  return unread.test(url.hostname) || unreadPaths.test(url.pathname);
}

/** An address that a page loaded something from, as a note with a link; null when a reader has nothing there. */
export function noteOfAddress(written: string, baseUrl: string | null, fallback = ''): EmbedNote | null {
  const href = fullAddress(written, baseUrl);
  if (href === null || href.startsWith('mailto:') || isUnread(href)) return null;
  const url = new URL(href);
  // Embedly only wraps what others show.
  const wrapped = /(?:^|\.)embedly\.com$/u.test(url.hostname)
    ? (url.searchParams.get('url') ?? url.searchParams.get('src'))
    : null;
  if (wrapped !== null && !wrapped.includes('embedly.com')) return noteOfAddress(wrapped, null, fallback);
  const provider = providers.find(({ host }) => host.test(url.hostname));
  const shown = provider?.page?.(url) ?? null;
  const page = shown === null ? null : fullAddress(shown, null);
  if (provider) url.protocol = 'https:';
  const host = url.hostname.replace(/^www\./u, '');
  const note = provider?.note || fallback;
  return {
    href: page ?? url.href,
    note:
      note === ''
        ? `Embed from ${host}`
        : /^(?:Video|Audio|Map|Chart|Document|Presentation)$/u.test(note)
          ? `${note} on ${host}`
          : note,
  };
}

/** The note of an iframe, object, embed, video, audio or the script of an embed; null when there is nothing to show. */
export function noteOfElement(element: Element, baseUrl: string | null): EmbedNote | null {
  const name = element.localName;
  if (name === 'script') {
    const src = element.getAttribute('src') ?? '';
    return scriptEmbeds.test(src) ? noteOfAddress(src.replace(/\.js(?:\?.*)?$/u, ''), baseUrl) : null;
  }
  if (isTiny(element)) return null;
  const fallback = name === 'video' ? 'Video' : name === 'audio' ? 'Audio' : '';
  for (const written of addressesOf(element)) {
    const note = noteOfAddress(written, baseUrl, fallback);
    if (note) return note;
  }
  return null;
}

const scriptEmbeds =
  /^(?:https?:)?\/\/(?:gist\.github\.com|storify\.com|static\.polldaddy\.com|player\.vimeo\.com|www\.documentcloud\.org|(?:www\.)?buzzsprout\.com)\//u;

function* addressesOf(element: Element): Generator<string> {
  for (const name of ['data-src', 'data-lazy-src', 'data-litespeed-src', 'src', 'data']) {
    const value = element.getAttribute(name);
    if (value) yield value;
  }
  for (const child of element.querySelectorAll('source, embed, iframe, param')) {
    const value =
      child.localName === 'param'
        ? /^(?:movie|src)$/iu.test(child.getAttribute('name') ?? '')
          ? child.getAttribute('value')
          : null
        : (child.getAttribute('src') ?? child.getAttribute('data-src'));
    if (value) yield value;
  }
}

/** One or two pixels wide or high: nothing that anybody looked at. */
export function isTiny(element: Element): boolean {
  return ['width', 'height'].some((name) => /^\s*[012](?:\.\d+)?(?:px)?\s*$/u.test(element.getAttribute(name) ?? ''));
}

const posts: readonly { name: RegExp; note: string; address: string }[] = [
  { name: /^twitter-(?:tweet|video)/u, note: 'Post on Twitter', address: '' },
  { name: /^instagram-media$/u, note: 'Post on Instagram', address: 'data-instgrm-permalink' },
  { name: /^tiktok-embed$/u, note: 'Video on TikTok', address: 'cite' },
  { name: /^(?:fb-post|fb-video)$/u, note: 'Post on Facebook', address: 'data-href' },
  {
    name: /^(?:reddit-card|reddit-embed-bq|bluesky-embed|mastodon-embed|imgur-embed-pub)$/u,
    note: 'Post',
    address: 'cite',
  },
];

/** A post of a network quoted by its markup (`blockquote.twitter-tweet` …); null for other elements. */
export function noteOfPost(element: Element, baseUrl: string | null): EmbedNote | null {
  const className = element.getAttribute('class');
  if (className === null) return null;
  const classes = className.split(/\s+/u);
  const post = posts.find(({ name }) => classes.some((each) => name.test(each)));
  if (!post) return null;
  const links = [...element.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');
  const written =
    element.getAttribute(post.address) || (links.find((link) => /\/status(?:es)?\//u.test(link)) ?? links.at(-1));
  const href = written ? fullAddress(written, baseUrl) : null;
  if (href === null || href.startsWith('mailto:')) return null;
  return { href, note: post.note };
}
