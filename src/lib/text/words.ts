/**
 * Words of a text in any script, with offsets, and the foldings that make two spellings of one word equal.
 * Arabic follows the "light10" normalisation and affix list (Larkey, Ballesteros & Connell 2007), prefixes and a few suffixes only.
 */

/** One word as it stands in a text; offsets are UTF-16, end exclusive. */
export interface Word {
  raw: string;
  start: number;
  end: number;
}

const LETTER = 1;
const MARK = 2;
const DIGIT = 3;
/** Where a sentence, or something said, ends or begins. */
const BREAK = 4;
const UNKNOWN = 255;
const classes = new Uint8Array(0x10000).fill(UNKNOWN);
for (const character of '.!?:;\n\r“"«(؟؛') classes[character.charCodeAt(0)] = BREAK;

/** What kind of character starts here: LETTER, MARK, DIGIT, BREAK or 0; each code unit is looked up in Unicode's tables once. */
function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const known = classes[unit] ?? 0;
  return known === UNKNOWN ? lookUpClass(text, at) : known;
}

function lookUpClass(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  // The halves of a surrogate pair cannot be told alone; the second half goes with the first.
  if (unit >= 0xdc00 && unit <= 0xdfff) return at > 0 && isLeading(text.charCodeAt(at - 1)) ? classAt(text, at - 1) : 0;
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const found = /[\p{L}ـ]/u.test(character)
    ? LETTER
    : /\p{M}/u.test(character)
      ? MARK
      : /\p{N}/u.test(character)
        ? DIGIT
        : 0;
  if (!isLeading(unit)) classes[unit] = found;
  return found;
}

function isLeading(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019;
}

function isNumberSeparator(unit: number): boolean {
  return unit === 0x2e || unit === 0x2c || unit === 0x066b || unit === 0x066c;
}

/** Where the word that starts here ends: a number with its separators, letters with inner apostrophes, or U.N. with its dots. */
function wordEnd(text: string, start: number, limit: number): number {
  let at = start + 1;
  if (classAt(text, start) === DIGIT) {
    while (at < limit) {
      if (classAt(text, at) === DIGIT) at++;
      else if (isNumberSeparator(text.charCodeAt(at)) && at + 1 < limit && classAt(text, at + 1) === DIGIT) at += 2;
      else break;
    }
    return at;
  }
  while (at < limit) {
    const kind = classAt(text, at);
    if (kind === LETTER || kind === MARK) at++;
    else if (isApostrophe(text.charCodeAt(at)) && at + 1 < limit && classAt(text, at + 1) === LETTER) at += 2;
    else break;
  }
  if (at === start + 1 && at < limit && text.charCodeAt(at) === 0x2e) {
    let dotted = at + 1;
    while (dotted + 1 < limit && classAt(text, dotted) === LETTER && text.charCodeAt(dotted + 1) === 0x2e) dotted += 2;
    if (dotted > at + 1) return dotted;
  }
  return at;
}

/**
 * Calls `visit` with the place of each word of a text in order, in UTF-16 units, end exclusive, and whether a sentence, or
 * something said, ends or begins between it and the word before (the first opens one). Reads the first `most` units as if
 * there were no more.
 */
export function eachWord(
  text: string,
  visit: (start: number, end: number, opens: boolean) => void,
  most = text.length,
): void {
  let limit = Math.min(most, text.length);
  // Half a character at the end is none.
  if (limit < text.length && isLeading(text.charCodeAt(limit - 1))) limit--;
  let opens = true;
  let at = 0;
  while (at < limit) {
    const kind = classAt(text, at);
    if (kind === LETTER || kind === DIGIT) {
      const end = wordEnd(text, at, limit);
      visit(at, end, opens);
      opens = false;
      at = end;
    } else {
      if (kind === BREAK) opens = true;
      at++;
    }
  }
}

/** The words of a text in order; punctuation and symbols are between them. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  eachWord(text, (start, end) => found.push({ raw: text.slice(start, end), start, end }));
  return found;
}

const PLAIN = /^[a-z]+$/;
const ARABIC = /[\u0600-\u06ff]/;

/** True when the word is written in Arabic letters. */
export function isArabic(word: string): boolean {
  return ARABIC.test(word);
}

/** True when the word is a number, in any digits. */
export function isNumeric(word: string): boolean {
  return /^\p{N}/u.test(word);
}

/**
 * One spelling for a word: lower case, no diacritics, harakat or tatweel, one alef, ta marbuta as ha, alef maqsura as ya,
 * digits as 0-9 without thousands separators, no possessive, no dots in abbreviations.
 */
export function foldWord(raw: string): string {
  if (PLAIN.test(raw)) return raw;
  let word = raw.toLowerCase();
  if (PLAIN.test(word)) return word;
  word = raw
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’]s?$/, '')
    .replace(/['’]/g, '');
  if (isNumeric(word)) return foldNumber(word);
  word = word.replace(/[\p{M}ـ.]/gu, '');
  if (!isArabic(word)) return word.replace(/ß/g, 'ss').replace(/ø/g, 'o').replace(/ł/g, 'l').replace(/ı/g, 'i');
  // NFKD has already taken the hamza or madda off its alef, waw or ya.
  return word.replace(/ٱ/g, 'ا').replace(/[ىی]/g, 'ي').replace(/ة/g, 'ه').replace(/ک/g, 'ك');
}

function foldNumber(word: string): string {
  const digits = word.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
  return digits.replace(/[,٬](?=\d{3}(?!\d))/g, '').replace(/[٫,]/g, '.');
}

/** Decimal digits stand in runs of ten, each starting at a code that ends in hex 0 or 6. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0x30;
  const low = code & 0xf;
  return /\p{Nd}/u.test(String.fromCodePoint(code - low)) ? low : low - 6;
}

const ARABIC_PREFIXES = ['وال', 'بال', 'كال', 'فال', 'ولل', 'ال', 'لل'];

/** Takes the article (and a conjunction or preposition written onto it) off a folded Arabic word; other words stay. */
export function stripArabicArticle(folded: string): string {
  for (const prefix of ARABIC_PREFIXES) {
    if (folded.startsWith(prefix) && folded.length - prefix.length >= 2) return folded.slice(prefix.length);
  }
  return folded.startsWith('و') && folded.length >= 5 ? folded.slice(1) : folded;
}

const ARABIC_SUFFIXES = ['ات', 'ون', 'ين', 'ان', 'ها', 'هم', 'يه', 'ه', 'ي'];

/** Light stem of a folded Arabic word: article off, then one common ending if three letters stay. */
export function stemArabic(folded: string): string {
  const bare = stripArabicArticle(folded);
  for (const suffix of ARABIC_SUFFIXES) {
    if (bare.endsWith(suffix) && bare.length - suffix.length >= 3) return bare.slice(0, -suffix.length);
  }
  return bare;
}

/** Light stem of a folded English word: plural, -ing, -ed and -ly off where enough stays; the result need not be a word. */
export function stemEnglish(folded: string): string {
  let stem = folded;
  if (stem.length > 3 && stem.endsWith('s') && !/(?:ss|us|is)$/.test(stem)) {
    stem = /(?:ches|shes|sses|xes|zes)$/.test(stem) ? stem.slice(0, -2) : stem.slice(0, -1);
    if (stem.length > 4 && stem.endsWith('ie')) stem = `${stem.slice(0, -2)}y`;
  }
  const cut = /^(.{3,}?)(?:ingly|edly|ing|ed|ly)$/.exec(stem)?.[1];
  if (cut !== undefined && /[aeiouy]/.test(cut)) {
    stem = /([bdfgmnprt])\1$/.test(cut) ? cut.slice(0, -1) : cut;
  }
  return stem.length > 4 && stem.endsWith('e') ? stem.slice(0, -1) : stem;
}

/** The stem of a folded word by its script. */
export function stemWord(folded: string): string {
  if (isArabic(folded)) return stemArabic(folded);
  return PLAIN.test(folded) ? stemEnglish(folded) : folded;
}

const STOP_WORDS = new Set(
  `a about above across after again against all almost along already also although always am among an and another any anybody anyone
  anything are arent around as ask asked at away back be became because become been before began behind being below between both but by
  came can cannot cant come could couldnt did didnt do does doesnt doing done dont down during each either else enough etc even ever
  every everyone everything far few for from further get gets getting give given go goes going gone got had hadnt has hasnt have havent
  having he held her here hers herself hes him himself his how however i if im in indeed instead into is isnt it its itself ive just
  keep kept know known least less let like likely made make makes making many may maybe me might more most mostly much must my myself
  near nearly need never next no nobody none nor not nothing now of off often oh on once one ones only onto or other others our ours
  out over own part per perhaps put quite rather really s said same saw say saying says see seen seem seems several shall she should
  shouldnt since so some someone something soon still such t take taken takes taking than that thats the their theirs them themselves
  then there therefore theres these they theyre thing things think this those though through thus till to together told too took toward
  towards tried try trying two under until up upon us use used uses using very via want wanted wants was wasnt way we well went were
  werent weve what whatever when where whether which while who whole whom whose why will with within without wont would wouldnt yes yet
  you youre your yours yourself mr mrs ms dr according added adding added today yesterday tomorrow monday tuesday wednesday thursday
  friday saturday sunday january february march april june july august september october november december
  في من على الى عن مع ان هذا هذه ذلك تلك التي الذي الذين كان كانت يكون تكون قد لقد لم لن لا ما ماذا هو هي هم هن نحن انا انت او ثم
  بعد قبل عند بين كل بعض غير حتى اذا كما كذلك ايضا حيث منذ خلال حول ضد دون فوق تحت امام وقد وهو وهي ولا ولم وان انه انها بان لان
  اي ليس ليست قال قالت يقول تقول واضاف اضاف اضافت وقال وقالت ذكر ذكرت وفق وفقا بحسب اليوم امس غدا الاثنين الثلاثاء الاربعاء
  الخميس الجمعه السبت الاحد به بها له لها فيه فيها منه منها عليه عليها اليه اليها عنه عنها لهم بهم عليهم وفي ومن وعلي علي الي
  وذلك وكان وكانت مثل لدي وما مما عبر نحو احد اخر اخري يتم تم جدا فقط`.split(/\s+/),
);

/** True for a folded word that says nothing about what a text is about, in English or Arabic. */
export function isStopWord(folded: string): boolean {
  return STOP_WORDS.has(folded);
}

/** What a text is about, for comparing: folded, stemmed words in order, without stop words and single letters. */
export function terms(text: string): string[] {
  const found: string[] = [];
  eachWord(text, (start, end) => {
    const folded = foldWord(text.slice(start, end));
    if (folded.length > 1 && !isStopWord(folded)) found.push(stemWord(folded));
  });
  return found;
}
