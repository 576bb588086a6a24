import type { Basis, PieceContent } from '#pieces/pieces.ts';
import type { EditorState, Transaction } from 'prosemirror-state';
import { openDocument } from './open-document.ts';
import { sentenceAttrs, sentenceMark } from './schema.ts';
import { settledMeta } from './settle-document.ts';

/** Makes the document say `content`, changing no more of it than differs: one edit, which can be undone. */
export function replaceDocument(state: EditorState, content: PieceContent): Transaction {
  const target = openDocument(content);
  const { doc } = state;
  const tr = state.tr.setMeta(settledMeta, true);
  if (JSON.stringify(doc.attrs.rest) !== JSON.stringify(target.attrs.rest))
    tr.setDocAttribute('rest', target.attrs.rest);
  const start = doc.content.findDiffStart(target.content);
  const ends = doc.content.findDiffEnd(target.content);
  if (start === null || !ends) return tr;
  // Where the same words stand twice, the two ends can pass each other.
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b));
  const slice = target.slice(start, ends.b + overlap);
  const narrow = state.tr.replace(start, ends.a + overlap, slice);
  if (narrow.doc.content.eq(target.content)) tr.replace(start, ends.a + overlap, slice);
  else tr.replaceWith(0, doc.content.size, target.content);
  return tr;
}

/** Gives sentences the bases that the server settled. */
export function settleBases(state: EditorState, bases: Record<string, Basis>): Transaction {
  const tr = state.tr.setMeta(settledMeta, true).setMeta('addToHistory', false);
  state.doc.descendants((node, pos) => {
    const attrs = node.isText ? sentenceAttrs(node) : null;
    const basis = attrs && bases[attrs.id];
    if (basis) tr.addMark(pos, pos + node.nodeSize, sentenceMark({ ...attrs, basis }));
  });
  return tr;
}
