import { wordsOf } from '#locales/locales.ts';
import { feedsAt } from './paths.ts';

/** The feeds of the list that stands at a path. */
export function FeedLinks({ folder, lang }: { folder: string; lang: string }) {
  return (
    <p class="feeds">
      {wordsOf(lang).copy.feeds}:{' '}
      {feedsAt(folder).map(({ href, type, name }) => (
        <>
          <a href={href} type={type}>
            {name}
          </a>{' '}
        </>
      ))}
    </p>
  );
}
