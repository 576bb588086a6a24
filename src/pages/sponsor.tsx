/** Who paid for a piece: said before its title, in words, wherever the piece is named. */
import { wordsOf } from '#locales/locales.ts';
import { safeHref } from '#ui/safe-href.ts';
import type { SponsorView } from './view.ts';

export function Sponsor({
  sponsor,
  lang,
  plain = false,
}: {
  sponsor: SponsorView | null;
  lang: string;
  plain?: boolean;
}) {
  if (!sponsor) return null;
  const href = sponsor.url === null || plain ? null : safeHref(sponsor.url);
  const name = <bdi>{sponsor.name}</bdi>;
  return (
    <p class="sponsor">
      {sponsor.label ?? wordsOf(lang).copy.sponsored}{' '}
      {href ? (
        <a href={href} rel="sponsored nofollow">
          {name}
        </a>
      ) : (
        name
      )}
    </p>
  );
}
