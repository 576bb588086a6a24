import type { Picture } from '#pieces/pieces.ts';
import type { PictureAnswer } from '../composer-state.ts';
import type { Actions } from './actions.ts';
import { ask, troubleWords } from './ask.ts';
import { button, english, h, languageOf } from './dom.ts';

/** The top picture with its caption, credit and description; none of the three may be missing when it is published. */
export function picturePart(actions: Actions): HTMLElement {
  const { store } = actions;
  const image = store.content.topImage;
  const file = h('input', {
    type: 'file',
    accept: 'image/jpeg,image/png,image/webp,image/gif,image/tiff',
    class: 'file',
    'aria-label': 'Picture file',
    onchange: () => void upload(actions, file),
  });
  if (!image)
    return h(
      'figure',
      { class: 'picture none', 'data-part': 'top-image', tabindex: -1, ...english },
      h('label', { class: 'button' }, 'Add a top picture', file),
    );
  const field = (name: 'caption' | 'credit' | 'alt', label: string) =>
    h(
      'label',
      {},
      h('span', {}, label),
      h(
        'textarea',
        {
          rows: 1,
          'data-field': name,
          ...languageOf(store.content.lang),
          placeholder: name === 'alt' ? 'What it shows, for those who cannot see it' : null,
          onfocus: () => store.setActive('top-image'),
          oninput: (event: InputEvent) => {
            const { value } = event.target as HTMLTextAreaElement;
            store.type(`picture-${name}`, (content) => {
              if (content.topImage) content.topImage[name] = value.replace(/\s*\n\s*/gu, ' ');
            });
          },
        },
        image[name],
      ),
    );
  const src = image.media ? `/media/${image.media}.webp` : null;
  return h(
    'figure',
    { class: 'picture', 'data-part': 'top-image', tabindex: -1, ...english },
    src
      ? h('img', { src, alt: image.alt, width: image.width ?? null, height: image.height ?? null })
      : h('p', { class: 'soft' }, 'This picture is not held here.'),
    field('caption', 'Caption'),
    field('credit', 'Credit'),
    field('alt', 'Description'),
    h('div', { class: 'marks', 'data-marks': 'top-image' }),
    h(
      'p',
      { class: 'actions' },
      h('label', { class: 'button' }, 'Another picture', file),
      button('Take the picture out', () => remove(actions)),
    ),
  );
}

async function upload(actions: Actions, input: HTMLInputElement): Promise<void> {
  const [file] = input.files ?? [];
  if (!file) return;
  if (file.size > 20_000_000) return actions.say('Not added: the file is larger than 20 MB.', 'bad');
  actions.say('Adding the picture…');
  const answer = await ask<PictureAnswer>('POST', '/desk/pictures', file);
  if (answer.kind !== 'added') return actions.say(troubleWords(answer), 'bad');
  actions.store.reshape((content) => {
    const words = content.topImage ?? { caption: '', credit: '', alt: '' };
    const { caption, credit, alt }: Pick<Picture, 'caption' | 'credit' | 'alt'> = words;
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
