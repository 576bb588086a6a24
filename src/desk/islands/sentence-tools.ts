import type { Actions } from './actions.ts';
import { button, english, h, newId } from './dom.ts';
import { breakParagraph, mergeBack, moveSentence, removeSentence } from './edit-content.ts';

/** What can be done with a whole sentence. It stands beside the evidence, and under the sentence where there is one column. */
export function sentenceTools(actions: Actions, id: string, number: number): HTMLElement {
  const { store } = actions;
  const move = (step: 1 | -1) => {
    const moved = store.reshape((content) => moveSentence(content, id, step));
    actions.goTo(id);
    if (!moved) actions.say(step === -1 ? 'It is the first sentence.' : 'It is the last sentence.');
  };
  const breakHere = () => {
    const caret = store.reshape((content) => breakParagraph(content, id, newId));
    if (caret) actions.goTo(caret.id, 0);
    else actions.say('It opens its paragraph already.');
  };
  return h(
    'div',
    { class: 'tools', role: 'group', 'aria-label': `Sentence ${number}`, ...english },
    h('span', { class: 'soft' }, `Sentence ${number}`),
    button('↑', () => move(-1), { 'aria-label': 'Move the sentence up', title: 'Up (Alt+↑)' }),
    button('↓', () => move(1), { 'aria-label': 'Move the sentence down', title: 'Down (Alt+↓)' }),
    button('⤒', () => joinBack(actions, id), {
      'aria-label': 'Join the sentence to the one before',
      title: 'Join to the one before (Alt+J)',
    }),
    button('¶', breakHere, { 'aria-label': 'Begin a paragraph with this sentence', title: 'Begin a paragraph here' }),
    button('×', () => takeOut(actions, id), {
      'aria-label': 'Take the sentence out',
      title: 'Take out (Alt+Backspace)',
    }),
  );
}

export function joinBack(actions: Actions, id: string): void {
  const caret = actions.store.reshape((content) => mergeBack(content, id));
  if (!caret) return actions.say('No sentence stands before it.');
  actions.goTo(caret.id, caret.at);
  actions.say('The two are one sentence, with what both rested on.');
}

export function takeOut(actions: Actions, id: string): void {
  const caret = actions.store.reshape((content) => removeSentence(content, id));
  if (caret) actions.goTo(caret.id);
  actions.say('The sentence is out. Undo brings it back.');
}
