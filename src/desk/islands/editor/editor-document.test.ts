import fc from 'fast-check';
import { EditorState, TextSelection } from 'prosemirror-state';
import { joinBackward, splitBlock } from 'prosemirror-commands';
import { Slice } from 'prosemirror-model';
import { Mapping } from 'prosemirror-transform';
import { expect, test } from 'vitest';
import type { Basis, Block, Citation, Mark, PieceContent, Sentence } from '#pieces/pieces.ts';
import { readContent } from '#pieces/pieces.ts';
import { newId } from '../dom.ts';
import { allSentences } from '../edit-content.ts';
import { sameContent } from '../same-content.ts';
import { contentOf } from './content-of.ts';
import { openDocument } from './open-document.ts';
import { placeOf } from './places.ts';
import { holdsSentences, schema, sentenceMark } from './schema.ts';
import { runsOf, settleDocument } from './settle-document.ts';
import { keepHistory, keptDocument, redo, undo, undoHistory, withHistory } from './undo-history.ts';

const words = fc.constantFrom(
  'The bridge at Ashmere closed.',
  'It moved 35 millimetres',
  'Courier reported: “It moved. It fell.”',
  'قال المجلس إن الجسر أُغلق.',
  'Is it open?',
  'Dr. Thornley left for the U.N. on Friday!',
  'no capital here.',
  ' ',
  '',
  '  two  spaces ',
);

const citation = (text: string): fc.Arbitrary<Citation> =>
  fc.nat(9).map((start) => ({
    id: newId('c'),
    evidence: 'ev_1',
    quote: 'quoted',
    start,
    end: start + 6,
    madeFor: text,
  }));
const basis = (text: string): fc.Arbitrary<Basis> =>
  fc.oneof(
    fc
      .array(citation(text), { minLength: 1, maxLength: 3 })
      .map((citations) => ({ kind: 'cited' as const, citations })),
    fc.constant<Basis>({ kind: 'uncited' }),
    fc.constant<Basis>({ kind: 'own', note: 'held' }),
    fc.constant<Basis>({ kind: 'vouched', by: '', at: '' }),
    fc.constant<Basis>({ kind: 'linked', links: [{ href: 'https://a.example/', text: 'A' }] }),
  );

/** Marks in the order of their starts, none of one kind touching another, nested at most. */
function marksOver(text: string): fc.Arbitrary<Mark[]> {
  if (text.length < 6) return fc.constant([]);
  return fc.subarray<Mark>([
    { type: 'strong', start: 0, end: 5 },
    { type: 'em', start: 1, end: 3 },
    { type: 'link', start: 5, end: 6, href: 'https://b.example/' },
  ]);
}

const sentence: fc.Arbitrary<Sentence> = words.chain((text) =>
  fc.tuple(basis(text), marksOver(text), fc.constantFrom(undefined, 'ar')).map(([based, marks, lang]) => ({
    id: newId('s'),
    text,
    basis: based,
    ...(marks.length > 0 ? { marks } : {}),
    ...(lang ? { lang } : {}),
  })),
);
const sentences = fc.array(sentence, { maxLength: 4 });
const image = fc.constant({ media: 'a'.repeat(64), width: 4, height: 3, caption: 'C', credit: '', alt: 'A' });
const block: fc.Arbitrary<Block> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(sentences, fc.boolean()).map(([list, made]): Block => ({
      type: 'paragraph',
      id: newId('p'),
      sentences: list,
      ...(made ? { madeFrom: { block: 'p_1', revision: 3 } } : {}),
    })),
  },
  fc
    .record({ text: words, level: fc.constantFrom(2 as const, 3 as const, 4 as const) })
    .map(({ text, level }): Block => ({ type: 'heading', id: newId('h'), level, text, development: 'd_1' })),
  fc
    .tuple(fc.boolean(), fc.array(sentences, { maxLength: 3 }))
    .map(([ordered, items]): Block => ({ type: 'list', id: newId('l'), ordered, items })),
  fc.tuple(sentences, fc.constantFrom(undefined, '', 'Edda Thornley')).map(([list, attribution]): Block => ({
    type: 'quote',
    id: newId('q'),
    sentences: list,
    ...(attribution === undefined ? {} : { attribution }),
  })),
  image.map((picture): Block => ({ type: 'figure', id: newId('f'), image: picture })),
  fc
    .array(fc.array(sentences, { maxLength: 2 }), { maxLength: 2 })
    .map((rows): Block => ({ type: 'table', id: newId('t'), header: true, rows })),
  words.map((note): Block => ({ type: 'embed', id: newId('e'), href: 'https://c.example/', note })),
);
const content: fc.Arbitrary<PieceContent> = fc
  .record({ title: words, lede: words, blocks: fc.array(block, { maxLength: 6 }), topImage: fc.option(image) })
  .map((parts) => ({
    version: 1,
    kind: 'summary',
    lang: 'en',
    recommendedReads: [{ publisher: 'P', title: 'T', url: 'https://d.example/' }],
    topics: ['water'],
    authors: [{ name: 'N', role: 'author' }],
    ...parts,
  }));

const opened = (piece: PieceContent) =>
  EditorState.create({ doc: openDocument(piece), plugins: [settleDocument, undoHistory] });

test('any document opens in the editor and comes out the same', () => {
  fc.assert(
    fc.property(content, (piece) => {
      const doc = openDocument(piece);
      doc.check();
      expect(contentOf(doc)).toEqual(piece);
    }),
    { numRuns: 250 },
  );
});

type Edit = {
  kind: 'type' | 'delete' | 'split' | 'join' | 'copy' | 'undo' | 'redo';
  at: number;
  to: number;
  text: string;
};
const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('type', 'type', 'delete', 'delete', 'split', 'join', 'copy', 'undo', 'redo'),
  at: fc.nat(999),
  to: fc.nat(30),
  text: fc.constantFrom('x', ' ', '.', 'A', '. New one', 'and. Then “so', ' ف', '!'),
});

function perform(state: EditorState, { kind, at, to, text }: Edit, mapping = new Mapping()): EditorState {
  let next = state;
  const dispatch = (tr: typeof state.tr) => {
    mapping.appendMapping(tr.mapping);
    next = next.apply(tr);
  };
  const size = state.doc.content.size;
  const from = Math.round((at / 999) * size);
  const selection = TextSelection.between(state.doc.resolve(from), state.doc.resolve(Math.min(size, from + to)));
  if (!(selection instanceof TextSelection) && kind !== 'undo' && kind !== 'redo') return state;
  const chosen = state.apply(state.tr.setSelection(selection));
  next = chosen;
  switch (kind) {
    case 'type':
      dispatch(chosen.tr.insertText(text));
      break;
    case 'delete':
      dispatch(chosen.tr.deleteSelection());
      break;
    case 'split':
      splitBlock(chosen, dispatch);
      break;
    case 'join':
      joinBackward(chosen, dispatch);
      break;
    case 'copy': {
      const slice = chosen.doc.slice(chosen.selection.from, chosen.selection.to);
      const end = TextSelection.atEnd(chosen.doc);
      dispatch(chosen.tr.setSelection(end).replaceSelection(new Slice(slice.content, slice.openStart, slice.openEnd)));
      break;
    }
    case 'undo':
      undo(chosen, dispatch);
      break;
    case 'redo':
      redo(chosen, dispatch);
  }
  return next;
}

const citationsOf = (piece: PieceContent) =>
  allSentences(piece).flatMap(({ basis: based }) => (based.kind === 'cited' ? based.citations : []));

/** The citations whose sentence has a letter left after an edit: taking out all of a sentence takes out its citations, nothing else does. */
function mustStay(before: EditorState, mapping: Mapping): string[] {
  const stay: string[] = [];
  before.doc.descendants((node, pos) => {
    if (!holdsSentences(node)) return;
    for (const { from, to, attrs } of runsOf(node)) {
      const left = Array.from({ length: to - from }, (_, index) => from + index).some(
        (at) => /\S/u.test(node.textContent.charAt(at)) && !mapping.mapResult(pos + 1 + at, 1).deletedAfter,
      );
      if (left && attrs.basis.kind === 'cited') stay.push(...attrs.basis.citations.map(({ id }) => id));
    }
  });
  return stay;
}

test('after any edits every id is there once, the document is valid and no citation of words that stay is lost', () => {
  fc.assert(
    fc.property(content, fc.array(edit, { maxLength: 12 }), (piece, edits) => {
      let state = opened(piece);
      for (const each of edits) {
        const before = state;
        const mapping = new Mapping();
        state = perform(state, each, mapping);
        state.doc.check();
        const stored = contentOf(state.doc);
        // The server's own reading refuses ids that stand twice.
        readContent(structuredClone(stored));
        const cited = new Set(citationsOf(stored).map(({ id }) => id));
        const travelled = each.kind === 'undo' || each.kind === 'redo';
        expect(travelled ? [] : mustStay(before, mapping).filter((id) => !cited.has(id))).toEqual([]);
        expect(sameContent(contentOf(openDocument(stored)), stored)).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

test('a browser that makes one run of two sentences, as one is written over, does not change what either rests on', () => {
  const cited = (id: string, text: string): Sentence => ({
    id,
    text,
    basis: {
      kind: 'cited',
      citations: [{ id: `c_${id}`, evidence: `ev_${id}`, quote: 'q', start: 0, end: 1, madeFor: text }],
    },
  });
  const [one, two] = [
    cited('s1', 'The ferry sank on Friday.'),
    cited('s2', 'Halyard counted all of the 71 people aboard.'),
  ];
  const piece: PieceContent = {
    version: 1,
    kind: 'summary',
    lang: 'en',
    title: 'T',
    lede: '',
    blocks: [{ type: 'paragraph', id: 'p1', sentences: [one, two] }],
    recommendedReads: [],
    topImage: null,
    topics: [],
  };
  const state = opened(piece);
  const [from = 0, to = 0] = ['s1', 's2'].map((id, index) => placeOf(state.doc, id)?.[index === 0 ? 'from' : 'to']);
  for (const words of ['The barge came.', 'Nobody at all had counted the people who were aboard her on that night.']) {
    const run = schema.text(`${words} ${two.text}`, [sentenceMark({ id: one.id, basis: one.basis, lang: null })]);
    const after = state.apply(state.tr.replaceWith(from, to, run));
    expect(allSentences(contentOf(after.doc))).toEqual([{ ...one, text: words }, two]);
  }
});

test('undo takes every edit back to the letter, redo does it again, also after a reload', () => {
  fc.assert(
    fc.property(content, fc.array(edit, { maxLength: 8 }), (piece, edits) => {
      let state = opened(piece);
      for (const each of edits.filter(({ kind }) => kind !== 'undo' && kind !== 'redo')) state = perform(state, each);
      const written = contentOf(state.doc);
      const kept = JSON.parse(JSON.stringify(keepHistory(state, 300))) as ReturnType<typeof keepHistory>;
      const doc = keptDocument(kept);
      if (!doc) throw new Error('the kept document cannot be read');
      state = withHistory(EditorState.create({ doc, plugins: [settleDocument, undoHistory] }), kept);
      const dispatch = (tr: typeof state.tr) => {
        state = state.apply(tr);
      };
      while (undo(state, dispatch));
      expect(contentOf(state.doc)).toEqual(piece);
      while (redo(state, dispatch));
      expect(contentOf(state.doc)).toEqual(written);
    }),
    { numRuns: 200 },
  );
});
