import type { LibraryPictureView } from '../composer-state.ts';
import type { Actions } from './actions.ts';
import { button, type Child, h } from './dom.ts';
import { choosePicture } from './library-dialog.ts';
import { pictureFile, takeFile } from './picture-file.ts';

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
  const file = pictureFile(`${words}: file`, () => void upload(actions, file));
  return h('label', { class: 'button' }, words, file);
}

async function upload(actions: Actions, input: HTMLInputElement): Promise<void> {
  const taken = await takeFile(actions, input);
  if (!taken) return;
  actions.store.reshape((content) => {
    const { caption, credit, alt } = content.topImage ?? { caption: '', credit: '', alt: '' };
    content.topImage = { ...taken, caption, credit, alt };
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
