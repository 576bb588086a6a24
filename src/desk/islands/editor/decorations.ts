import type { Node } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { languageOf } from '../dom.ts';
import { isRightToLeft } from '../edit-language.ts';
import type { Store } from '../store.ts';
import { placeOf } from './places.ts';
import { holdsSentences } from './schema.ts';
import { runsOf } from './settle-document.ts';

const placeholders: Record<string, string> = {
  title: 'Title',
  lede: 'The lede: one sentence that says what this tells',
  heading: 'Heading',
  paragraph: 'Write here…',
  item: 'A point',
  words: 'The words quoted',
  attribution: 'Who said them',
  caption: 'What it shows',
  credit: 'Whose picture it is',
  alt: 'For those who cannot see it',
  embed: 'What stands there',
};

/** What is seen of the text beyond its letters: direction, the sentence under the cursor, the words that marks found, what is empty. */
export function showState(store: Store): Plugin {
  return new Plugin({
    props: {
      decorations: ({ doc }) =>
        DecorationSet.create(doc, [...blocks(doc, store.content.lang), ...lit(doc, store), ...marked(doc, store)]),
    },
  });
}

/** Every block has the direction of the script that most of it is written in. */
function blocks(doc: Node, pieceLang: string): Decoration[] {
  const shown: Decoration[] = [];
  const own = languageOf(pieceLang);
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return;
    const runsLeft = isRightToLeft(node.textContent, pieceLang);
    const lang = languageOfBlock(node);
    const attributes: Record<string, string> = {};
    if (runsLeft !== (own.dir === 'rtl')) attributes.dir = runsLeft ? 'rtl' : 'ltr';
    if (lang !== null) attributes.lang = lang;
    if (node.childCount === 0) {
      attributes.class = 'empty';
      attributes['data-placeholder'] = placeholders[node.type.name] ?? '';
    }
    if (Object.keys(attributes).length > 0) shown.push(Decoration.node(pos, pos + node.nodeSize, attributes));
  });
  return shown;
}

function languageOfBlock(node: Node): string | null {
  if (node.type.name === 'heading') return node.attrs.lang as string | null;
  if (!holdsSentences(node)) return null;
  const langs = new Set(runsOf(node).map(({ attrs }) => attrs.lang));
  return langs.size === 1 ? ([...langs][0] ?? null) : null;
}

function lit(doc: Node, { active }: Store): Decoration[] {
  const place = active === null ? null : placeOf(doc, active);
  if (!place || active === 'top-image') return [];
  return [Decoration.inline(place.from, place.to, { class: 'lit' })];
}

function marked(doc: Node, { marks, content }: Store): Decoration[] {
  return marks.flatMap(({ at, found }) => {
    const place = placeOf(doc, at);
    if (!place || place.from === place.to) return [];
    if (!found) return [Decoration.inline(place.from, place.to, { class: 'doubted' })];
    const text = doc.textBetween(place.from, place.to).toLocaleLowerCase(content.lang);
    const start = text.indexOf(found.toLocaleLowerCase(content.lang));
    if (start < 0) return [Decoration.inline(place.from, place.to, { class: 'doubted' })];
    return [Decoration.inline(place.from + start, place.from + start + found.length, { class: 'found' })];
  });
}
