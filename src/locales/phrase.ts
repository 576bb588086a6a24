/** Words with names and days in them, which a page marks up: see `ui/phrase.tsx`. */
export type PhrasePart = string | { name: string; href?: string | null } | { day: string; words: string };
export type Phrase = PhrasePart[];

export function phraseText(phrase: Phrase): string {
  return phrase.map((part) => (typeof part === 'string' ? part : 'name' in part ? part.name : part.words)).join('');
}
