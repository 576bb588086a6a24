import { h, type Props } from './dom.ts';

/** Lines break nothing here: a part is one line of plain text. */
const breaks = /[\r\n\u2028\u2029\t]+/gu;

/** A line of plain text that grows with what is written in it. `id` is the part's name. */
export function editable(
  tag: 'p' | 'div' | 'span',
  options: {
    id: string;
    label: string;
    text: string;
    lang: string;
    dir: string;
    class?: string;
    placeholder?: string;
    spellcheck?: boolean;
  },
  onText: (text: string) => void,
): HTMLElement {
  const props: Props = {
    class: options.class ?? null,
    contenteditable: 'plaintext-only',
    role: 'textbox',
    'aria-label': options.label,
    'aria-multiline': 'false',
    'data-part': options.id,
    'data-placeholder': options.placeholder ?? null,
    lang: options.lang,
    dir: options.dir,
    spellcheck: options.spellcheck === false ? 'false' : 'true',
  };
  const element: HTMLElement = h(tag, props, options.text);
  element.addEventListener('input', () => {
    const text = textOf(element);
    if (text !== element.textContent) {
      const caret = caretIn(element) ?? text.length;
      element.textContent = text;
      placeCaret(element, caret);
    }
    onText(text);
  });
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) event.preventDefault();
  });
  element.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain');
    if (text === undefined) return;
    event.preventDefault();
    // The one way to put text at the caret that the browser's input events tell of.
    document.execCommand('insertText', false, text.replace(breaks, ' '));
  });
  return element;
}

export function textOf(element: HTMLElement): string {
  return element.textContent.replace(breaks, ' ');
}

/** The caret's offset in an element's text; null when it is elsewhere. */
export function caretIn(element: HTMLElement): number | null {
  const selection = window.getSelection();
  if (!selection?.focusNode || !element.contains(selection.focusNode)) return null;
  const range = document.createRange();
  range.selectNodeContents(element);
  range.setEnd(selection.focusNode, selection.focusOffset);
  return range.toString().length;
}

export function placeCaret(element: HTMLElement, at: number): void {
  element.focus({ preventScroll: true });
  const node = element.firstChild;
  const selection = window.getSelection();
  if (!selection) return;
  if (node instanceof Text) selection.collapse(node, Math.min(at, node.length));
  else selection.collapse(element, 0);
}
