import type { Block, Sentence } from '#pieces/pieces.ts';
import type { Actions } from './actions.ts';
import { button, english, h, languageOf, newId } from './dom.ts';
import type { Store } from './store.ts';

/** What changed at the original since the translation's blocks were made from it, a note for each, by block. */
export function sourceNotes(actions: Actions): Map<string, HTMLElement> {
  const { original } = actions.store.opened;
  if (!original) return new Map();
  const made = new Map(
    actions.store.content.blocks.map((block) => [block.id, 'madeFrom' in block ? block.madeFrom : undefined]),
  );
  const standing = original.changes.filter(
    ({ at }) => (made.get(at)?.revision ?? original.revision) < original.revision,
  );
  const place = languageOf(original.lang);
  return new Map(
    standing.map(({ at, before, now }) => [
      at,
      h(
        'div',
        { class: 'since', 'data-at': at },
        h(
          'p',
          {},
          now === ''
            ? 'The original does not have this any more:'
            : 'The original changed here since it was translated:',
        ),
        h('p', place, h('del', {}, before)),
        now !== '' && h('p', place, h('ins', {}, now)),
        button('The translation says this now', () => settle(actions, at), { class: 'small' }),
      ),
    ]),
  );
}

function settle(actions: Actions, at: string): void {
  const { store } = actions;
  const revision = store.opened.original?.revision;
  store.reshape((content) => {
    const block = content.blocks.find(({ id }) => id === at);
    if (block && 'madeFrom' in block && block.madeFrom && revision !== undefined) block.madeFrom.revision = revision;
  });
  store.tell('marks');
  actions.say('Noted: this part is made from the original as it reads now.', 'good');
}

/** Where a translation lacks parts of its original: brings them in, in the original's language, to be written over. */
export function bringInPart(actions: Actions): HTMLElement | null {
  const { store } = actions;
  const { original } = store.opened;
  if (!original) return null;
  const words = h('span');
  const part = h(
    'p',
    { class: 'add-section', ...english },
    words,
    button('Bring them in', () => bringIn(actions)),
  );
  const show = () => {
    const count = missing(store).length;
    part.hidden = count === 0;
    words.textContent = `${count} ${count === 1 ? 'part' : 'parts'} of the original (“${original.title}”) ${count === 1 ? 'is' : 'are'} not here.`;
  };
  store.on('text', show);
  show();
  return part;
}

function missing({ content, opened }: Store): Block[] {
  const here = new Set(content.blocks.map((block) => ('madeFrom' in block ? block.madeFrom?.block : undefined)));
  return (opened.original?.blocks ?? []).filter(({ id }) => !here.has(id));
}

function bringIn(actions: Actions): void {
  const { store } = actions;
  const { original } = store.opened;
  if (!original) return;
  const blocks = missing(store).map((block) => copyOf(block, original));
  store.reshape((content) => content.blocks.push(...blocks));
  const [first] = blocks;
  if (first) actions.goTo(first.id);
  actions.say('They stand at the end, in the original’s language, with what they rest on. Write over them.', 'good');
}

function copyOf(block: Block, { lang, revision }: { lang: string; revision: number }): Block {
  const madeFrom = { block: block.id, revision };
  const sentences = (list: Sentence[]): Sentence[] => list.map((each) => copiedSentence(each, lang));
  switch (block.type) {
    case 'heading':
      return { ...block, id: newId('h'), lang: block.lang ?? lang, madeFrom };
    case 'paragraph':
    case 'quote':
      return { ...block, id: newId('p'), sentences: sentences(block.sentences), madeFrom };
    case 'list':
      return { ...block, id: newId('l'), items: block.items.map(sentences), madeFrom };
    default:
      return block;
  }
}

function copiedSentence(sentence: Sentence, lang: string): Sentence {
  const { basis } = sentence;
  const own =
    basis.kind === 'cited'
      ? { kind: basis.kind, citations: basis.citations.map((citation) => ({ ...citation, id: newId('c') })) }
      : basis;
  return { ...sentence, id: newId('s'), lang: sentence.lang ?? lang, basis: own };
}
