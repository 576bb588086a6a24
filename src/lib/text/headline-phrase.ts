import { gerundOf, isPlainVerb, verbOfThirdPerson } from './english-verbs.ts';

/** Before these a word is no verb: "the calls", "new plans", "of attacks". */
const beforeNoun =
  /^(?:a|an|the|this|that|these|those|his|her|its|their|of|in|on|at|for|from|with|by|to|as|over|under|against|amid|after|before|about|between|new|more|no|all|some|many|and|or|\S*[’']s|\S*s[’'])$/iu;
const finite =
  /^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|won[’']t|isn[’']t|aren[’']t|doesn[’']t|don[’']t|can[’']t|\p{L}+[’'](?:re|ll|d|ve))$/iu;
const preposition =
  /^(?:by|in|at|on|from|over|after|amid|as|to|with|for|off|near|under|during|against|until|without)$/iu;
const participle =
  /^(?:[\p{L}-]{2,}ed|found|held|shot|sold|sent|told|dead|stuck|hurt|left|lost|seen|set|cut|hit|torn|given|taken|made|kept|built|caught)$/iu;

const opensNoStatement =
  /^(?:how|why|what|where|when|who|whose|which|with|if|are|is|does|do|did|can|will|should|here|there|this|these|watch|meet|once|to|in|on|at|despite|amid|after|before|as|for|by|let|think|opinion)(?![\p{L}])/iu;
/** A verb of the past, or a new clause: what follows belongs to it. */
const past =
  /^(?:\p{L}{3,}ed|said|told|made|took|went|gave|found|came|got|left|held|won|lost|met|saw|began|sent|fell|rose|led|ran|fought|sank|shot|broke|brought|built|spoke|stood|struck|swept|drew|grew|kept|paid|sold|sought|spent|thought|threw|wrote)$/iu;
const link = /^(?:as|that|who|which|while|when|because|until|if|but|whose|where)$/iu;
const particle = /^(?:up|down|out|off|over|back|in|on|away|against)$/iu;
/** In headlines these are nouns as often as verbs. */
const oftenNoun =
  /^(?:aims|attacks|calls|changes|charges|cheers|claims|demands|doubts|fears|fires|guards|hopes|leaks|limits|links|looks|moves|names|needs|offers|orders|plans|plots|protests|reports|returns|rules|shows|signs|strikes|talks|votes|walks|visits|works)$/iu;

/**
 * An English headline in a form that goes on from "including": "McCain slams Trump" as "McCain slamming Trump", "boats held in the port" as
 * it is. The form of its verb changes and no other word. Null where the verb is not surely known, or where it is no
 * statement.
 */
export function asPhrase(headline: string): string | null {
  if (/[?!:;]|(?<!\b(?:Sen|Gov|Rep|Dept|Mr|Mrs|Ms|Dr|St|Gen|\p{Lu}))\.\s|\s[–—-]\s|\.\.\.|…/u.test(headline))
    return null;
  if (opensNoStatement.test(headline)) return null;
  const words = headline.split(' ');
  const at = words.findIndex((word, index) => index > 0 && (isVerb(words, index) || endsSubject(word, words, index)));
  const found = words[at];
  if (found === undefined) return null;
  const subject = words.slice(0, at);
  if (subject.slice(1).some((word) => link.test(word) || past.test(word)) || subject.some((word) => word.endsWith(',')))
    return null;
  const rest = words.slice(at + 1);
  const next = rest[0] ?? '';
  const put = (verb: string) => [...subject, verb, ...inSameForm(rest)].join(' ');
  if (/^to$/iu.test(found)) return [...subject, 'due to', ...rest].join(' ');
  if (/^(?:is|are|has|have)$/iu.test(found)) {
    if (/^(?:not|also|now|still|never|just|already|\p{L}+ly)$/iu.test(next)) return null;
    if (/^\p{Ll}{2,}ing$/u.test(next) && /^(?:is|are)$/iu.test(found)) return [...subject, ...rest].join(' ');
    return put(/^(?:is|are)$/iu.test(found) ? 'being' : 'having');
  }
  if (finite.test(found)) return null;
  const verb = verbOf(found);
  if (verb !== null && isVerb(words, at)) return put(gerundOf(verb) + (found.endsWith(',') ? ',' : ''));
  // "emails obtained by a group", "a ferry sinking in a storm": unless a verb of its own follows.
  const another = rest.findIndex((word, index) => finite.test(word) || (index > 0 && isVerb(rest, index)));
  return another < 0 || rest.slice(0, another).some((word) => link.test(word) || /^(?:after|before|amid)$/iu.test(word))
    ? headline
    : null;
}

/** Whether a headline has a verb of its own, behind what it is about. */
export function hasVerb(headline: string): boolean {
  const words = headline.split(' ');
  return (
    !opensNoStatement.test(headline) &&
    words.some((word, at) => at > 0 && (finite.test(word) || isVerb(words, at) || isPast(words, at)))
  );
}

/** "Hadid closed the port", but not "boats held in port". */
function isPast(words: string[], at: number): boolean {
  const next = words[at + 1] ?? '';
  return (
    past.test(words[at] ?? '') &&
    next !== '' &&
    !preposition.test(next) &&
    /^(?:a|an|the|his|her|its|their|\p{Lu}.*)$/u.test(next)
  );
}

/** A word that ends a subject without being a verb that is put into another form. */
function endsSubject(word: string, words: string[], at: number): boolean {
  if (finite.test(word)) return true;
  const next = words[at + 1] ?? '';
  if (/^to$/iu.test(word)) return isPlainVerb(next.toLowerCase());
  if (/^\p{Ll}{3,}ing$/u.test(word) && !/^(?:during|including|according|regarding)$/u.test(word))
    return !beforeNoun.test(words[at - 1] ?? '');
  return participle.test(word) && (preposition.test(next) || /^(?:dead|alive|guilty|)$/iu.test(next));
}

function verbOf(word: string): string | null {
  const lower = word.toLowerCase().replace(/,$/u, '');
  return verbOfThirdPerson(lower) ?? (isPlainVerb(lower) ? lower : null);
}

function isVerb(words: string[], at: number): boolean {
  const [before = '', word = '', next = ''] = [words[at - 1], words[at]?.replace(/,$/u, ''), words[at + 1]];
  if (!/^\p{L}+$/u.test(word) || beforeNoun.test(before) || /^of$/iu.test(next) || finite.test(next)) return false;
  if (verbOfThirdPerson(word.toLowerCase()) !== null)
    // "Peace talks fail": two in a row, and the first is a noun.
    return !oftenNoun.test(word) || !isPlainVerb(next.toLowerCase()) || particle.test(next);
  const subject = words.slice(0, at);
  const isMany =
    /[^s’']s$/iu.test(before) ||
    subject.some((each) => /^and$/iu.test(each)) ||
    /^(?:people|women|men|police)$/iu.test(before);
  return isPlainVerb(word.toLowerCase()) && isMany;
}

/** Behind a verb that was put into another form, those that are joined to it: "denies and asks". */
function inSameForm(rest: string[]): string[] {
  return rest.map((word, at) => {
    if (!/^(?:and|but|then)$|,$/iu.test(rest[at - 1] ?? '')) return word;
    const verb = verbOfThirdPerson(word.toLowerCase());
    return verb === null ? word : gerundOf(verb);
  });
}
