import type { Actions } from './actions.ts';
import { showCopies } from './copy-dialog.ts';
import { button, english, h } from './dom.ts';
import { allSentences } from './edit-content.ts';
import { headingsOf } from './edit-sections.ts';
import { editorView } from './editor/editor-view.ts';
import { readsPart, topicsPart } from './furniture.ts';
import { marksMargin } from './marks-margin.ts';
import type { Store } from './store.ts';
import { bringInPart } from './translation.ts';
import { toolbar } from './toolbar.ts';
import { addPicture, topPictureTools } from './top-picture.ts';

/** The summary as it will be read: one text to be written in, its marks beside it, and what stands at its foot. */
export function summaryColumn(actions: Actions): HTMLElement {
  const { store } = actions;
  const { noun } = store.opened.piece;
  const length = h('p', { class: 'length', ...english });
  const count = () => {
    length.textContent = lengthWords(store);
  };
  store.on('text', count);
  count();
  const view = editorView(actions, () => topPictureTools(actions));
  const hint = h(
    'p',
    { class: 'spoken', id: 'composer-keys-hint', ...english },
    'Alt and I says what the sentence rests on. Alt and N goes to the next mark. Control and slash lists the keys.',
  );
  return h(
    'article',
    { class: 'page', 'aria-label': `The ${noun}` },
    length,
    toolbar(actions),
    hint,
    h('div', { class: 'beside' }, view.dom, marksMargin(actions)),
    h(
      'p',
      { class: 'add-section', ...english },
      addPicture(actions),
      button('Add an empty section', () => void actions.addSection(null)),
      store.content.kind === 'summary' && button('Write the lede from the headings', () => void actions.writeLede()),
      button(`Copy the ${noun}…`, () => showCopies(actions)),
    ),
    bringInPart(actions) ?? '',
    readsPart(actions),
    topicsPart(actions),
  );
}

const wordsPerMinute = 225;

/** "412 words, about 2 minutes to read" */
function lengthWords({ content }: Store): string {
  const texts = [
    content.lede,
    ...headingsOf(content).map(({ text }) => text),
    ...allSentences(content).map(({ text }) => text),
  ];
  const words = texts.join(' ').split(/\s+/u).filter(Boolean).length;
  const minutes = Math.max(1, Math.round(words / wordsPerMinute));
  return `${words} words, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} to read`;
}
