import { EditorState, TextSelection } from 'prosemirror-state';
import { splitBlock } from 'prosemirror-commands';
import type { EditorView } from 'prosemirror-view';
import { expect, test } from 'vitest';
import type { Block, PieceContent, Sentence } from '#pieces/pieces.ts';
import { allSentences } from '../edit-content.ts';
import { contentOf } from './content-of.ts';
import { editorKeys } from './editor-keys.ts';
import { openDocument } from './open-document.ts';
import { placeOf } from './places.ts';
import { schema } from './schema.ts';
import { settleDocument } from './settle-document.ts';

const cited = (id: string, text: string): Sentence => ({
  id,
  text,
  basis: {
    kind: 'cited',
    citations: [{ id: `c_${id}`, evidence: 'ev', quote: text, start: 0, end: text.length, madeFor: text }],
  },
});

const pieceOf = (blocks: Block[]): PieceContent => ({
  version: 1,
  kind: 'summary',
  lang: 'en',
  title: '',
  lede: '',
  blocks,
  recommendedReads: [],
  topImage: null,
  topics: [],
});

/** A paragraph of sentences, and what is done to its text as an editor does it: each key is an edit of its own. */
function paragraph(...sentences: Sentence[]) {
  const content = pieceOf([{ type: 'paragraph', id: 'p1', sentences }]);
  let state = EditorState.create({ doc: openDocument(content), plugins: [settleDocument] });
  const text = () => state.doc.textContent;
  // Title, lede, and the paragraph's own opening stand before its text.
  const base = 5;
  const page = {
    at: (words: string, after = false) => {
      const found = text().indexOf(words);
      if (found < 0) throw new Error(`“${words}” is not in “${text()}”`);
      const pos = base + found + (after ? words.length : 0);
      state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, pos)));
      return page;
    },
    after: (words: string) => page.at(words, true),
    type: (words: string) => {
      for (const key of words) state = state.apply(state.tr.insertText(key));
      return page;
    },
    backspace: () => {
      const { from } = state.selection;
      state = state.apply(state.tr.delete(from - 1, from));
      return page;
    },
    replace: (words: string, other: string) => {
      const from = base + text().indexOf(words);
      state = state.apply(
        state.tr.setSelection(TextSelection.create(state.doc, from, from + words.length)).insertText(other),
      );
      return page;
    },
    /** As `replace`, with text under no mark. */
    overwrite: (words: string, other: string) => {
      const from = base + text().indexOf(words);
      state = state.apply(state.tr.replaceWith(from, from + words.length, schema.text(other)));
      return page;
    },
    enter: () => {
      splitBlock(state, (tr) => {
        state = state.apply(tr);
      });
      return page;
    },
    sentences: () => allSentences(contentOf(state.doc)),
    said: () =>
      page.sentences().map(({ id, text: words, basis }) => [id.length > 3 ? 'new' : id, words, sources(basis)]),
  };
  return page;
}

const sources = (basis: Sentence['basis']) =>
  basis.kind === 'cited' ? basis.citations.map(({ id }) => id).join(' ') : basis.kind;

const two = () => paragraph(cited('a', 'First here.'), cited('b', 'Second here.'));

test('a sentence that is written at the end becomes one of its own once it begins', () => {
  expect(two().after('Second here.').type(' Third it is.').said()).toEqual([
    ['a', 'First here.', 'c_a'],
    ['b', 'Second here.', 'c_b'],
    ['new', 'Third it is.', 'uncited'],
  ]);
});

test('a sentence that is written between two leaves both as they are', () => {
  const said = [
    ['a', 'First here.', 'c_a'],
    ['new', 'Between them.', 'uncited'],
    ['b', 'Second here.', 'c_b'],
  ];
  expect(two().after('First here.').type(' Between them.').said()).toEqual(said);
  expect(two().at('Second').type('Between them. ').said()).toEqual(said);
});

test('a word that is written before a sentence’s first is the sentence’s', () => {
  expect(two().at('Second').type('So ').said()).toEqual([
    ['a', 'First here.', 'c_a'],
    ['b', 'So Second here.', 'c_b'],
  ]);
});

test('a full stop typed into a sentence cuts it: the first part keeps the citation, made for the whole', () => {
  const cut = paragraph(cited('a', 'It closed and buses stopped.')).replace(' and buses', '. Buses');
  expect(cut.said()).toEqual([
    ['a', 'It closed.', 'c_a'],
    ['new', 'Buses stopped.', 'uncited'],
  ]);
  const [first] = cut.sentences();
  expect(first?.basis.kind === 'cited' && first.basis.citations[0]?.madeFor).toBe('It closed and buses stopped.');
});

test('a full stop that is changed for another mark leaves two sentences two', () => {
  expect(two().after('First here.').backspace().type('!').said()).toEqual([
    ['a', 'First here!', 'c_a'],
    ['b', 'Second here.', 'c_b'],
  ]);
});

test('what parts two sentences is taken out: they are one, with the first’s id and both citations', () => {
  const joined = [['a', 'First here and second here.', 'c_a c_b']];
  expect(two().replace('. Second', ' and second').said()).toEqual(joined);
  expect(two().replace('. S', ' s').replace('here second', 'here and second').said()).toEqual(joined);
  expect(two().after('First here.').backspace().at('Second').backspace().said()).toEqual([
    ['a', 'First hereSecond here.', 'c_a c_b'],
  ]);
});

test('sentences within a quotation are not cut apart', () => {
  const quoted = 'Courier reported: “It moved. It fell.”';
  expect(paragraph(cited('a', quoted)).at('moved').type('hardly ').said()).toEqual([
    ['a', 'Courier reported: “It hardly moved. It fell.”', 'c_a'],
  ]);
  expect(paragraph(cited('a', 'Word.')).after('Word.').type(' He said: “No. They').said()).toHaveLength(2);
});

test('a sentence that always looked like two stays one when a letter of it changes', () => {
  const page = paragraph(cited('a', 'The vote was lost. Again it was.')).at('lost').type('narrowly ');
  expect(page.said()).toEqual([['a', 'The vote was narrowly lost. Again it was.', 'c_a']]);
});

test('Enter within a sentence leaves the citation with the first part, and Enter between two moves the second', () => {
  expect(two().after('First').enter().said()).toEqual([
    ['a', 'First', 'c_a'],
    ['new', 'here.', 'uncited'],
    ['b', 'Second here.', 'c_b'],
  ]);
  expect(two().at('Second').enter().said()).toEqual([
    ['a', 'First here.', 'c_a'],
    ['b', 'Second here.', 'c_b'],
  ]);
});

test('a sentence written over keeps what it rests on, to be checked again; one taken out does not', () => {
  expect(two().replace('Second here.', 'Other words.').said()).toEqual([
    ['a', 'First here.', 'c_a'],
    ['b', 'Other words.', 'c_b'],
  ]);
  expect(two().replace(' Second here.', '').said()).toEqual([['a', 'First here.', 'c_a']]);
});

test('a browser that takes the sentence’s mark away with its words changes nothing of that', () => {
  const page = two();
  expect(page.overwrite('Second here.', 'Other words.').said()).toEqual([
    ['a', 'First here.', 'c_a'],
    ['b', 'Other words.', 'c_b'],
  ]);
});

test('Backspace at the start of a paragraph under a heading joins nothing to it', () => {
  const content = pieceOf([
    { type: 'heading', id: 'h1', level: 2, text: 'One' },
    { type: 'paragraph', id: 'p1', sentences: [cited('a', 'First here.')] },
  ]);
  let state = EditorState.create({ doc: openDocument(content), plugins: [settleDocument, editorKeys()] });
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, placeOf(state.doc, 'a')?.from ?? 0)));
  const press = state.plugins[1]?.props.handleKeyDown;
  const view = { state, dispatch: (tr: typeof state.tr) => (state = state.apply(tr)) } as unknown as EditorView;
  press?.call(state.plugins[1] as never, view, { key: 'Backspace', code: 'Backspace' } as KeyboardEvent);
  expect(contentOf(state.doc)).toEqual(content);
  expect(state.selection.$head.parent.type.name).toBe('heading');
});
