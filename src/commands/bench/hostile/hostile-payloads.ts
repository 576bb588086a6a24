import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The strings of ../shared/data/hostile, and our own (a file of one a line), each once. */
export function readPayloads(folder: string | null, own: string | null = null): string[] {
  const lines = (file: string) => readFileSync(file, 'utf8').split('\n');
  const all = [
    ...(own === null ? [] : lines(own)),
    ...(folder === null ? [] : lines(join(folder, 'xss.txt'))),
    ...(folder === null ? [] : (JSON.parse(readFileSync(join(folder, 'blns.json'), 'utf8')) as string[])),
  ];
  return [...new Set(all.filter((each) => each.trim() !== ''))];
}

/** Every nth string, at most `most` of them: always the same. */
export function samplePayloads(all: string[], most: number): string[] {
  const step = Math.max(1, Math.ceil(all.length / most));
  return all.filter((_, index) => index % step === 0);
}

export function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** As XML 1.0 can hold it: what it has no character for is left out. */
export const inXml = (text: string): string =>
  escaped(text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''));

/** Ends whatever a string before it may have opened, so that the next is read too. */
const closes = `-->"'>\`>]]></script></style></textarea></title></xmp></iframe></noscript></noembed></noframes></template></svg></math></select>`;

/** HTML that holds each string raw, as escaped text, as the address of a link, and in a picture with its caption. */
export function hostileHtml(texts: string[]): string {
  const quiet = texts.map((text, index) => {
    const said = escaped(text);
    const picture = `<figure><img src="${said}" alt="${said}"><figcaption>${said} (Photo: ${said})</figcaption></figure>`;
    return `<h2>${said}</h2><p>The ferry office said: ${said} <a href="${said}">${said}</a></p><blockquote><p>${said}</p></blockquote>${index % 10 === 0 ? picture : ''}`;
  });
  // What swallows all that follows comes last.
  const swallows = (text: string) => Number(/<plaintext/iu.test(text));
  const raw = texts.toSorted((one, other) => swallows(one) - swallows(other));
  return `${quiet.join('\n')}\n${raw.map((text) => `<p>${text}${closes}</p>`).join('\n')}`;
}
