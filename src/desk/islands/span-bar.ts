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
  const insert = button('Put in as a sentence', () => run('insert'), { title: 'I' });
  const quote = button('Quote at the cursor', () => run('quotation'), { title: 'Q' });
  const fact = button('Put in as a fact', () => run('fact'), { title: 'F' });
  const bar = h(
    'div',
    { class: 'span-bar', role: 'toolbar', 'aria-label': 'The chosen words', hidden: true },
    cite,
    insert,
    quote,
    fact,
    target,
  );
  // The selection must outlive the press of a button.
  bar.addEventListener('mousedown', (event) => event.preventDefault());

  function run(what: 'cite' | 'insert' | 'quotation' | 'fact'): void {
    if (!span) return;
    const { report, version, start, end, quote: words } = span;
    bar.hidden = true;
    window.getSelection()?.removeAllRanges();
    const chosen = { report, version, start, end, quote: words };
    if (what === 'quotation' || what === 'fact') void actions.quoteInto(chosen, what);
    else void actions[what](chosen);
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
    else if (event.key.toLowerCase() === 'q') run('quotation');
    else if (event.key.toLowerCase() === 'f') run('fact');
    else return;
    event.preventDefault();
  });
  return bar;
}

function shorten(text: string): string {
  return text.length > 48 ? `${text.slice(0, 46)}…` : text || 'the empty sentence';
}
