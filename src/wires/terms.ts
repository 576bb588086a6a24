/** What a report may be used for, as far as Daybook can hold to it. Its sender says so in a machine's words, or an editor of its wire. */
export interface Terms {
  /** For the desk's knowledge alone: nothing of it may be cited. */
  internal: boolean;
  /** At most so many of its words may stand in one piece. */
  mostWords: number | null;
  /** Nothing of it may be used before this instant, nor from the other one on. */
  from: string | null;
  until: string | null;
  /** Where it may not be shown, as it was said. */
  notIn: string[];
  /** Whoever uses it has to say this of it, to the letter. */
  credit: string | null;
  /** No copy of it may be taken for keeping. */
  noCopy: boolean;
  /** Rules that no program of ours can read: an editor has to. */
  unread: string[];
}

/** What an editor says of all reports of a wire; `text` is what was agreed, in words. */
export interface WireTerms extends Terms {
  text: string;
}

export const freeTerms: Terms = {
  internal: false,
  mostWords: null,
  from: null,
  until: null,
  notIn: [],
  credit: null,
  noCopy: false,
  unread: [],
};

/** Both at once: of each rule the one that allows less. A credit that the sender asks for goes before the wire's. */
export function strictest(a: Terms, b: Terms): Terms {
  const least = (one: number | null, other: number | null) =>
    one === null ? other : other === null ? one : Math.min(one, other);
  const choose = (one: string | null, other: string | null, isStricter: (order: number) => boolean) => {
    if (one === null || other === null) return one ?? other;
    return isStricter(Temporal.Instant.compare(one, other)) ? one : other;
  };
  return {
    internal: a.internal || b.internal,
    mostWords: least(a.mostWords, b.mostWords),
    from: choose(a.from, b.from, (order) => order > 0),
    until: choose(a.until, b.until, (order) => order < 0),
    notIn: [...new Set([...a.notIn, ...b.notIn])],
    credit: a.credit ?? b.credit,
    noCopy: a.noCopy || b.noCopy,
    unread: [...new Set([...a.unread, ...b.unread])],
  };
}

/** Null where nothing is said that a program could hold to. */
export function termsOrNull(terms: Terms): Terms | null {
  const { internal, mostWords, from, until, notIn, credit, noCopy, unread } = terms;
  const said = internal || noCopy || [mostWords, from, until, credit].some((each) => each !== null);
  return said || notIn.length > 0 || unread.length > 0 ? terms : null;
}

/** The same with each of its texts changed. */
export function mapTermsTexts<T extends Terms>(terms: T, change: (text: string) => string): T {
  const { credit, notIn, unread } = terms;
  return {
    ...terms,
    credit: credit === null ? null : change(credit),
    notIn: notIn.map(change),
    unread: unread.map(change),
    ...('text' in terms && typeof terms.text === 'string' ? { text: change(terms.text) } : {}),
  };
}
