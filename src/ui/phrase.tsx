/** Words with names in them: a name of another script is isolated (`<bdi>`), a day carries its date. */
import type { Child } from 'hono/jsx';
import type { Phrase } from '#locales/phrase.ts';

export function Phrased({ phrase }: { phrase: Phrase }): Child {
  return (
    <>
      {phrase.map((part) => {
        if (typeof part === 'string') return part;
        if ('name' in part) {
          const name = <bdi>{part.name}</bdi>;
          return part.href ? <a href={part.href}>{name}</a> : name;
        }
        return <time datetime={part.day}>{part.words}</time>;
      })}
    </>
  );
}
