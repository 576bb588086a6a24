import type { LibraryAnswer, LibraryPictureView } from '../composer-state.ts';
import { ask, troubleWords } from './ask.ts';
import { h } from './dom.ts';
import { openDialog } from './dialog.ts';

const waitMs = 200;

/** Shows the library's pictures, found by their words as they are typed; `choose` is told the one that is taken. */
export function choosePicture(publication: string, choose: (picture: LibraryPictureView) => void): void {
  const search = h('input', { type: 'search', name: 'q', autocomplete: 'off', dir: 'auto' });
  const status = h('p', { class: 'soft', role: 'status' });
  const list = h('ul', { class: 'pictures' });
  let asked = 0;
  let typing = 0;

  async function look(): Promise<void> {
    const mine = ++asked;
    const query = new URLSearchParams({ publication, q: search.value });
    const answer = await ask<LibraryAnswer>('GET', `/desk/api/pictures?${query.toString()}`);
    // What was asked later is shown, whichever answer comes last.
    if (mine !== asked) return;
    if (answer.kind !== 'found') {
      status.textContent = troubleWords(answer);
      return;
    }
    list.replaceChildren(...answer.pictures.map((picture) => h('li', {}, entry(picture))));
    status.textContent = found(answer.count, answer.pictures.length);
  }

  function entry(picture: LibraryPictureView): HTMLElement {
    const { src, caption, credit, alt, terms, ended } = picture;
    const take = () => {
      dialog.close();
      choose(picture);
    };
    return h(
      'button',
      { type: 'button', onclick: take, disabled: ended !== null },
      h('img', { src, alt: '', loading: 'lazy' }),
      h('span', { class: 'caption', dir: 'auto' }, caption || alt || 'A picture without words'),
      credit !== '' && h('span', { class: 'soft', dir: 'auto' }, credit),
      terms !== '' && h('span', { class: 'terms', dir: 'auto' }, `Allowed: ${terms}`),
      ended !== null && h('span', { class: 'trouble' }, ended),
    );
  }

  const form = h(
    'form',
    {
      role: 'search',
      onsubmit: (event: SubmitEvent) => {
        event.preventDefault();
        void look().then(() => list.querySelector<HTMLButtonElement>('button:enabled')?.focus());
      },
      oninput: () => {
        clearTimeout(typing);
        typing = window.setTimeout(() => void look(), waitMs);
      },
    },
    h('label', {}, 'Words of the caption, credit or description', search),
  );
  const dialog = openDialog('A picture from the library', { name: 'library', wide: true }, form, status, list);
  search.focus();
  void look();
}

function found(count: number, shown: number): string {
  if (count === 0) return 'No picture has these words.';
  const words = `${count} ${count === 1 ? 'picture' : 'pictures'}`;
  return count > shown
    ? `${words}; the newest ${shown} are shown. More words find fewer.`
    : `${words}, the newest first.`;
}
