import type { Basis } from '#pieces/pieces.ts';
import type { Mark, Node } from 'prosemirror-model';
import type { MarkView, NodeView } from 'prosemirror-view';
import { type Child, english, h, languageOf } from '../dom.ts';
import type { PictureFile, SentenceAttrs } from './schema.ts';

/** A sentence, with the monograms of who says so after it. They are drawn by the style sheet: the cursor never meets them. */
export function sentenceView(mark: Mark, says: (basis: Basis) => { words: string; letters: string }): MarkView {
  const { id, basis, lang } = mark.attrs as SentenceAttrs;
  const { words, letters } = says(basis);
  const dom = h('span', {
    class: `sentence ${basis.kind}`,
    'data-sentence': id,
    'data-letters': letters,
    title: words,
    ...(lang === null ? {} : languageOf(lang)),
  });
  return { dom, contentDOM: dom };
}

/** A heading with what can be done to its section beside it. */
export function headingView(node: Node, tools: (id: string) => HTMLElement): NodeView {
  const id = String(node.attrs.id);
  const contentDOM = h(`h${node.attrs.level as 2 | 3 | 4}`, { 'data-part': id });
  const beside = tools(id);
  beside.contentEditable = 'false';
  const dom = h('div', { class: 'heading', 'data-heading': id }, contentDOM, beside);
  return {
    dom,
    contentDOM,
    stopEvent: (event) => beside.contains(event.target as globalThis.Node),
    ignoreMutation: (mutation) => !contentDOM.contains(mutation.target),
    update: (next) => next.type === node.type && next.attrs.id === id && next.attrs.level === node.attrs.level,
  };
}

/** A picture with its words under it. */
export function pictureView(node: Node, tools: Child[]): NodeView {
  const file = node.attrs.file as PictureFile;
  const shown = file.media
    ? h('img', {
        src: `/media/${file.media}.webp`,
        alt: node.child(2).textContent,
        width: file.width,
        height: file.height,
      })
    : h('p', { class: 'soft', ...english }, 'This picture is not held here.');
  shown.contentEditable = 'false';
  const contentDOM = h('div', { class: 'picture-words' });
  const beside = h('p', { class: 'actions', contenteditable: 'false', ...english }, ...tools);
  const isTop = node.type.name === 'top';
  const dom = h(
    'figure',
    { class: 'picture', ...(isTop ? { 'data-part': 'top-image' } : { 'data-block': String(node.attrs.id) }) },
    shown,
    contentDOM,
    beside,
  );
  return {
    dom,
    contentDOM,
    stopEvent: (event) => beside.contains(event.target as globalThis.Node),
    ignoreMutation: (mutation) => !contentDOM.contains(mutation.target),
    update: (next) => {
      if (next.type !== node.type || next.attrs.id !== node.attrs.id) return false;
      if ((next.attrs.file as PictureFile).media !== file.media) return false;
      if (shown instanceof HTMLImageElement) shown.alt = next.child(2).textContent;
      return true;
    },
  };
}
