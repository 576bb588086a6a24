/** Behind these a noun of an English sentence may want an article; headlines leave it out. */
const opens =
  /^(?:\p{L}{2,}ing|in|on|at|for|from|with|by|to|into|over|under|against|amid|after|before|about|between|of|as|and|during|off|near|outside|across|along|through)$/iu;
/** "Of missing pharmacist": behind these such a word is no verb, and the article would stand before it. */
const beforeParticiple = /^(?:a|an|the|of|in|on|at|for|from|with|to|into|over|against|about|between)$/iu;
const ends =
  /^(?:\p{L}{2,}ing|in|on|at|for|from|with|by|to|into|over|under|against|amid|after|before|about|between|of|as|and|or|but|due|that|who|which|is|are|was|were|has|have|\p{L}+ed|says?|saying)$/iu;
const wantsNone =
  /^(?:a|an|the|his|her|its|their|this|that|these|those|no|all|some|many|more|most|few|new|other|another|each|every|both|it|he|she|they|not|how|what|why|who|where|when|to|out|up|off|back|\p{L}+ly|\p{L}+ing|\p{N}.*|\P{L}.*|.*[’']s?)$/iu;
const article = /^(?:a|an|the)$/iu;

/**
 * Puts the articles back that an English headline left out, where the reports themselves have one before the same words most of the time:
 * "the Khan family", "a ferry". What stands in quotation marks stays.
 */
export function withArticles(text: string, reports: readonly string[]): string {
  const words = text.split(' ');
  let quoted = false;
  return words
    .map((word, at) => {
      const before = words[at - 1];
      const wasQuoted = quoted || word.startsWith('“');
      quoted = wasQuoted && !word.includes('”');
      const bare = word.replace(/[,;.]$/u, '');
      const isParticiple = /ing$/iu.test(before ?? '') && beforeParticiple.test(words[at - 2] ?? '');
      if (wasQuoted || isParticiple || wantsNone.test(bare) || !(before === undefined || opens.test(before)))
        return word;
      const next = word === bare ? words[at + 1]?.replace(/[,;.”]+$/u, '') : undefined;
      const alone = next === undefined || ends.test(next);
      const noun = alone ? bare : next;
      if (/[^s]s$/u.test(noun)) return word;
      const found = articleOf(alone ? [bare] : [bare, next], reports);
      return found ? `${found} ${word}` : word;
    })
    .join(' ');
}

/** The article that stands before some words most of the times that they stand in the reports; null: none does, mostly. */
function articleOf(words: string[], reports: readonly string[]): string | null {
  const sought = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('\\s+');
  const pattern = new RegExp(`(?:(\\p{L}[\\p{L}’'.-]*)\\s+)?(?<![\\p{L}\\p{N}’'-])${sought}(?![\\p{L}\\p{N}-])`, 'giu');
  const counts = new Map<string, number>();
  let all = 0;
  for (const report of reports)
    for (const [, before = ''] of report.matchAll(pattern)) {
      all += 1;
      if (article.test(before)) counts.set(before.toLowerCase(), (counts.get(before.toLowerCase()) ?? 0) + 1);
    }
  const with_ = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const isName = /^\p{Lu}/u.test(words[0] ?? '');
  if (with_ < (words.length === 1 ? 2 : 1) || with_ < (words.length === 1 && isName ? 0.8 : 0.6) * all) return null;
  if (isName) return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  return ['an', 'a', 'the'].find((each) => counts.has(each)) ?? null;
}
