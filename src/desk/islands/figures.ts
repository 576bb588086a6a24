import type { Picture } from '#pieces/pieces.ts';
import type { Actions } from './actions.ts';
import { openDialog } from './dialog.ts';
import { button, type Child, h, newId } from './dom.ts';
import { blockOfPart } from './edit-blocks.ts';
import { choosePicture } from './library-dialog.ts';
import { pictureFile, takeFile } from './picture-file.ts';

/** Asks for a picture that is to stand in the text, after the part under the cursor. */
export function askFigure(actions: Actions): void {
  const { store } = actions;
  // The dialog takes the cursor away.
  const after = store.active;
  const file = pictureFile('From a file', () => void fromFile());
  const fromFile = async () => {
    const taken = await takeFile(actions, file);
    if (!taken) return;
    dialog.close();
    putIn(actions, after, { ...taken, caption: '', credit: '', alt: '' });
    actions.say('The picture is in, without its metadata. It needs a caption, a credit and a description.', 'good');
  };
  const fromLibrary = () => {
    dialog.close();
    choosePicture(store.opened.piece.publication, ({ media, width, height, caption, credit, alt }) => {
      putIn(actions, after, { media, width, height, caption, credit, alt });
      actions.say('The picture is in, with its words from the library. Look whether its caption fits here.', 'good');
    });
  };
  const dialog = openDialog(
    'A picture in the text',
    { name: 'figure' },
    h('p', {}, 'It stands after the part under the cursor.'),
    h(
      'p',
      { class: 'actions' },
      h('label', { class: 'button' }, 'From a file', file),
      button('From the library', fromLibrary),
    ),
  );
}

function putIn(actions: Actions, after: string | null, image: Picture): void {
  const id = newId('f');
  actions.store.reshape((content) => {
    const block = blockOfPart(content, after);
    const at = block ? content.blocks.indexOf(block) + 1 : content.blocks.length;
    content.blocks.splice(at, 0, { type: 'figure', id, image });
  });
  actions.goTo(id);
}

/** What can be done to a picture in the text, under it. */
export function figureTools(actions: Actions, id: string): Child[] {
  const { store } = actions;
  const move = (step: 1 | -1) => {
    store.reshape(({ blocks }) => {
      const at = blocks.findIndex((block) => block.id === id);
      const [here, there] = [blocks[at], blocks[at + step]];
      if (!here || !there) return;
      blocks[at] = there;
      blocks[at + step] = here;
    });
    actions.goTo(id);
  };
  const remove = () => {
    store.reshape(({ blocks }) => {
      blocks.splice(
        blocks.findIndex((block) => block.id === id),
        1,
      );
    });
    actions.say('The picture is out. Undo brings it back.');
  };
  return [
    button('↑', () => move(-1), { 'aria-label': 'Move the picture up' }),
    button('↓', () => move(1), { 'aria-label': 'Move the picture down' }),
    button('Take the picture out', remove),
  ];
}
