/** BCP 47 language tag of a text, for example `en`, `ar` or `ar-SY`. */
export type Lang = string;

const rightToLeft = new Set(['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);
const scripts = new Map<Lang, string>();
/** Tags come from foreign texts too: so many are kept, and no more. */
const scriptLimit = 1000;

/** The first subtag: `ar` of `ar-SY`. */
export function languageOf(lang: Lang): string {
  return lang.toLowerCase().split('-')[0] ?? '';
}

/** The script (ISO 15924) that a language is written in: `Arab` of `ckb`, `Latn` of `ku`, `Arab` of `ku-Arab`. */
export function scriptOf(lang: Lang): string {
  const known = scripts.get(lang);
  if (known) return known;
  const script = likelyScript(lang);
  if (scripts.size >= scriptLimit) scripts.clear();
  scripts.set(lang, script);
  return script;
}

function likelyScript(lang: Lang): string {
  try {
    return new Intl.Locale(lang).maximize().script ?? 'Latn';
  } catch {
    return 'Latn';
  }
}

/** The direction that a language is written in. */
export function directionOf(lang: Lang): 'ltr' | 'rtl' {
  return rightToLeft.has(scriptOf(lang)) ? 'rtl' : 'ltr';
}
