import type { MarkView } from '../composer-state.ts';
import type { Actions } from './actions.ts';
import { button, english, h } from './dom.ts';
import { allSentences } from './edit-content.ts';
import { sourceNotes } from './translation.ts';
import { commentThread } from './comments.ts';
import { askReason } from './override-dialog.ts';

const apartPx = 10;

/** What stands against the text, in words, beside the very sentence; where there is no margin, of the part under the cursor. */
export function marksMargin(actions: Actions): HTMLElement {
  const { store } = actions;
  const notes = h('div', { class: 'notes' });
  const spoken = h('p', { class: 'spoken', role: 'status' });
  const margin = h('aside', { class: 'margin', 'aria-label': 'Marks beside the text', ...english }, spoken, notes);
  let waiting = 0;
  const place = () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => placeNotes(notes));
  };
  const light = () => {
    for (const note of notes.querySelectorAll<HTMLElement>('.note'))
      note.classList.toggle('lit', note.dataset.at === store.active);
    place();
  };
  const draw = () => {
    notes.replaceChildren(...notesOf(actions));
    light();
  };
  store.on('marks', () => {
    draw();
    const count = store.marks.length;
    spoken.textContent = count === 0 ? 'No mark stands.' : `${count} ${count === 1 ? 'mark stands' : 'marks stand'}.`;
  });
  store.on('work', draw);
  store.on('advice', draw);
  store.on('active', light);
  store.on('text', place);
  new ResizeObserver(place).observe(margin);
  draw();
  return margin;
}

function notesOf(actions: Actions): HTMLElement[] {
  const { marks, advice, overrides } = actions.store;
  const texts = partTexts(actions);
  const aside = overrides.filter(({ at, text, mark }) => texts.get(at) === text && !mark.startsWith('advice:'));
  const since = sourceNotes(actions);
  const said = actions.store.work.comments.filter(({ at }) => at !== null);
  const parts = new Set([...[...marks, ...advice, ...aside, ...said].map(({ at }) => at ?? ''), ...since.keys()]);
  const order = [...texts.keys()];
  const where = (at: string) => (order.includes(at) ? order.indexOf(at) : order.length);
  return [...parts]
    .sort((one, other) => where(one) - where(other))
    .map((at) =>
      h(
        'div',
        { class: 'note', 'data-at': at },
        ...marks.filter((mark) => mark.at === at).map((mark) => markLine(actions, mark)),
        ...advice.filter((each) => each.at === at).map((each) => adviceLine(actions, each)),
        ...aside
          .filter((each) => each.at === at)
          .map((each) => h('p', { class: 'aside' }, `A mark stands aside, by ${each.by}: “${each.reason}”`)),
        ...said.filter((each) => each.at === at).map((each) => commentThread(actions, each)),
        since.get(at) ?? null,
      ),
    );
}

/** The parts that can have marks, in reading order, with their texts. */
function partTexts({ store }: Actions): Map<string, string> {
  const { content } = store;
  const blocks = content.blocks.flatMap((block): [string, string][] =>
    block.type === 'heading'
      ? [[block.id, block.text]]
      : [
          [block.id, ''],
          ...allSentences({ ...content, blocks: [block] }).map(({ id, text }): [string, string] => [id, text]),
        ],
  );
  return new Map([
    ['title', content.title],
    ['lede', content.lede],
    ['top-image', content.topImage?.caption ?? ''],
    ...blocks,
    ['reads', ''],
  ]);
}

function markLine(actions: Actions, mark: MarkView): HTMLElement {
  const { name } = mark;
  return h(
    'div',
    { class: 'mark', 'data-kind': mark.kind, 'data-at': mark.at },
    button(mark.words, () => actions.goTo(mark.at), { class: 'words' }),
    h('span', { class: 'todo' }, mark.todo, ' '),
    h(
      'span',
      { class: 'does' },
      mark.kind === 'changed' && button('Check again', () => void actions.check(mark.at)),
      mark.kind === 'uncited' && button('Vouch for it', () => actions.vouch(mark.at)),
      name !== null && button('Override…', () => askReason(actions, mark.at, name, mark.words), { class: 'quiet' }),
    ),
  );
}

/** What should be looked at. It can be left as it is, for these words. */
function adviceLine(actions: Actions, { at, kind, name, words, todo }: MarkView): HTMLElement {
  return h(
    'div',
    { class: 'advice', 'data-advice': kind, 'data-at': at },
    button(words, () => actions.goTo(at), { class: 'words' }),
    h('span', { class: 'todo' }, todo, ' '),
    h(
      'span',
      { class: 'does' },
      button('Leave it', () => void actions.leave(at, name ?? ''), { class: 'quiet' }),
    ),
  );
}

/** Sets every note level with its sentence, and below the note before it. */
function placeNotes(notes: HTMLElement): void {
  const page = notes.closest('.page');
  if (!page) return;
  const top = notes.getBoundingClientRect().top;
  let free = 0;
  for (const note of notes.querySelectorAll<HTMLElement>('.note')) {
    const at = CSS.escape(note.dataset.at ?? '');
    const part = page.querySelector(`[data-sentence="${at}"], [data-part="${at}"], [data-block="${at}"]`);
    const level = part ? part.getBoundingClientRect().top - top : free;
    const place = Math.max(level, free);
    note.style.insetBlockStart = `${place}px`;
    free = place + note.offsetHeight + apartPx;
  }
}
