import type { Child } from 'hono/jsx';

/** Asks for words that a list is narrowed to; `more` stands in the same form, beside its button. */
export function FindForm(of: {
  action: string;
  label: string;
  words: string;
  name?: string;
  kept?: Record<string, string>;
  more?: Child;
}) {
  const { action, label, words, name = 'q', kept = {}, more } = of;
  return (
    <form method="get" action={action} role="search" class="find">
      {Object.entries(kept).map(([each, value]) => (
        <input type="hidden" name={each} value={value} />
      ))}
      <label for={name}>{label}</label>
      <div class="line">
        <input id={name} name={name} type="search" dir="auto" value={words} autocomplete="off" />
        <button class="button">Find</button>
        {more}
      </div>
    </form>
  );
}

/** Which words a list was narrowed to, and the way back to all of it; nothing where it was not. */
export function FoundBy({ words, all }: { words: string; all: string }) {
  if (words === '') return null;
  return (
    <>
      {' '}
      with “<bdi>{words}</bdi>”. <a href={all}>Show all</a>
    </>
  );
}
