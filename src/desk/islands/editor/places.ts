import type { Node, ResolvedPos } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import type { Blank } from './open-document.ts';
import { holdsSentences } from './schema.ts';
import { runsOf } from './settle-document.ts';

/** The part of the piece that the cursor is in, as marks and citations name it. */
export function partAt(state: EditorState): string | null {
  const { $head } = state.selection;
  const block = $head.parent;
  if (block.type.name === 'title' || block.type.name === 'lede') return block.type.name;
  if (block.type.name === 'heading') return String(block.attrs.id);
  if (!block.isTextblock) return null;
  if (holdsSentences(block)) return sentenceAt($head) ?? blockAround($head);
  return $head.node(1).type.name === 'top' ? 'top-image' : blockAround($head);
}

/** The id of the sentence at a place in a text block; of the one before where it is between two. */
function sentenceAt($pos: ResolvedPos): string | null {
  const runs = runsOf($pos.parent);
  const at = $pos.parentOffset;
  const here =
    runs.find(({ from, to }) => from <= at && at < to) ?? runs.filter(({ to }) => to <= at).at(-1) ?? runs[0];
  const blank = $pos.parent.attrs.blank as Blank[] | null;
  return here?.attrs.id ?? blank?.[0]?.sentence.id ?? null;
}

function blockAround($pos: ResolvedPos): string | null {
  const id: unknown = $pos.depth > 0 ? $pos.node(1).attrs.id : null;
  return typeof id === 'string' ? id : null;
}

/** Where a part of the piece stands: positions, end exclusive. Null for what is not in the document. */
export function placeOf(doc: Node, part: string): { from: number; to: number } | null {
  let place: { from: number; to: number } | null = null;
  doc.descendants((node, pos) => {
    if (place) return false;
    const start = pos + 1;
    if (holdsSentences(node)) {
      const run = runsOf(node).find(({ attrs }) => attrs.id === part);
      const blank = (node.attrs.blank as Blank[] | null)?.some(({ sentence }) => sentence.id === part);
      if (run) place = { from: start + run.from, to: start + run.to };
      else if (blank === true) place = { from: start, to: start };
    }
    const isPart =
      node.attrs.id === part || node.type.name === part || (part === 'top-image' && node.type.name === 'top');
    if (!place && isPart)
      place = node.isTextblock ? { from: start, to: start + node.content.size } : { from: start + 1, to: start + 1 };
    return !place;
  });
  return place;
}
