import type { PieceContent } from '#pieces/pieces.ts';
import { wordsOf } from '#locales/locales.ts';
import type { SponsorView } from './view.ts';

export function viewSponsor({ sponsor }: Pick<PieceContent, 'sponsor'>): SponsorView | null {
  return sponsor ? { name: sponsor.name, url: sponsor.url ?? null, label: sponsor.label ?? null } : null;
}

/** "Sponsored by Tern Mutual", as a feed and a text say it. */
export function sponsorLine({ name, label }: SponsorView, lang: string): string {
  return `${label ?? wordsOf(lang).copy.sponsored} ${name}`;
}
