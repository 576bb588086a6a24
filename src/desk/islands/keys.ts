import type { Actions } from './actions.ts';
import { askComment } from './comments.ts';
import { showCopies } from './copy-dialog.ts';
import { openDialog } from './dialog.ts';
import { h } from './dom.ts';
import { findSentence, moveSentence } from './edit-content.ts';
import { moveParagraph, moveSection } from './edit-sections.ts';
import { placeOf } from './editor/places.ts';
import { joinBack, takeOut } from './sentence-tools.ts';
import { toolbarKey } from './toolbar.ts';
import { showWork } from './work-dialog.ts';
import { TextSelection } from 'prosemirror-state';

const sheet: [string, string][] = [
  ['Ctrl+S', 'Save now (it is saved by itself, too)'],
  ['Ctrl+Z / Ctrl+Shift+Z', 'Undo / do again'],
  ['Enter', 'Begin a paragraph; a full stop ends a sentence'],
  ['Alt+Enter', 'Split the sentence at the cursor'],
  ['Alt+J', 'Join the sentence to the one before'],
  ['Alt+A', 'Choose the whole sentence'],
  ['Alt+I', 'Say what the sentence rests on'],
  ['Ctrl+B / Ctrl+I / Ctrl+K', 'Strong / emphasis / link'],
  ['Alt+H', 'Open a section at this sentence'],
  ['Alt+G', 'Put a picture in the text'],
  ['Alt+0 / 7 / 8 / 9', 'Paragraph / numbers / list / quotation'],
  ['Alt+↑ / Alt+↓', 'Move the sentence'],
  ['Alt+PageUp / PageDown', 'Move the paragraph'],
  ['Alt+Shift+↑ / ↓', 'Move the section'],
  ['Alt+Backspace', 'Take the sentence out'],
  ['Alt+N', 'Go to the next mark; without one, to the next thing to look at'],
  ['Alt+R', 'Add a report by link, text or file'],
  ['Alt+O', 'Copy the text: for a mail, a message, as text'],
  ['Alt+C', 'Check the sentence again'],
  ['Alt+V', 'Vouch for the sentence'],
  ['Alt+M', 'Comment on what the cursor is in'],
  ['Alt+W', 'Work: how far, who, approval, when it goes out'],
  ['F6', 'Go to the next column'],
  [
    '↑ ↓ in a report',
    'Choose a sentence of it; Enter cites it, I puts it in, Q quotes it at the cursor, F puts it in as a fact',
  ],
  ['Ctrl+/', 'This sheet; outside a text also ?'],
];

/** The composer's keys. Each has a button that does the same. */
export function listenForKeys(actions: Actions, columns: HTMLElement[], show: (column: number) => void): void {
  document.addEventListener('keydown', (event) => {
    if (document.querySelector('dialog[open]')) return;
    const does = command(event, actions, columns, show);
    if (!does) return;
    event.preventDefault();
    does();
  });
}

function command(
  event: KeyboardEvent,
  actions: Actions,
  columns: HTMLElement[],
  show: (column: number) => void,
): (() => void) | null {
  const { store, saver } = actions;
  const ctrl = event.ctrlKey || event.metaKey;
  if (ctrl && event.code === 'KeyS')
    return () => void saver.flush().then((saved) => saved && actions.say(`Saved, revision ${saver.revision}.`, 'good'));
  if (ctrl && (event.code === 'KeyY' || (event.code === 'KeyZ' && event.shiftKey)))
    return () => travel(actions, store.redo(), 'Nothing to do again.');
  if (ctrl && event.code === 'KeyZ') return () => travel(actions, store.undo(), 'Nothing to undo.');
  if (event.key === 'F6') return () => nextColumn(columns, show, event.shiftKey ? -1 : 1);
  if ((event.key === '?' && !isText(event.target)) || (ctrl && event.code === 'Slash')) return showSheet;
  const tool = toolbarKey(actions, event);
  if (tool) return tool;
  if (!event.altKey || ctrl) return null;
  if (event.code === 'KeyR') return () => document.querySelector<HTMLElement>('[data-key="add-report"]')?.click();
  if (event.code === 'KeyO') return () => showCopies(actions);
  if (event.code === 'KeyN') return () => actions.goToNextMark();
  if (event.code === 'KeyM') return () => askComment(actions, store.active);
  if (event.code === 'KeyW') return () => showWork(actions);
  const { active } = store;
  const sentence = active === null ? null : findSentence(store.content, active)?.sentence;
  if (event.code === 'KeyC' && sentence) return () => void actions.check(sentence.id);
  if (event.code === 'KeyV' && sentence) return () => actions.vouch(sentence.id);
  if (event.code === 'KeyI') return () => actions.sayBasis();
  if (sentence && store.view?.hasFocus()) {
    const { id } = sentence;
    if (event.code === 'KeyJ') return () => joinBack(actions, id);
    if (event.code === 'KeyA') return () => choose(actions, id);
    if (event.key === 'Backspace') return () => takeOut(actions, id);
    const step = event.key === 'ArrowUp' || event.key === 'PageUp' ? -1 : 1;
    const move = event.key.startsWith('Page') ? moveParagraph : moveSentence;
    if (!event.shiftKey && /^(?:Arrow|Page)(?:Up|Down)$/u.test(event.key))
      return () => {
        store.reshape((content) => move(content, id, step));
        actions.goTo(id);
      };
  }
  if (event.shiftKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    const heading = actions.headingHere();
    if (!heading || !active) return null;
    return () => {
      store.reshape((content) => moveSection(content, heading, event.key === 'ArrowUp' ? -1 : 1));
      actions.goTo(active);
    };
  }
  return null;
}

function choose({ store }: Actions, id: string): void {
  const place = placeOf(store.state.doc, id);
  if (place) store.dispatch(store.state.tr.setSelection(TextSelection.create(store.state.doc, place.from, place.to)));
}

function travel(actions: Actions, moved: boolean, otherwise: string): void {
  const { active } = actions.store;
  if (!moved) return actions.say(otherwise);
  if (active === null) return;
  if (placeOf(actions.store.state.doc, active)) actions.store.view?.focus();
  else actions.goTo(active);
}

function isText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/u.test(target.tagName))
  );
}

let lastColumn = -1;

function nextColumn(columns: HTMLElement[], show: (column: number) => void, step: 1 | -1): void {
  const inside = columns.findIndex((column) => column.contains(document.activeElement));
  // A column that is drawn anew lets go of the focus: on from where one was, all the same.
  const here = inside < 0 ? lastColumn : inside;
  const next = (here + step + columns.length) % columns.length;
  lastColumn = next;
  show(next);
  const column = columns[next];
  // Into the text itself, past its tools.
  const text = column?.querySelector<HTMLElement>('.writing');
  const first = text ?? column?.querySelector<HTMLElement>('[tabindex="0"], summary, button, a');
  // Where there is nothing to press, the column itself is read.
  if (!first) column?.setAttribute('tabindex', '-1');
  (first ?? column)?.focus();
}

export function showSheet(): void {
  openDialog(
    'Keys',
    { name: 'keys' },
    h('dl', { class: 'keys' }, ...sheet.flatMap(([key, does]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, does)])),
  );
}
