import type { Actions } from './actions.ts';
import { button, english, h } from './dom.ts';
import { mergeSection } from './edit-blocks.ts';
import { moveSection, removeSection } from './edit-sections.ts';

/** Moves and takes out a whole section. */
export function sectionTools(actions: Actions, id: string): HTMLElement {
  const { store } = actions;
  const move = (step: 1 | -1) => {
    const moved = store.reshape((content) => moveSection(content, id, step));
    actions.goTo(id);
    if (!moved) actions.say('The section is at the end already.');
  };
  const remove = () => {
    store.reshape((content) => removeSection(content, id));
    actions.say('The section is out. Undo brings it back.');
  };
  const merge = () => {
    store.reshape((content) => mergeSection(content, id));
    actions.say('The heading is out; what stood under it belongs to the section before. Undo brings it back.');
  };
  return h(
    'div',
    { class: 'tools', role: 'group', 'aria-label': 'Section', ...english },
    button('↑', () => move(-1), { 'aria-label': 'Move the section up', title: 'Section up (Alt+Shift+↑)' }),
    button('↓', () => move(1), { 'aria-label': 'Move the section down', title: 'Section down (Alt+Shift+↓)' }),
    button('⤒', merge, { 'aria-label': 'Join the section to the one before', title: 'Join to the section before' }),
    button('×', remove, { 'aria-label': 'Take the section out', title: 'Take the section out' }),
  );
}
