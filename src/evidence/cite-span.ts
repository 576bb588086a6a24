/** A span of a report's body: UTF-16 offsets, and the characters between them. */
export interface CitedSpan {
  quote: string;
  start: number;
  end: number;
}

/** The words to be cited are not in the report, to the letter. */
export class SpanNotFound extends Error {
  override name = 'SpanNotFound';
}

/** Finds the words to be cited in a report's body; they must stand there to the letter. Throws SpanNotFound. */
export function citeSpan(body: string, quote: string): CitedSpan {
  const start = body.indexOf(quote);
  if (quote.trim() === '' || start < 0)
    throw new SpanNotFound(`“${quote.slice(0, 120)}” is not in the report to the letter`);
  return { quote, start, end: start + quote.length };
}
