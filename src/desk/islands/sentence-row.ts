import type { Sentence } from '#pieces/pieces.ts';
import type { Actions } from './actions.ts';
import { english, h, languageOf, newId } from './dom.ts';
import { caretIn, editable } from './editable.ts';
import { breakParagraph, findSentence, mergeBack, moveSentence, setText, splitSentence } from './edit-content.ts';
import { moveParagraph } from './edit-sections.ts';
import { takeLanguage } from './edit-language.ts';
import { sentenceTools, takeOut } from './sentence-tools.ts';

/** Two letters that stand for an outlet; the same as on the day's page. */
export function monogram(outlet: string): string {
  const words = outlet.split(/\s+/u).filter((word) => !/^(?:the|of|and|al|de|la)$/iu.test(word));
  if (words.length === 1)
    return Array.from(words[0] ?? '')
      .slice(0, 2)
      .join('')
      .toUpperCase();
  return words
    .slice(0, 2)
    .map((word) => Array.from(word.replace(/^(?:al-|ال)/iu, ''))[0] ?? '')
    .join('')
    .toUpperCase();
}

/** One sentence: who says so at its side, its words, and under it what stands against it. */
export function sentenceRow(actions: Actions, sentence: Sentence, number: number): HTMLElement {
  const { store } = actions;
  const { id } = sentence;
  const place = languageOf(sentence.lang ?? store.opened.piece.lang);
  const text = editable(
    'div',
    { id, label: `Sentence ${number}`, text: sentence.text, ...place, class: 'sentence', placeholder: 'A sentence…' },
    (words) =>
      store.type(id, (content) => {
        const found = findSentence(content, id);
        if (!found) return;
        setText(found.sentence, words);
        takeLanguage(found.sentence, words, content.lang, text);
      }),
  );
  text.addEventListener('focus', () => store.setActive(id));
  text.addEventListener('keydown', (event) => onKey(actions, id, text, event));
  return h(
    'div',
    { class: 'row', 'data-sentence': id },
    whoSays(actions, sentence),
    text,
    h('div', { class: 'marks', 'data-marks': id, ...english }),
    sentenceTools(actions, id, number),
  );
}

/** The monograms of what a sentence rests on: you always see who says so. */
export function whoSays({ store }: Actions, { id, basis }: Sentence): HTMLElement {
  const outlets =
    basis.kind === 'cited'
      ? [...new Set(basis.citations.map((citation) => store.evidence.get(citation.evidence)?.outlet ?? '?'))]
      : [];
  const words = {
    cited: `Cites ${outlets.join(', ')}`,
    linked: 'An imported link, never checked here',
    vouched: basis.kind === 'vouched' && basis.by ? `Vouched for by ${basis.by}` : 'Vouched for',
    own: 'Our own reporting',
    uncited: 'Rests on nothing yet',
  }[basis.kind];
  const signs = { cited: '', linked: '↗', vouched: '†', own: '‡', uncited: '–' }[basis.kind];
  const letters = outlets.slice(0, 3).map((outlet) => h('abbr', { title: outlet }, monogram(outlet)));
  return h(
    'span',
    { class: `says ${basis.kind}`, 'data-says': id, role: 'img', 'aria-label': words, title: words },
    ...(letters.length > 0 ? letters : [signs]),
  );
}

function onKey(actions: Actions, id: string, element: HTMLElement, event: KeyboardEvent): void {
  const { store } = actions;
  if (event.isComposing || event.ctrlKey || event.metaKey) return;
  if (event.altKey) {
    if (!event.shiftKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      store.reshape((content) => moveSentence(content, id, event.key === 'ArrowUp' ? -1 : 1));
      actions.goTo(id);
    } else if (event.key === 'PageUp' || event.key === 'PageDown') {
      event.preventDefault();
      store.reshape((content) => moveParagraph(content, id, event.key === 'PageUp' ? -1 : 1));
      actions.goTo(id);
    } else if (event.key === 'Backspace') {
      event.preventDefault();
      takeOut(actions, id);
    }
    return;
  }
  const caret = caretIn(element) ?? 0;
  const length = element.textContent.length;
  if (event.key === 'Enter') {
    const next = store.reshape((content) =>
      length === 0 ? breakParagraph(content, id, newId) : splitSentence(content, id, caret, newId),
    );
    if (next) actions.goTo(next.id, next.at);
  } else if (event.key === 'Backspace' && caret === 0 && window.getSelection()?.isCollapsed) {
    event.preventDefault();
    const back = store.reshape((content) => mergeBack(content, id));
    if (back) actions.goTo(back.id, back.at);
  } else if (event.key === 'ArrowDown' && caret === length) stepTo(element, 1, event);
  else if (event.key === 'ArrowUp' && caret === 0) stepTo(element, -1, event);
}

/** The arrow keys go from part to part at the ends of a text. */
function stepTo(element: HTMLElement, step: 1 | -1, event: KeyboardEvent): void {
  const parts = [...document.querySelectorAll<HTMLElement>('.page [data-part]')];
  const next = parts[parts.indexOf(element) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
  window.getSelection()?.selectAllChildren(next);
  if (step === 1) window.getSelection()?.collapseToStart();
  else window.getSelection()?.collapseToEnd();
}
