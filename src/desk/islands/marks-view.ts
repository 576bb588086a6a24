import type { MarkView } from '../composer-state.ts';
import type { Actions } from './actions.ts';
import { button, h } from './dom.ts';
import { askReason } from './override-dialog.ts';

/** Fills every place for marks on the page, and underlines the very words that they found. */
export function showMarks(page: HTMLElement, actions: Actions): void {
  const { marks, overrides, content } = actions.store;
  const texts = new Map(
    [...page.querySelectorAll<HTMLElement>('[data-part]')].map((part) => [part.dataset.part, part]),
  );
  for (const place of page.querySelectorAll<HTMLElement>('[data-marks]')) {
    const at = place.dataset.marks ?? '';
    const standing = marks.filter((mark) => mark.at === at);
    const text = texts.get(at)?.textContent;
    const aside = overrides.filter((each) => each.at === at && each.text === text);
    place.replaceChildren(
      ...standing.map((mark) => markLine(actions, mark)),
      ...aside.map((each) => h('p', { class: 'aside' }, `A mark stands aside, by ${each.by}: “${each.reason}”`)),
    );
    place.parentElement?.classList.toggle('marked', standing.length > 0);
    texts.get(at)?.setAttribute('aria-invalid', standing.length > 0 ? 'true' : 'false');
  }
  underline(marks, texts, content.lang);
}

function markLine(actions: Actions, mark: MarkView): HTMLElement {
  const { name } = mark;
  return h(
    'p',
    { class: 'mark', 'data-kind': mark.kind },
    h('span', {}, mark.words),
    ' ',
    mark.kind === 'changed' && button('Check again', () => void actions.check(mark.at)),
    mark.kind === 'uncited' && button('Vouch for it', () => actions.vouch(mark.at)),
    name !== null && button('Override…', () => askReason(actions, mark.at, name, mark.words), { class: 'quiet' }),
  );
}

/** CSS.highlights sets words apart without touching the text that is being written. */
function underline(marks: MarkView[], texts: Map<string | undefined, HTMLElement>, lang: string): void {
  if (typeof Highlight === 'undefined') return;
  const ranges = marks.flatMap((mark) => {
    const node = texts.get(mark.at)?.firstChild;
    if (!mark.found || !(node instanceof Text)) return [];
    const start = node.data.toLocaleLowerCase(lang).indexOf(mark.found.toLocaleLowerCase(lang));
    if (start < 0 || start + mark.found.length > node.length) return [];
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, start + mark.found.length);
    return [range];
  });
  CSS.highlights.set('marked', new Highlight(...ranges));
}
