import { escapeHtml } from '#lib/html/entities.ts';
import { htmlToText } from '#lib/html/html-to-text.ts';
import { htmlTokens } from '#lib/html/html-tokens.ts';
import { expandShortcodes, type PostPictures } from './shortcodes.ts';

/** The body of a post as HTML, and the text that stood before "more" where that is a lede. */
export interface PostHtml {
  html: string;
  teaser: string;
}

const longestTeaser = 600;

/**
 * What WordPress makes of a stored body before it shows it, as far as a reader sees it: shortcodes, addresses alone on a
 * line, and blank lines (which end a paragraph where no block editor wrote). Its notes stay comments.
 * @param split whether what stands before "more" may be the lede
 */
export function postHtml(content: string, pictures: PostPictures, split: boolean): PostHtml {
  const text = content.replace(/\r\n?/gu, '\n');
  const byBlocks = /<!-- wp:[a-z]/u.test(text);
  const more = split ? /<!--more(?: [^>]{0,200})?-->/u.exec(text) : null;
  const whole = (part: string) => {
    const expanded = expandShortcodes(embedLines(part), pictures);
    return byBlocks ? expanded : paragraphs(expanded);
  };
  const before = more ? whole(text.slice(0, more.index)) : '';
  const teaser = isTeaser(before) ? htmlToText(before) : '';
  return { html: whole(teaser === '' || !more ? text : text.slice(more.index)), teaser };
}

/** One short paragraph without a link or picture: in a longer beginning something would be lost. */
function isTeaser(html: string): boolean {
  const text = htmlToText(html);
  return (
    text.length <= longestTeaser && !text.includes('\n\n') && !/<(?:a|img|iframe|video|audio|figure|h\d)\b/iu.test(html)
  );
}

/** Hosts whose pages WordPress shows in a post by their address alone (WP_oEmbed). */
const embeddable =
  /^https?:\/\/(?:[\w-]+\.)*(?:youtube\.com|youtu\.be|vimeo\.com|dailymotion\.com|dai\.ly|flickr\.com|flic\.kr|twitter\.com|x\.com|instagram\.com|facebook\.com|soundcloud\.com|spotify\.com|ted\.com|scribd\.com|slideshare\.net|wordpress\.tv|videopress\.com|kickstarter\.com|reddit\.com|tumblr\.com|mixcloud\.com|animoto\.com|imgur\.com|issuu\.com|polldaddy\.com|crowdsignal\.com|tiktok\.com|pinterest\.com|bsky\.app|speakerdeck\.com|screencast\.com|smugmug\.com|giphy\.com)\//iu;

/** Addresses alone on a line: frames where WordPress would have shown what stands there, links elsewhere. */
function embedLines(html: string): string {
  return html.replace(
    /^([ \t]{0,40}(?:<p>)?[ \t]{0,40})(https?:\/\/[^\s<>"'[\]]{4,2000})([ \t]{0,40}(?:<\/p>)?[ \t]{0,40})$/gimu,
    (_, before: string, address: string, after: string, at: number) => {
      const written = escapeHtml(address.replaceAll('&amp;', '&'));
      const embed =
        embeddable.test(address) || /wp-block-embed__wrapper">\s*$/u.test(html.slice(Math.max(0, at - 60), at));
      return embed
        ? `\n\n<iframe src="${written}"></iframe>\n\n`
        : `${before}<a href="${written}">${escapeHtml(address)}</a>${after}`;
    },
  );
}

const verbatim = new Set(['pre', 'textarea', 'svg']);

/** wpautop for this reader of HTML: a blank line is two line breaks, which end a paragraph. */
function paragraphs(html: string): string {
  const parts: string[] = [];
  let kept = 0;
  for (const token of htmlTokens(html)) {
    if (token.kind === 'open' && verbatim.has(token.name) && !token.selfClosing) kept += 1;
    else if (token.kind === 'close' && verbatim.has(token.name)) kept = Math.max(0, kept - 1);
    const blank = token.kind === 'text' && kept === 0;
    parts.push(blank ? token.raw.replace(/\n[ \t\u00a0]*\n\s*/gu, '<br><br>') : token.raw);
  }
  return parts.join('');
}
