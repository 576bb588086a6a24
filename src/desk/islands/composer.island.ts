import type { ComposerState } from '../composer-state.ts';
import { Actions } from './actions.ts';
import { showConflict } from './conflict-dialog.ts';
import { button, h } from './dom.ts';
import { evidenceColumn } from './evidence-column.ts';
import { contentOf } from './editor/content-of.ts';
import { keptDocument } from './editor/undo-history.ts';
import { forgetDraft, readKeptDraft, readKeptUndo } from './kept-draft.ts';
import { listenForKeys, showSheet } from './keys.ts';
import { reportsColumn } from './reports-column.ts';
import { sameContent } from './same-content.ts';
import { Saver } from './saver.ts';
import { spanBar } from './span-bar.ts';
import { stateBar } from './state-bar.ts';
import { Store } from './store.ts';
import { summaryColumn } from './summary-column.ts';

const columnNames = ['Reports', 'Summary', 'Evidence'];

/** `<desk-composer>`: makes the summary that the page shows one that can be written in. */
class Composer extends HTMLElement {
  connectedCallback(): void {
    const data = this.querySelector('script[type="application/json"]')?.textContent;
    if (!data) return;
    const store = new Store(JSON.parse(data) as ComposerState);
    const saver = new Saver(store);
    const message = h('p', { class: 'message', role: 'status', 'aria-live': 'polite', 'data-message': true });
    const actions = new Actions(store, saver, (words, tone) => {
      message.textContent = words;
      message.dataset.tone = tone ?? '';
    });
    saver.onConflict = (conflict) => showConflict(actions, conflict);

    const columns = [reportsColumn(actions), summaryColumn(actions), evidenceColumn(actions)].map((inside, index) =>
      h('section', { class: `column c${index}`, 'aria-label': columnNames[index] ?? '' }, inside),
    );
    const tabs = columnNames.map((name, index) => button(name, () => show(index), { 'data-tab': name.toLowerCase() }));
    const show = (index: number) => {
      this.dataset.column = String(index);
      tabs.forEach((tab, at) => tab.setAttribute('aria-pressed', String(at === index)));
    };
    const fold = button(
      'Reports',
      () => fold.setAttribute('aria-expanded', String(!this.toggleAttribute('data-folded'))),
      {
        class: 'fold',
        title: 'Show or hide the day’s reports',
        'aria-expanded': 'true',
      },
    );
    const help = button('?', showSheet, { class: 'help', 'aria-label': 'Keys', title: 'Keys' });
    const bar = stateBar(actions, message);
    bar.prepend(fold);
    bar.append(help);
    this.replaceChildren(
      h('h1', { class: 'spoken' }, `Composer: ${store.opened.piece.publicationName}`),
      bar,
      h('div', { class: 'columns' }, ...columns),
      h('nav', { class: 'tabs', 'aria-label': 'Columns' }, ...tabs),
      spanBar(actions),
    );
    show(1);
    listenForKeys(actions, columns, show);
    this.#takeUp(actions);
    takeUpUndo(store);
    this.dataset.ready = '';
  }

  /** What was written here before and never reached the desk. */
  #takeUp(actions: Actions): void {
    const { store, saver } = actions;
    const { piece } = store.opened;
    const kept = readKeptDraft(piece.id);
    if (!kept) return;
    if (sameContent(kept.content, store.content)) return forgetDraft(store);
    const theirs = structuredClone(store.content);
    store.reshape((content) => Object.assign(content, kept.content));
    if (kept.base === saver.revision)
      return actions.say('What you wrote before, and could not save then, is here again.', 'good');
    const { revision, savedBy, savedAt } = piece;
    saver.meet({
      kind: 'conflict',
      head: revision,
      savedBy,
      savedAt,
      content: theirs,
      evidence: store.opened.evidence,
    });
  }
}

/** What could be undone before the page was loaded again can be undone still, where the text is that which was left. */
function takeUpUndo(store: Store): void {
  const kept = readKeptUndo(store.opened.piece.id);
  const doc = kept && keptDocument(kept);
  if (doc && sameContent(contentOf(doc), store.content)) store.resume(doc, kept);
}

customElements.define('desk-composer', Composer);
