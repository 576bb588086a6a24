import { Fragment, type Mark, type Node, Slice } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import type { PastedBlock, PastedRun } from './paste.ts';
import { holdsSentences, markType, schema } from './schema.ts';

/** Puts pasted blocks at the selection. Words alone go into the line; where a line takes plain text only, so do all. */
export function putIn(state: EditorState, blocks: PastedBlock[]): Transaction {
  const { tr } = state;
  const { $from, $to } = state.selection;
  const first = blocks[0];
  if (!first) return tr;
  if (!holdsSentences($from.parent)) {
    const text = blocks.map(({ runs }) => runs.map((run) => run.text).join('')).join(' ');
    return tr.insertText(text).scrollIntoView();
  }
  const inline = blocks.length === 1 && first.kind === 'paragraph';
  const onlyWords = $from.node(1).type.name !== 'paragraph' || !$from.sameParent($to);
  if (inline || onlyWords) {
    const words = blocks.flatMap(({ runs }, index) => [...(index > 0 ? [schema.text(' ')] : []), ...runs.map(textOf)]);
    return tr.replaceSelection(new Slice(Fragment.from(words), 0, 0)).scrollIntoView();
  }
  return tr.replaceSelection(new Slice(Fragment.from(nodesOf(blocks)), 0, 0)).scrollIntoView();
}

function textOf({ text, strong, em, href }: PastedRun): Node {
  const marks: Mark[] = [];
  if (strong) marks.push(markType('strong').create());
  if (em) marks.push(markType('em').create());
  if (href !== null) marks.push(markType('link').create({ href }));
  return schema.text(text, marks);
}

/** The blocks as nodes; list items that follow each other are one list. */
function nodesOf(blocks: PastedBlock[]): Node[] {
  const nodes: Node[] = [];
  let items: Node[] = [];
  let ordered: boolean | null = null;
  const endList = () => {
    if (items.length > 0) nodes.push(schema.node('list', { ordered: ordered === true }, items));
    items = [];
    ordered = null;
  };
  for (const { kind, level, runs } of blocks) {
    if (kind === 'bullet' || kind === 'number') {
      if (ordered !== null && ordered !== (kind === 'number')) endList();
      ordered = kind === 'number';
      items.push(schema.node('item', null, runs.map(textOf)));
      continue;
    }
    endList();
    if (kind === 'heading') {
      const text = runs.map((run) => run.text).join('');
      nodes.push(schema.node('heading', { level }, schema.text(text)));
    } else if (kind === 'quote') {
      nodes.push(
        schema.node('quote', null, [schema.node('words', null, runs.map(textOf)), schema.node('attribution')]),
      );
    } else nodes.push(schema.node('paragraph', null, runs.map(textOf)));
  }
  endList();
  return nodes;
}
