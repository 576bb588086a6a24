import type { LibraryPictureView, PictureAnswer } from '../composer-state.ts';
import type { Actions } from './actions.ts';
import { ask, troubleWords } from './ask.ts';
import { button, type Child, h } from './dom.ts';
import { choosePicture } from './library-dialog.ts';

/** What can be done to the top picture, under it. */
export function topPictureTools(actions: Actions): Child[] {
  return [
    fileButton(actions, 'Another picture'),
    libraryButton(actions),
    button('Take the picture out', () => remove(actions)),
  ];
}

/** Where there is none: a place to add one. */
export function addPicture(actions: Actions): HTMLElement {
  const { store } = actions;
  const place = h('span', {}, fileButton(actions, 'Add a top picture'), ' ', libraryButton(actions));
  const show = () => {
    place.hidden = store.content.topImage !== null;
  };
  store.on('text', show);
  show();
  return place;
}

function libraryButton(actions: Actions): HTMLElement {
  const take = (picture: LibraryPictureView) => {
    const { media, width, height, caption, credit, alt } = picture;
    actions.store.reshape((content) => {
      content.topImage = { media, width, height, caption, credit, alt };
    });
    actions.goTo('top-image');
    actions.say('The picture is in, with its words from the library. Look whether its caption fits here.', 'good');
  };
  return button('From the library', () => choosePicture(actions.store.opened.piece.publication, take));
}

function fileButton(actions: Actions, words: string): HTMLElement {
  const file = h('input', {
    type: 'file',
    accept: 'image/jpeg,image/png,image/webp,image/gif,image/tiff',
    class: 'file',
    'aria-label': `${words}: file`,
    onchange: () => void upload(actions, file),
  });
  return h('label', { class: 'button' }, words, file);
}

async function upload(actions: Actions, input: HTMLInputElement): Promise<void> {
  const [file] = input.files ?? [];
  if (!file) return;
  if (file.size > 20_000_000) return actions.say('Not added: the file is larger than 20 MB.', 'bad');
  actions.say('Adding the picture…');
  const answer = await ask<PictureAnswer>('POST', '/desk/pictures', file);
  if (answer.kind !== 'added') return actions.say(troubleWords(answer), 'bad');
  actions.store.reshape((content) => {
    const { caption, credit, alt } = content.topImage ?? { caption: '', credit: '', alt: '' };
    content.topImage = { media: answer.media, width: answer.width, height: answer.height, caption, credit, alt };
  });
  actions.goTo('top-image');
  actions.say('The picture is in, without its metadata. It needs a caption, a credit and a description.', 'good');
}

function remove(actions: Actions): void {
  actions.store.reshape((content) => {
    content.topImage = null;
  });
  actions.say('The picture is out. Undo brings it back.');
}
