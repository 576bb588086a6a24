/** An element of a list in a JSON document: the list's key, and the element as it is written. */
export interface JsonElement {
  list: string;
  /** Counted from 1 in its list. */
  place: number;
  raw: string;
}

/** An element that cannot be taken out whole, and what is the matter. */
export interface BrokenElement extends Omit<JsonElement, 'raw'> {
  problem: string;
}

/** Longest element in characters. */
const longest = 32 * 1024 * 1024;
const deepest = 1_000;
const longestKey = 200;

type Container = { kind: 'object'; key: string } | { kind: 'list'; count: number };

/**
 * Takes the elements (objects) out of lists in a JSON document (RFC 8259) as it streams in: at most one element is held.
 * @param lists where the wanted lists stand: keys from the top joined by dots, elements of lists left out (`db.data.posts`)
 */
export async function* splitJson(
  chunks: AsyncIterable<string>,
  lists: ReadonlySet<string>,
): AsyncGenerator<JsonElement | BrokenElement> {
  const stack: Container[] = [];
  const special = /["{}[\],:\\]/gu;
  let buffer = '';
  let at = 0;
  let string: { from: number; escaped: boolean } | null = null;
  let open: { list: string; place: number; depth: number; from: number } | null = null;
  let key = '';

  const isLong = () => open !== null && open.from >= 0 && at - open.from > longest;
  const pathOf = () => stack.flatMap((each) => (each.kind === 'object' ? [each.key] : [])).join('.');

  for await (const chunk of chunks) {
    // A string that is longer than a key can be is none.
    if (string && (open || at - string.from > longestKey)) string.from = -1;
    const keep = Math.min(open && open.from >= 0 ? open.from : at, string && string.from >= 0 ? string.from : at);
    buffer = buffer.slice(keep) + chunk;
    at -= keep;
    if (open && open.from >= 0) open.from -= keep;
    if (string && string.from >= 0) string.from -= keep;
    while (at < buffer.length) {
      if (string) {
        at = endOfString(buffer, at, string);
        if (at === -1) {
          at = buffer.length;
          break;
        }
        key = string.from === -1 || open ? '' : buffer.slice(string.from, Math.min(at - 1, string.from + longestKey));
        string = null;
        continue;
      }
      special.lastIndex = at;
      const found = special.exec(buffer);
      if (!found) {
        at = buffer.length;
        break;
      }
      at = found.index + 1;
      const top = stack.at(-1);
      switch (found[0]) {
        case '"':
          string = { from: at, escaped: false };
          break;
        case ':':
          if (top?.kind === 'object' && !open) top.key = key;
          break;
        case '{':
        case '[': {
          if (stack.length >= deepest) {
            yield { list: open?.list ?? '', place: open?.place ?? 0, problem: 'it is nested too deep' };
            return;
          }
          if (top?.kind === 'list') top.count += 1;
          if (!open && found[0] === '{' && top?.kind === 'list' && lists.has(pathOf())) {
            open = { list: pathOf(), place: top.count, depth: stack.length, from: found.index };
          }
          stack.push(found[0] === '{' ? { kind: 'object', key: '' } : { kind: 'list', count: 0 });
          break;
        }
        case '}':
        case ']':
          stack.pop();
          if (open && stack.length === open.depth) {
            const { list, place, from } = open;
            open = null;
            if (from === -1 || at - from > longest) yield { list, place, problem: tooLong };
            else yield { list, place, raw: buffer.slice(from, at) };
          }
          break;
      }
    }
    if (isLong() && open) open.from = -1;
  }
  if (open) yield { list: open.list, place: open.place, problem: 'the file ends inside it' };
  else if (stack.length > 0) yield { list: pathOf(), place: 0, problem: 'the file ends before its lists do' };
}

const tooLong = `it is longer than ${longest / 1024 / 1024} MB`;

/** The index after the quotation mark that ends the string; -1 when it is not in the buffer. */
function endOfString(buffer: string, from: number, string: { escaped: boolean }): number {
  const mark = /["\\]/gu;
  for (let at = from; at < buffer.length;) {
    if (string.escaped) {
      string.escaped = false;
      at += 1;
      continue;
    }
    mark.lastIndex = at;
    const found = mark.exec(buffer);
    if (!found) return -1;
    at = found.index + 1;
    if (found[0] === '"') return at;
    string.escaped = true;
  }
  return -1;
}
