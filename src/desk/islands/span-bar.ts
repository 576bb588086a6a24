import type { SpanRequest } from '../composer-state.ts';
import type { Actions } from './actions.ts';
import { button, h } from './dom.ts';
import { findSentence } from './edit-content.ts';
import { chosenSpan } from './report-text.ts';

/** What can be done with the words chosen in a report: shown beside them while they are chosen. */
export function spanBar(actions: Actions): HTMLElement {
  const { store } = actions;
  let span: SpanRequest | null = null;
  const target = h('span', { class: 'soft' });
  const cite = button('Cite these words', () => run('cite'), { class: 'strong' });
  const insert = button('Put in as a sentence', () => run('insert'));
  const bar = h(
    'div',
    { class: 'span-bar', role: 'toolbar', 'aria-label': 'The chosen words', hidden: true },
    cite,
    insert,
    target,
  );
  // The selection must outlive the press of a button.
  bar.addEventListener('mousedown', (event) => event.preventDefault());

  function run(what: 'cite' | 'insert'): void {
    if (!span) return;
    const { report, version, start, end, quote } = span;
    bar.hidden = true;
    window.getSelection()?.removeAllRanges();
    void actions[what]({ report, version, start, end, quote });
  }

  document.addEventListener('selectionchange', () => {
    const chosen = chosenSpan();
    span = chosen;
    bar.hidden = chosen === null;
    if (!chosen) return;
    const found = store.active === null ? null : findSentence(store.content, store.active);
    cite.disabled = !found;
    target.textContent = found
      ? `for “${shorten(found.sentence.text)}”`
      : 'Put the cursor in a sentence to cite for it.';
    if (chosen.element.nextElementSibling !== bar) chosen.element.after(bar);
  });
  document.addEventListener('keydown', (event) => {
    if (!span || !(event.target instanceof HTMLElement) || !event.target.classList.contains('report-text')) return;
    if (event.key === 'Enter') run('cite');
    else if (event.key.toLowerCase() === 'i') run('insert');
    else return;
    event.preventDefault();
  });
  return bar;
}

function shorten(text: string): string {
  return text.length > 48 ? `${text.slice(0, 46)}…` : text || 'the empty sentence';
}
