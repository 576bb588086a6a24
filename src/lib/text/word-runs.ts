/** A run of words that two texts share, as it stands in the first. */
export interface SharedRun {
  words: number;
  text: string;
}

const word = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)?/gu;

/** The longest run of words of `text` that also stands in `source`, case and marks between words aside. Lines break runs in `text`. */
export function longestSharedRun(text: string, source: string): SharedRun {
  const theirs = [...source.matchAll(word)].map((match) => fold(match[0]));
  const places = new Map<string, number[]>();
  theirs.forEach((each, at) => {
    const list = places.get(each);
    if (list) list.push(at);
    else places.set(each, [at]);
  });
  let best: SharedRun = { words: 0, text: '' };
  for (const line of text.split('\n')) {
    const ours = [...line.matchAll(word)];
    // lengths[j]: how long the run is that ends at our current word and their word j.
    let lengths = new Map<number, number>();
    ours.forEach((match, at) => {
      const next = new Map<number, number>();
      for (const place of places.get(fold(match[0])) ?? []) {
        const length = (lengths.get(place - 1) ?? 0) + 1;
        next.set(place, length);
        if (length > best.words) {
          const first = ours[at - length + 1]?.index ?? 0;
          best = { words: length, text: line.slice(first, match.index + match[0].length) };
        }
      }
      lengths = next;
    });
  }
  return best;
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll('’', "'");
}
