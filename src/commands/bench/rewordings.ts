/**
 * How an editor says a report's sentence again without changing what it says: each keeps every number, name and
 * quotation, or leaves some out. Plain patterns, so that the bench does not lean on the gate's own reading.
 */
type Rewording = (sentence: string, outlet: string) => string;

const words = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

export const rewordings: readonly Rewording[] = [
  (sentence) => sentence,
  (sentence, outlet) => `${outlet} reported: “${innerQuotes(sentence)}”`,
  // One that opens or closes a quotation alone is left as it is.
  (sentence, outlet) =>
    /["“”]/u.test(sentence) ? sentence : `${sentence.replace(/[.]$/u, '')}, according to ${outlet}.`,
  // Numbers to words and back.
  (sentence) =>
    sentence.replace(/(?<![\w.,$-])(?:[2-9]|1[0-2])(?![\w.,%-])/gu, (digits) => words[Number(digits)] ?? digits),
  (sentence) =>
    sentence.replace(/\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?!-)/gu, (word) =>
      String(words.indexOf(word)),
    ),
  (sentence) => sentence.replace(/(?<=\d),(?=\d{3}\b)/gu, '\u202f'),
  (sentence) => sentence.replace(/["“]([^"“”]*)["”]/gu, '«$1»'),
  (sentence) => sentence.replace(/[‘’]/gu, "'"),
  // What stands in parentheses or between two commas is left out.
  (sentence) => sentence.replace(/ \([^()]*\)/gu, ''),
  (sentence) => sentence.replace(/^([^,“"]{20,}), [^,“”"]{10,}, (?=[^“"]*$)/u, '$1 '),
  (sentence) =>
    sentence.replace(/^(?:But|And|Still|However|Meanwhile),? (\w)/u, (_, first: string) => first.toUpperCase()),
  (sentence) =>
    (/["“”]/u.test(sentence) ? sentence : sentence.replace(/\bUnited States\b/gu, 'U.S.')).replace(
      /\bper ?cent\b/gu,
      '%',
    ),
];

function innerQuotes(text: string): string {
  return text.replace(/["“]([^"“”]*)["”]/gu, '‘$1’').replace(/["“”]/gu, '');
}
