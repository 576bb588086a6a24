import { escapeHtml } from '#lib/html/entities.ts';
import type { Picture } from '#pieces/pieces.ts';

/** A shortcode as written: `[name positional key="value"]inside[/name]`; `inside` is null for one that holds nothing. */
interface Shortcode {
  name: string;
  named: Map<string, string>;
  positional: string[];
  inside: string | null;
}

/** The library's pictures that a post refers to, and the ids of those that are its own. */
export interface PostPictures {
  pictures: Record<string, Picture>;
  own: string[];
}

/** Those that stand alone without attributes; of others, attributes or an end show that they are none of the text's brackets. */
const bare = new Set(
  (
    'gallery playlist caption wp_caption audio video embed contact-form subscribe sitemap youtube vimeo soundcloud tweet ' +
    'twitter instagram facebook googlemaps ted slideshare scribd polldaddy spotify'
  ).split(' '),
);
const tag =
  /\[(\[?)(\/?)([a-z][a-z0-9_-]{1,40})((?:\s+(?:"[^"\]]*"|'[^'\]]*'|[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s\]"']+)|[^\s\]"'=]+)){0,60})\s*(\/?)\](\]?)/gu;
const deepest = 8;

/**
 * HTML with its WordPress shortcodes made into what they stand for: captions and galleries figures, players and embeds
 * frames. What a program made of the others is not in the export: their tags go, what is inside stays. Brackets of the
 * text ("[sic]") and escaped ones (`[[gallery]]`) are text.
 */
export function expandShortcodes(html: string, pictures: PostPictures): string {
  return html.includes('[') ? expand(html, pictures, 0) : html;
}

function expand(html: string, pictures: PostPictures, depth: number): string {
  const tags = [...html.matchAll(tag)];
  /** Places of the ends of each name, to find the next one fast. */
  const ends = new Map<string, number[]>();
  tags.forEach(([, , slash, name = ''], place) => {
    if (slash === '/') ends.set(name, [...(ends.get(name) ?? []), place]);
  });
  const begun = new Set<string>();
  const parts: string[] = [];
  let from = 0;
  for (let place = 0; place < tags.length; place += 1) {
    const match = tags[place];
    if (!match || match.index < from) continue;
    const [whole, escape, slash, name = '', written = '', closed, escapeEnd] = match;
    const after = match.index + whole.length;
    if (escape === '[' && escapeEnd === ']') {
      parts.push(html.slice(from, match.index), whole.slice(1, -1));
      from = after;
      continue;
    }
    const places = ends.get(name) ?? [];
    if (slash === '/') {
      // An end without a beginning of its own: it goes where the name was a shortcode's before.
      if (!bare.has(name) && !begun.has(name)) continue;
      parts.push(html.slice(from, match.index), escapeEnd ?? '');
      from = after;
      continue;
    }
    while (places[0] !== undefined && places[0] < place) places.shift();
    const end = closed === '/' || places[0] === undefined ? undefined : tags[places[0]];
    if (!end && !bare.has(name) && !/[=]|https?:/u.test(written)) continue;
    begun.add(name);
    const inside = end ? html.slice(after, end.index) : null;
    parts.push(html.slice(from, match.index), escape ?? '');
    const inner = inside !== null && depth < deepest ? expand(inside, pictures, depth + 1) : inside;
    parts.push(render({ name, inside: inner, ...readAttributes(written) }, pictures));
    from = end ? end.index + end[0].length : after;
  }
  return [...parts, html.slice(from)].join('');
}

function readAttributes(written: string): Pick<Shortcode, 'named' | 'positional'> {
  const named = new Map<string, string>();
  const positional: string[] = [];
  const text = written.replace(/&quot;|[“”″]/gu, '"').replace(/&#0?38;|&amp;/gu, '&');
  for (const [, key, double, single, plain, quoted, alone] of text.matchAll(
    /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|([^\s"']+)/gu,
  )) {
    const value = double ?? single ?? plain ?? quoted ?? alone ?? '';
    if (key === undefined) positional.push(value.replace(/^=/u, ''));
    else named.set(key.toLowerCase(), value);
  }
  return { named, positional };
}

function render(shortcode: Shortcode, pictures: PostPictures): string {
  const { name, named, inside } = shortcode;
  if (name === 'caption' || name === 'wp_caption') return caption(inside ?? '', named.get('caption'));
  if (name === 'gallery') return gallery(named, pictures);
  const address = addressOf(shortcode);
  if (address === null) return inside ?? '';
  const kind = name === 'audio' || name === 'playlist' ? 'audio' : name === 'video' ? 'video' : 'iframe';
  const frame = `\n\n<${kind} src="${escapeHtml(address)}"></${kind}>\n\n`;
  return inside === null || inside.trim() === address ? frame : `${frame}${inside}`;
}

/** The picture, linked or not, stands first; the rest is its caption. */
function caption(inside: string, attribute: string | undefined): string {
  const [, picture = '', rest = ''] = /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([^]*)$/u.exec(inside) ?? [];
  if (picture === '') return inside;
  return `\n\n<figure>${picture}<figcaption>${attribute ?? rest.trim()}</figcaption></figure>\n\n`;
}

function gallery(named: Map<string, string>, { pictures, own }: PostPictures): string {
  const ids = (named.get('ids') ?? named.get('include') ?? '').split(/[\s,]+/u).filter((id) => id !== '');
  return (ids.length > 0 ? ids : own)
    .flatMap((id) => {
      const picture = pictures[id];
      if (!picture?.src) return [];
      const alt = `alt="${escapeHtml(picture.alt)}"`;
      const said = `<figcaption>${escapeHtml(picture.caption)}</figcaption>`;
      return [`\n\n<figure><img src="${escapeHtml(picture.src)}" ${alt}>${said}</figure>\n\n`];
    })
    .join('');
}

/** The address of what a shortcode shows, in full; null when it names none. */
function addressOf({ name, named, positional, inside }: Shortcode): string | null {
  const id = named.get('id') ?? positional[0] ?? '';
  if (name === 'youtube' && /^[\w-]{6,20}$/u.test(id)) return `https://www.youtube.com/watch?v=${id}`;
  if (name === 'vimeo' && /^\d+$/u.test(id)) return `https://vimeo.com/${id}`;
  const written = [
    ...['url', 'src', 'href', 'link', 'mp4', 'm4v', 'webm', 'ogv', 'mp3', 'ogg', 'wav'].map((key) => named.get(key)),
    ...positional,
    name === 'embed' ? inside?.trim() : undefined,
    // `[link href=…]words[/link]`: words with an address are the text's.
  ].find((each) => each !== undefined && /^https?:\/\/\S+$/iu.test(each));
  return written !== undefined && URL.canParse(written) ? written : null;
}
