/** What a file of a saved site is, by its name; `unknown` is told by its first bytes. */
export type FileKind = 'page' | 'style sheet' | 'script' | 'picture' | 'other file' | "HTTrack's own file" | 'unknown';

const kinds: readonly (readonly [FileKind, readonly string[]])[] = [
  ['page', ['html', 'htm', 'xhtml', 'shtml', 'php', 'asp', 'aspx', 'jsp', 'cfm']],
  ['style sheet', ['css', 'less', 'scss']],
  ['script', ['js', 'mjs', 'map']],
  ['picture', ['jpg', 'jpeg', 'png', 'gif', 'webp', 'avif', 'svg', 'ico', 'bmp', 'tif', 'tiff']],
  [
    'other file',
    'json jsonl xml rss atom txt csv pdf zip gz woff woff2 ttf otf eot mp3 mp4 webm ogg m4a mov md doc docx'.split(' '),
  ],
];

/** By a path with `/` between; a query in it (`index.html?p=12`, as wget writes) does not count. */
export function fileKindOf(name: string): FileKind {
  if (/(?:^|\/)(?:hts-cache\/|hts-log\.txt$|backblue\.gif$|fade\.gif$)/u.test(name)) return "HTTrack's own file";
  const base = name.replace(/\?.*$/u, '').replace(/^.*\//u, '');
  const extension = /\.([a-z\d]+)$/iu.exec(base)?.[1]?.toLowerCase();
  if (base.startsWith('.')) return 'other file';
  return kinds.find(([, extensions]) => extension !== undefined && extensions.includes(extension))?.[0] ?? 'unknown';
}

/** Whether the first bytes of a file without a telling name are those of a page. */
export function looksLikePage(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 1_024))
    .replace(/^\xef\xbb\xbf/u, '')
    .trimStart();
  return /^(?:<!doctype html|<html|<head|<body|<!--(?![^]*<(?:rss|feed)\b))/iu.test(text);
}

/** The index that HTTrack writes of what it mirrored. */
export function isMirrorIndex(html: string): boolean {
  return /<title>[^<]*HTTrack Website Copier<\/title>/iu.test(html) && /\bgenerator\b[^>]*HTTrack/iu.test(html);
}
