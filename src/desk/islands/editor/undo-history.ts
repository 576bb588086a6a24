import type { Node } from 'prosemirror-model';
import { type Command, type EditorState, Plugin, PluginKey, Selection, type Transaction } from 'prosemirror-state';
import { Step } from 'prosemirror-transform';
import { schema } from './schema.ts';
import { settledMeta } from './settle-document.ts';

/** One thing to undo: the steps that take it back, and what was chosen before it. */
interface Undoable {
  steps: Step[];
  selection: unknown;
}

interface History {
  past: Undoable[];
  future: Undoable[];
  /** When and where the last edit was: a burst of typing is undone at once. */
  last: { at: number; from: number; to: number };
}

/** The history as it is kept in the browser, with the document that it belongs to. */
export interface KeptHistory {
  doc: unknown;
  past: { steps: unknown[]; selection: unknown }[];
  future: { steps: unknown[]; selection: unknown }[];
}

const key = new PluginKey<History>('undo');
const togetherMs = 800;
const mostKept = 300;
const none: History = { past: [], future: [], last: { at: 0, from: 0, to: -1 } };

/** Undo that can be written down, so that it outlives the page. Nobody else edits this document, so steps are never rebased. */
export const undoHistory = new Plugin<History>({
  key,
  state: {
    init: () => none,
    apply(tr, history, before) {
      const travelled = tr.getMeta(key) as History | undefined;
      if (travelled) return travelled;
      if (!tr.docChanged || tr.getMeta('addToHistory') === false) return history;
      const steps = takingBack(tr);
      const last = { at: tr.time, ...touchedBy(tr) };
      const newest = history.past.at(-1);
      if (newest && (tr.getMeta('appendedTransaction') !== undefined || together(history.last, last))) {
        const joined = { ...newest, steps: [...steps, ...newest.steps] };
        return { past: [...history.past.slice(0, -1), joined], future: [], last };
      }
      const past = [...history.past, { steps, selection: before.selection.toJSON() as unknown }];
      return { past: past.slice(-mostKept), future: [], last };
    },
  },
});

function takingBack(tr: Transaction): Step[] {
  return tr.steps.map((step, index) => step.invert(tr.docs[index] ?? tr.before)).reverse();
}

function touchedBy(tr: Transaction): { from: number; to: number } {
  let [from, to] = [Infinity, -1];
  for (const map of tr.mapping.maps)
    map.forEach((_oldStart, _oldEnd, start, end) => {
      from = Math.min(from, start);
      to = Math.max(to, end);
    });
  return { from, to };
}

function together(one: History['last'], other: History['last']): boolean {
  if (other.at - one.at >= togetherMs) return false;
  // What is not text (reads, topics) has no place: its edits are told apart by time alone.
  if (other.to < 0 || one.to < 0) return other.to === one.to;
  return other.from <= one.to + 1 && other.to >= one.from - 1;
}

/** Takes the newest edit back. */
export const undo: Command = (state, dispatch) => travel(state, dispatch, 'past', 'future');
/** Does again what was taken back. */
export const redo: Command = (state, dispatch) => travel(state, dispatch, 'future', 'past');

function travel(
  state: EditorState,
  dispatch: ((tr: Transaction) => void) | undefined,
  from: 'past' | 'future',
  to: 'past' | 'future',
): boolean {
  const history = key.getState(state) ?? none;
  const event = history[from].at(-1);
  if (!event) return false;
  if (!dispatch) return true;
  const { tr } = state;
  for (const step of event.steps) tr.step(step);
  const back: Undoable = { steps: takingBack(tr), selection: state.selection.toJSON() };
  restoreSelection(tr, event.selection);
  tr.setMeta(key, { ...none, [from]: history[from].slice(0, -1), [to]: [...history[to], back] });
  dispatch(tr.setMeta(settledMeta, true).scrollIntoView());
  return true;
}

function restoreSelection(tr: Transaction, selection: unknown): void {
  try {
    tr.setSelection(Selection.fromJSON(tr.doc, selection));
  } catch {
    // It was in a text that is not there now; the mapped one stays.
  }
}

export function keepHistory(state: EditorState, most: number): KeptHistory {
  const { past, future } = key.getState(state) ?? none;
  const written = (events: Undoable[]) =>
    events
      .slice(-most)
      .map(({ steps, selection }) => ({ steps: steps.map((step) => step.toJSON() as unknown), selection }));
  return { doc: state.doc.toJSON(), past: written(past), future: written(future) };
}

/** Gives an opened document the history that was kept with it. Answers the state unchanged where that cannot be read. */
export function withHistory(state: EditorState, kept: KeptHistory): EditorState {
  const read = (events: KeptHistory['past']): Undoable[] =>
    events.map(({ steps, selection }) => ({ steps: steps.map((step) => Step.fromJSON(schema, step)), selection }));
  try {
    return state.apply(state.tr.setMeta(key, { ...none, past: read(kept.past), future: read(kept.future) }));
  } catch {
    return state;
  }
}

/** The document that a history was kept with; null where it is not one of ours. */
export function keptDocument(kept: KeptHistory): Node | null {
  try {
    const doc = schema.nodeFromJSON(kept.doc);
    doc.check();
    return doc;
  } catch {
    return null;
  }
}
