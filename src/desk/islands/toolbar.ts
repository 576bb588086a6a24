import { isWebAddress } from '#lib/json/read-json.ts';
import { toggleMark } from 'prosemirror-commands';
import type { Command } from 'prosemirror-state';
import type { Actions } from './actions.ts';
import { openDialog } from './dialog.ts';
import { button, english, h, newId } from './dom.ts';
import { blockOfPart, type Shape, splitSection, turnInto } from './edit-blocks.ts';
import { askFigure } from './figures.ts';
import { splitSentenceHere } from './editor/editor-keys.ts';
import { markType } from './editor/schema.ts';

/** What can be done with the text under the cursor. Every button has a key or a place among the keys' list. */
export function toolbar(actions: Actions): HTMLElement {
  const { store } = actions;
  const run = (command: Command) => {
    command(store.state, (tr) => store.dispatch(tr));
    store.view?.focus();
  };
  const shape = (name: Shape, words: string) => {
    const { active } = store;
    const turned = active !== null && store.reshape((content) => turnInto(content, active, name, newId));
    actions.say(turned ? words : 'Put the cursor in a paragraph, a list or a quotation first.');
    if (active !== null) actions.goTo(active);
  };
  const bar = h(
    'div',
    { class: 'toolbar', role: 'toolbar', 'aria-label': 'Text', ...english },
    button('B', () => run(toggleMark(markType('strong'))), {
      'aria-label': 'Strong',
      title: 'Strong (Ctrl+B)',
      class: 'b',
    }),
    button('I', () => run(toggleMark(markType('em'))), {
      'aria-label': 'Emphasis',
      title: 'Emphasis (Ctrl+I)',
      class: 'i',
    }),
    button('Link', () => askLink(actions), { title: 'Link the chosen words (Ctrl+K)' }),
    button('¶', () => shape('paragraph', 'It is a paragraph.'), {
      'aria-label': 'Paragraph',
      title: 'Paragraph (Alt+0)',
    }),
    button('•', () => shape('bullets', 'It is a list.'), { 'aria-label': 'List', title: 'List (Alt+8)' }),
    button('1.', () => shape('numbers', 'It is a numbered list.'), {
      'aria-label': '1. Numbered list',
      title: 'Numbered list (Alt+7)',
    }),
    button('“”', () => shape('quote', 'It is a quotation with its speaker.'), {
      'aria-label': 'Quotation',
      title: 'Quotation (Alt+9)',
    }),
    button('Picture…', () => askFigure(actions), { title: 'Put a picture in the text (Alt+G)' }),
    button('Heading here', () => openSection(actions), { title: 'Open a section at this sentence (Alt+H)' }),
    button('Split', () => run(splitSentenceHere), {
      'aria-label': 'Split the sentence at the cursor',
      title: 'Split the sentence at the cursor (Alt+Enter)',
    }),
  );
  // The text keeps its selection while a button is pressed.
  bar.addEventListener('mousedown', (event) => event.preventDefault());
  return bar;
}

/** The keys of the toolbar; null where the key is none of them. */
export function toolbarKey(actions: Actions, event: KeyboardEvent): (() => void) | null {
  const { store } = actions;
  if (!store.view?.hasFocus()) return null;
  const ctrl = event.ctrlKey || event.metaKey;
  if (ctrl && event.code === 'KeyK') return () => askLink(actions);
  if (!event.altKey || ctrl) return null;
  const shapes: Record<string, Shape> = { Digit0: 'paragraph', Digit7: 'numbers', Digit8: 'bullets', Digit9: 'quote' };
  const shape = shapes[event.code];
  const { active } = store;
  if (shape && active !== null)
    return () => {
      store.reshape((content) => turnInto(content, active, shape, newId));
      actions.goTo(active);
    };
  if (event.code === 'KeyH') return () => openSection(actions);
  if (event.code === 'KeyG') return () => askFigure(actions);
  return null;
}

function openSection(actions: Actions): void {
  const { active } = actions.store;
  const id = active === null ? null : actions.store.reshape((content) => splitSection(content, active, newId));
  if (!id) return actions.say('Put the cursor in the sentence that the section is to begin with.');
  actions.goTo(id);
  actions.say('A section begins here. Write its heading.', 'good');
}

function askLink(actions: Actions): void {
  const { store } = actions;
  const { from, to, empty, $head } = store.state.selection;
  const block = blockOfPart(store.content, store.active);
  if (empty || !block || block.type === 'heading' || !$head.parent.type.allowsMarkType(markType('link')))
    return actions.say('Choose the words of a sentence that are to be a link first.');
  const address = h('input', {
    type: 'url',
    required: true,
    dir: 'ltr',
    'aria-label': 'Address',
    placeholder: 'https://',
  });
  const set = (href: string | null) => {
    dialog.close();
    const tr = store.state.tr.removeMark(from, to, markType('link'));
    store.dispatch(href === null ? tr : tr.addMark(from, to, markType('link').create({ href })));
    store.view?.focus();
  };
  const form = h(
    'form',
    {
      onsubmit: (event: SubmitEvent) => {
        event.preventDefault();
        if (isWebAddress(address.value)) set(address.value);
        else address.setCustomValidity('A web address begins with https://');
        address.reportValidity();
      },
      oninput: () => address.setCustomValidity(''),
    },
    h('label', {}, 'Where it leads ', address),
    h(
      'p',
      { class: 'actions' },
      h('button', { class: 'strong' }, 'Link'),
      button('No link', () => set(null)),
    ),
  );
  const dialog = openDialog('Link the chosen words', { name: 'link' }, form);
  address.focus();
}
