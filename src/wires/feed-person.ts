import type { XmlElement } from '#lib/xml/read-xml.ts';
import { textOf } from '#lib/xml/xml-element.ts';
import { childNamed } from './feed-element.ts';
import { readFeedText, toPlainLine } from './feed-text.ts';

export interface FeedPerson {
  name: string | null;
  email: string | null;
  url: string | null;
}

const emailPattern = /[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/i;

/** Reads an author: Atom's name, email and uri, or one line like "me@example.com (A. Writer)" and "A. Writer <me@example.com>". */
export function readPerson(element: XmlElement): FeedPerson {
  const part = (...names: string[]) => {
    const found = childNamed(element, ...names, ...names.map((name) => `atom:${name}`));
    return (found && textOf(found).trim()) || null;
  };
  const name = part('name');
  const email = part('email');
  if (name !== null || email !== null) return { name, email, url: part('uri', 'url', 'homepage') };
  const text = readFeedText(element, 'rss');
  // Cut before the pattern for addresses sees it: its cost grows with the square of the length.
  const line = toPlainLine({ ...text, value: text.value.slice(0, 500) });
  const found = emailPattern.exec(line)?.[0] ?? null;
  const rest = found === null ? line : line.replace(found, ' ');
  const bare = rest
    .replace(/mailto:/i, ' ')
    .replace(/\(\s*\)|<\s*>|\[\s*\]/g, ' ')
    .trim()
    .replace(/^[("<[\s]+|[)">\]\s]+$/g, '')
    .replace(/\s+/g, ' ');
  return { name: bare === '' ? null : bare, email: found, url: part('uri', 'url', 'homepage') };
}

/** How a person is shown: the name, else the address. */
export function personName({ name, email }: FeedPerson): string | null {
  return name ?? email;
}
