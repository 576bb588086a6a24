/** The letter of a paused or archived publication, set as a letter, with the way to whoever took the story over. */
import { longDay } from '#locales/dates.ts';
import { languageAttributes } from '#ui/direction.ts';
import { wordsOf } from '#locales/locales.ts';
import type { LetterView, SiblingView } from './view.ts';

export function Letter({ letter, siblings, lang }: { letter: LetterView; siblings: SiblingView[]; lang: string }) {
  const { letterMoved } = wordsOf(lang);
  const living = siblings.filter(({ status }) => status === 'active');
  return (
    <article class="letter" aria-labelledby="letter" {...languageAttributes(letter.lang, lang)}>
      <h2 id="letter">{letter.title}</h2>
      <p class="dateline">
        <time datetime={letter.date}>{longDay(letter.date, letter.lang ?? lang)}</time>
      </p>
      <p>{letter.salutation}</p>
      {letter.paragraphs.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      <p class="signed">{letter.signed}</p>
      {living.map(({ slug, name, tagline }) => (
        <p class="moved" {...languageAttributes(lang, letter.lang ?? lang)}>
          {letterMoved}{' '}
          <a href={`/${slug}`}>
            <bdi>{name}</bdi>
          </a>
          : {tagline}
        </p>
      ))}
    </article>
  );
}
