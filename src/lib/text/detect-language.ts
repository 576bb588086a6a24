import { detectAll } from 'tinyld';

/** Scripts that stand for one language (or one above all others) where nothing else is known. */
const scripts: readonly { name: string; pattern: RegExp; languages: readonly string[] }[] = [
  { name: 'latin', pattern: /\p{Script=Latin}/gu, languages: [] },
  { name: 'arabic', pattern: /\p{Script=Arabic}/gu, languages: ['ar', 'fa', 'ckb', 'ur', 'ps', 'ku', 'ug', 'sd'] },
  {
    name: 'cyrillic',
    pattern: /\p{Script=Cyrillic}/gu,
    languages: ['ru', 'uk', 'bg', 'sr', 'be', 'mk', 'kk', 'ky', 'mn', 'tt'],
  },
  { name: 'hebrew', pattern: /\p{Script=Hebrew}/gu, languages: ['he', 'yi'] },
  { name: 'greek', pattern: /\p{Script=Greek}/gu, languages: ['el'] },
  { name: 'armenian', pattern: /\p{Script=Armenian}/gu, languages: ['hy'] },
  { name: 'georgian', pattern: /\p{Script=Georgian}/gu, languages: ['ka'] },
  { name: 'syriac', pattern: /\p{Script=Syriac}/gu, languages: ['syr'] },
  { name: 'ethiopic', pattern: /\p{Script=Ethiopic}/gu, languages: ['am', 'ti'] },
  { name: 'devanagari', pattern: /\p{Script=Devanagari}/gu, languages: ['hi', 'mr', 'ne'] },
  { name: 'bengali', pattern: /\p{Script=Bengali}/gu, languages: ['bn'] },
  { name: 'tamil', pattern: /\p{Script=Tamil}/gu, languages: ['ta'] },
  { name: 'thai', pattern: /\p{Script=Thai}/gu, languages: ['th'] },
  { name: 'hangul', pattern: /\p{Script=Hangul}/gu, languages: ['ko'] },
  { name: 'kana', pattern: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, languages: ['ja'] },
  { name: 'han', pattern: /\p{Script=Han}/gu, languages: ['zh', 'ja'] },
];

/** Fewer letters than this say too little about a language of the Latin script. */
const shortLatin = 40;

/**
 * The language of a text as a primary BCP 47 subtag ('en', 'ar', 'ckb' …), or 'und'. The script decides first; Latin and
 * Cyrillic are told apart by tinyld's n-grams, languages of the Arabic script by their own letters. A short or doubtful
 * text goes with the hint (a feed's or page's declared language) where its script allows.
 */
export function detectLanguage(text: string, hint?: string | null): string {
  const sample = text.slice(0, 4_000).replace(/https?:\/\/\S+|\S+@\S+/g, ' ');
  const hinted = /^[a-z]{2,3}(?=-|$)/i.exec(hint?.trim().replaceAll('_', '-') ?? '')?.[0]?.toLowerCase();
  const counts = scripts.map(({ pattern }) => sample.match(pattern)?.length ?? 0);
  const letters = Math.max(...counts);
  const script = scripts[counts.indexOf(letters)];
  if (!script || letters === 0) return hinted ?? 'und';
  const kana = counts[scripts.findIndex(({ name }) => name === 'kana')] ?? 0;
  if (script.name === 'han' && kana * 20 > letters) return 'ja';
  const fits = hinted !== undefined && fitsScript(hinted, script.name);
  if (script.name === 'arabic') return letters < 12 && fits ? hinted : languageOfArabicScript(sample, letters);
  if (script.name !== 'latin' && script.name !== 'cyrillic' && script.name !== 'devanagari') {
    return fits ? hinted : (script.languages[0] ?? 'und');
  }
  if (letters < shortLatin && fits) return hinted;
  if (letters < 12) return 'und';
  return byNgrams(sample, script.languages, fits ? hinted : undefined);
}

function byNgrams(sample: string, only: readonly string[], hinted: string | undefined): string {
  if (only.length === 0 && isKurmanji(sample)) return 'ku';
  const guesses = detectAll(sample.slice(0, 1_000), only.length > 0 ? { only: [...only] } : {});
  const best = guesses[0];
  if (!best) return hinted ?? 'und';
  const hint = guesses.find(({ lang }) => lang === hinted);
  return hint && hint.accuracy >= best.accuracy * 0.6 ? hint.lang : best.lang;
}

function fitsScript(language: string, script: string): boolean {
  const own = scripts.filter(({ languages }) => languages.includes(language)).map(({ name }) => name);
  // Languages of no other script in the table are written in Latin; Kurdish and Serbian are written in both.
  return own.includes(script) || (script === 'latin' && (own.length === 0 || language === 'ku' || language === 'sr'));
}

/** Each of these languages has letters that the others do not use; Arabic is what is left. */
function languageOfArabicScript(sample: string, letters: number): string {
  const share = (pattern: RegExp) => (sample.match(pattern)?.length ?? 0) / letters;
  if (share(/[ڕێۆڵڤە]/g) > 0.04) return 'ckb';
  if (share(/[ټډړږښڼځڅۍې]/g) > 0.02) return 'ps';
  if (share(/[ٹڈڑںےۓہ]/g) > 0.03) return 'ur';
  const persian = share(/[پچژگ]/g);
  return persian > 0.02 || (persian > 0.004 && share(/[کی]/g) > 0.04) || share(/[کی]/g) > 0.08 ? 'fa' : 'ar';
}

/** tinyld does not know Kurmanji: its circumflexed letters and commonest words do. */
function isKurmanji(sample: string): boolean {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const own = words.filter((word) => /^(?:û|ku|di|de|ji|bi|li|ev|ew|yên|jî|ê|her|bû|dike|hat|kir)$/.test(word)).length;
  const marked = words.filter((word) => /[êîû]/.test(word)).length;
  return words.length >= 8 && own / words.length > 0.12 && marked / words.length > 0.12;
}
