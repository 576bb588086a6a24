/**
 * A LIKE pattern that every text holding a word (as it is in lower case) matches, for `lower(column)` on either engine.
 * SQLite lowers ASCII alone, so that a letter beyond it which has two cases stands for any one character; so do the
 * pattern's own signs. More may match: hold what is found against the word itself.
 */
export function likePattern(word: string): string {
  const letters = Array.from(word.toLowerCase(), (letter) => {
    if (/[%_\\"]/u.test(letter)) return '_';
    return letter > '\u007f' && letter.toUpperCase() !== letter ? '_' : letter;
  });
  return `%${letters.join('')}%`;
}
