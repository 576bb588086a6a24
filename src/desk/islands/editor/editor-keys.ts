import {
  chainCommands,
  deleteSelection,
  joinBackward,
  joinForward,
  splitBlock,
  toggleMark,
} from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import { type Command, type EditorState, type Plugin, TextSelection } from 'prosemirror-state';
import { newId } from '../dom.ts';
import { runsOf, settledMeta } from './settle-document.ts';
import { holdsSentences, markType, schema, sentenceMark } from './schema.ts';

/** The keys that write. Those of the whole composer are in ../keys.ts. */
export function editorKeys(): Plugin {
  return keymap({
    Enter: chainCommands(leaveList, stepOn, splitBlock),
    'Shift-Enter': chainCommands(leaveList, stepOn, splitBlock),
    'Alt-Enter': splitSentenceHere,
    Backspace: chainCommands(deleteSelection, stayApart(-1), joinBackward),
    'Mod-Backspace': chainCommands(deleteSelection, stayApart(-1), joinBackward),
    Delete: chainCommands(deleteSelection, stayApart(1), joinForward),
    'Mod-Home': goTo('start'),
    'Mod-End': goTo('end'),
    'Mod-b': toggleMark(markType('strong')),
    'Mod-i': toggleMark(markType('em')),
  });
}

/** The first or the last place of the text; the browser's own key stops at the tools of a section, which are no text. */
function goTo(side: 'start' | 'end'): Command {
  return (state, dispatch) => {
    const selection = side === 'start' ? TextSelection.atStart(state.doc) : TextSelection.atEnd(state.doc);
    dispatch?.(state.tr.setSelection(selection).scrollIntoView());
    return true;
  };
}

/** In an empty last item, Enter leaves the list. */
const leaveList: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.parent.type.name !== 'item' || $from.parent.childCount > 0) return false;
  const list = $from.node(-1);
  if ($from.index(-1) !== list.childCount - 1) return false;
  if (!dispatch) return true;
  const { tr } = state;
  const after = $from.after(-1);
  tr.insert(after, schema.node('paragraph'));
  tr.setSelection(TextSelection.create(tr.doc, after + 1));
  if (list.childCount === 1) tr.delete($from.before(-1), after);
  else tr.delete($from.before(), $from.after());
  dispatch(tr.scrollIntoView());
  return true;
};

/** Where a part takes one line only, Enter goes on to the next; after the last, to a paragraph. */
const stepOn: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const name = $from.parent.type.name;
  if (name === 'paragraph' || name === 'item' || name === 'heading') return false;
  if (!dispatch) return true;
  const after = $from.after();
  const next = state.doc.resolve(after).nodeAfter;
  const { tr } = state;
  if (next?.isTextblock && name !== 'embed') tr.setSelection(TextSelection.create(state.doc, after + 1));
  else {
    const outside = $from.depth > 1 ? $from.after(1) : after;
    tr.insert(outside, schema.node('paragraph'));
    tr.setSelection(TextSelection.create(tr.doc, outside + 1));
  }
  dispatch(tr.scrollIntoView());
  return true;
};

/**
 * A paragraph is not joined to a heading or a caption: these rest on nothing of their own, and what its sentences rest on
 * would be lost. The cursor goes there, and an empty paragraph goes.
 */
function stayApart(direction: 1 | -1): Command {
  return (state, dispatch) => {
    const { $head, empty } = state.selection;
    if (!empty || !$head.parent.isTextblock) return false;
    const atEdge = direction === -1 ? $head.parentOffset === 0 : $head.parentOffset === $head.parent.content.size;
    if (!atEdge) return false;
    const neighbour = textblockBeside(state, direction);
    if (!neighbour) return false;
    const here = $head.parent;
    if (
      neighbour.node.type === here.type ||
      (holdsSentences(neighbour.node) && holdsSentences(here) && $head.depth === 1 && neighbour.depth === 1)
    )
      return false;
    if (!dispatch) return true;
    const { tr } = state;
    if (here.content.size === 0 && $head.depth === 1 && here.type.name !== 'title' && here.type.name !== 'lede')
      tr.delete($head.before(), $head.after());
    const at = tr.mapping.map(direction === -1 ? neighbour.end : neighbour.start);
    dispatch(tr.setSelection(TextSelection.create(tr.doc, at)).scrollIntoView());
    return true;
  };
}

function textblockBeside(state: EditorState, direction: 1 | -1) {
  const { $head } = state.selection;
  const edge = direction === -1 ? $head.before() : $head.after();
  const found = TextSelection.findFrom(state.doc.resolve(edge), direction, true)?.$head;
  if (!found) return null;
  return { node: found.parent, start: found.start(), end: found.end(), depth: found.depth };
}

/** Cuts the sentence at the cursor: what follows is one without a source. */
export const splitSentenceHere: Command = (state, dispatch) => {
  const { $head } = state.selection;
  if (!holdsSentences($head.parent)) return false;
  const run = runsOf($head.parent).find(({ from, to }) => from < $head.parentOffset && $head.parentOffset < to);
  if (!run) return false;
  if (!dispatch) return true;
  const { tr } = state;
  const start = $head.start();
  const rest = $head.parent.textBetween($head.parentOffset, run.to);
  const from = $head.parentOffset + (rest.length - rest.trimStart().length);
  const attrs = { id: newId('s'), basis: { kind: 'uncited' }, lang: run.attrs.lang };
  tr.removeMark(start + $head.parentOffset, start + run.to, markType('sentence'));
  tr.addMark(start + from, start + run.to, sentenceMark(attrs));
  tr.setSelection(TextSelection.create(tr.doc, start + from));
  dispatch(tr.setMeta(settledMeta, true));
  return true;
};
