import type { Basis } from '#pieces/pieces.ts';
import type { Store } from './store.ts';

/** Two letters that stand for an outlet; the same as on the day's page. */
export function monogram(outlet: string): string {
  const words = outlet.split(/\s+/u).filter((word) => !/^(?:the|of|and|al|de|la)$/iu.test(word));
  if (words.length === 1)
    return Array.from(words[0] ?? '')
      .slice(0, 2)
      .join('')
      .toUpperCase();
  return words
    .slice(0, 2)
    .map((word) => Array.from(word.replace(/^(?:al-|ال)/iu, ''))[0] ?? '')
    .join('')
    .toUpperCase();
}

/** What a sentence rests on, in words and in the few letters that stand after it: you always see who says so. */
export function whoSays({ evidence }: Store, basis: Basis): { words: string; letters: string } {
  switch (basis.kind) {
    case 'cited': {
      const outlets = [...new Set(basis.citations.map((each) => evidence.get(each.evidence)?.outlet ?? '?'))];
      const more = outlets.length > 3 ? ' +' : '';
      return { words: `Cites ${outlets.join(', ')}`, letters: outlets.slice(0, 3).map(monogram).join(' ') + more };
    }
    case 'linked':
      return { words: 'An imported link, never checked here', letters: '↗' };
    case 'vouched':
      return { words: basis.by ? `Vouched for by ${basis.by}` : 'Vouched for', letters: '†' };
    case 'own':
      return { words: 'Our own reporting', letters: '‡' };
    case 'uncited':
      return { words: 'Rests on nothing yet', letters: '–' };
  }
}
