import type { HeldAnswer, HeldSourceView, OpenSourceAnswer } from '../composer-state.ts';
import type { Actions } from './actions.ts';
import { ask, troubleWords } from './ask.ts';
import { openDialog } from './dialog.ts';
import { button, h } from './dom.ts';

/** What is held where a sentence of our own reporting comes from, and the ways to hold more and to read it. */
export function heldSources(actions: Actions, sentence: string): HTMLElement {
  const { id } = actions.store.opened.piece;
  const list = h('ul', { class: 'held' });
  const path = `/desk/api/pieces/${id}/sources`;
  const draw = (answer: Extract<HeldAnswer, { kind: 'held' }>) =>
    list.replaceChildren(
      ...answer.sources
        .filter(({ at }) => at === sentence)
        .map((source) => h('li', {}, ...view(source, answer.mayRead))),
    );
  const take = (answer: HeldAnswer | { kind: 'unreached' }, said: string): boolean => {
    if (answer.kind !== 'held') {
      actions.say(troubleWords(answer), 'bad');
      return false;
    }
    draw(answer);
    if (said) actions.say(said, 'good');
    return true;
  };
  const view = (source: HeldSourceView, mayRead: boolean) => [
    `A source is held, by ${source.by}, ${source.on}.`,
    mayRead &&
      h(
        'span',
        { class: 'actions' },
        button('Read it', () => void read(source)),
        button('Delete it…', () => remove(source), { class: 'quiet' }),
      ),
  ];
  const read = async (source: HeldSourceView) => {
    const answer = await ask<OpenSourceAnswer>('POST', `${path}/open`, { source: source.id });
    if (answer.kind !== 'open') return actions.say(troubleWords(answer), 'bad');
    openDialog(
      'A held source',
      { name: 'held' },
      h('p', { class: 'held-words', dir: 'auto' }, answer.words),
      h('p', { class: 'soft' }, 'Shown to you alone. That you read it stands in the audit log.'),
    );
  };
  const remove = (source: HeldSourceView) => {
    const dialog = openDialog(
      'Delete a held source?',
      { name: 'held' },
      h('p', {}, 'Nobody can read it again, here or in a backup made from now on. Older backups hold it, sealed.'),
      h(
        'p',
        { class: 'actions' },
        button(
          'Delete it',
          () => {
            dialog.close();
            void ask<HeldAnswer>('POST', `${path}/delete`, { source: source.id }).then((answer) =>
              take(answer, 'The source is deleted.'),
            );
          },
          { class: 'strong' },
        ),
      ),
    );
  };
  void ask<HeldAnswer>('GET', path).then((answer) => {
    if (answer.kind === 'held') draw(answer);
  });
  return h(
    'div',
    {},
    list,
    h(
      'p',
      { class: 'actions' },
      button('Hold a source…', () =>
        askSource(async (words) => {
          const answer = await ask<HeldAnswer>('POST', path, { sentence, words });
          return take(answer, 'It is sealed and held. No reader, feed, copy or dump ever has it.');
        }),
      ),
    ),
  );
}

function askSource(hold: (words: string) => Promise<boolean>): void {
  const words = h('textarea', { rows: 5, required: true, maxlength: 10_000, dir: 'auto', 'aria-label': 'The source' });
  const form = h(
    'form',
    {
      onsubmit: (event: SubmitEvent) => {
        event.preventDefault();
        void hold(words.value).then((held) => {
          if (held) dialog.close();
        });
      },
    },
    h('label', {}, 'Who says so, and how we know ', words),
    h(
      'p',
      { class: 'soft' },
      'It is sealed before it is kept: only publishers and administrators of this publication can open it, and each time is noted. It is never shown to readers. If their safety hangs on it, do not write a name at all.',
    ),
    h('p', { class: 'actions' }, h('button', { class: 'strong' }, 'Seal and hold it')),
  );
  const dialog = openDialog('Hold a source', { name: 'hold' }, form);
  words.focus();
}
