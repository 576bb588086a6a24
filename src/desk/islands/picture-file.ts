import type { PictureAnswer } from '../composer-state.ts';
import type { Actions } from './actions.ts';
import { ask, troubleWords } from './ask.ts';
import { h } from './dom.ts';

const mostBytes = 20_000_000;

/** A field for the file of a picture; `chosen` runs when there is one. */
export function pictureFile(label: string, chosen: () => void): HTMLInputElement {
  return h('input', {
    type: 'file',
    accept: 'image/jpeg,image/png,image/webp,image/gif,image/tiff',
    class: 'file',
    'aria-label': label,
    onchange: chosen,
  });
}

/** Sends the chosen file to the desk, which keeps it without its metadata; null where it was not taken, which is said. */
export async function takeFile(
  actions: Actions,
  input: HTMLInputElement,
): Promise<{ media: string; width: number; height: number } | null> {
  const [file] = input.files ?? [];
  if (!file) return null;
  const refused = (why: string) => {
    actions.say(why, 'bad');
    return null;
  };
  if (file.size > mostBytes) return refused('Not added: the file is larger than 20 MB.');
  actions.say('Adding the picture…');
  const answer = await ask<PictureAnswer>('POST', '/desk/pictures', file);
  if (answer.kind !== 'added') return refused(troubleWords(answer));
  const { media, width, height } = answer;
  return { media, width, height };
}
