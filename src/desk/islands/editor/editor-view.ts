import { TextSelection } from 'prosemirror-state';
import { baseKeymap } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import type { Slice } from 'prosemirror-model';
import { EditorView } from 'prosemirror-view';
import { languageOf, type Child } from '../dom.ts';
import { sectionTools } from '../section-tools.ts';
import type { Actions } from '../actions.ts';
import { figureTools } from '../figures.ts';
import { whoSays } from '../who-says.ts';
import { showState } from './decorations.ts';
import { editorKeys } from './editor-keys.ts';
import { headingView, pictureView, sentenceView } from './node-views.ts';
import { type PastedBlock, readPastedHtml, readPastedText } from './paste.ts';
import { placeOf } from './places.ts';
import { putIn } from './put-in.ts';

/** The summary as one text to be written in. `pictureTools` stand under the top picture. */
export function editorView(actions: Actions, pictureTools: () => Child[]): EditorView {
  const { store } = actions;
  let copied: { text: string; slice: Slice } | null = null;
  const view: EditorView = new EditorView(null, {
    state: store.state,
    plugins: [editorKeys(), keymap(baseKeymap), showState(store)],
    dispatchTransaction: (tr) => store.dispatch(tr),
    attributes: {
      class: 'writing',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': `The ${store.opened.piece.noun}`,
      'aria-describedby': 'composer-keys-hint',
      spellcheck: 'true',
      ...languageOf(store.content.lang),
    },
    markViews: { sentence: (mark) => sentenceView(mark, (basis) => whoSays(store, basis)) },
    nodeViews: {
      heading: (node) => headingView(node, (id) => sectionTools(actions, id)),
      top: (node) => pictureView(node, pictureTools()),
      figure: (node) => pictureView(node, figureTools(actions, String(node.attrs.id))),
    },
    clipboardTextSerializer: (slice) => {
      const text = slice.content.textBetween(0, slice.content.size, '\n');
      copied = { text, slice };
      return text;
    },
    // Before the editor's own reading of HTML, which would make elements of it.
    handleDOMEvents: {
      paste: (_view, event) => {
        const data = event.clipboardData;
        if (!data) return false;
        event.preventDefault();
        const text = data.getData('text/plain');
        if (copied && text !== '' && sameText(text, copied.text))
          store.dispatch(store.state.tr.replaceSelection(copied.slice).scrollIntoView());
        else store.dispatch(putIn(store.state, read(data)));
        return true;
      },
      drop: (_view, event) => {
        if (view.dragging || !event.dataTransfer) return false;
        event.preventDefault();
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
        const blocks = read(event.dataTransfer);
        if (!at || blocks.length === 0) return true;
        const selected = store.state.apply(
          store.state.tr.setSelection(TextSelection.near(store.state.doc.resolve(at.pos))),
        );
        store.dispatch(putIn(selected, blocks));
        return true;
      },
    },
  });
  store.view = view;
  actions.goTo = (part, at) => goTo(actions, view, part, at);
  return view;
}

function sameText(one: string, other: string): boolean {
  return one.replaceAll('\r\n', '\n') === other;
}

function read(data: DataTransfer): PastedBlock[] {
  const html = data.getData('text/html');
  const blocks = html === '' ? [] : readPastedHtml(html);
  return blocks.length > 0 ? blocks : readPastedText(data.getData('text/plain'));
}

function goTo({ store }: Actions, view: EditorView, part: string, at?: number): void {
  const place = placeOf(store.state.doc, part);
  if (!place) {
    const element = document.querySelector<HTMLElement>(`.page [data-part="${CSS.escape(part)}"]`);
    element?.scrollIntoView({ block: 'center' });
    element?.focus({ preventScroll: true });
    return;
  }
  const pos = Math.min(at === undefined ? place.to : place.from + at, store.state.doc.content.size);
  store.dispatch(store.state.tr.setSelection(TextSelection.near(store.state.doc.resolve(pos))));
  view.focus();
  const coords = view.coordsAtPos(pos);
  if (coords.top < 120 || coords.bottom > innerHeight - 80) {
    const node = view.domAtPos(pos).node;
    (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: 'center' });
  }
}
