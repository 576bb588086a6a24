import type { PieceContent } from '#pieces/pieces.ts';
import type { ComposerState, Conflict } from '../composer-state.ts';
import type { Actions } from './actions.ts';
import { ask } from './ask.ts';
import { openDialog } from './dialog.ts';
import { button, h, languageOf } from './dom.ts';
import { sentenceLists } from './edit-content.ts';

/** Somebody saved while we wrote: both versions side by side, and nothing is lost whatever is chosen. */
export function showConflict(actions: Actions, conflict: Conflict): void {
  const { store, saver } = actions;
  const [theirs, mine] = [linesOf(conflict.content), linesOf(store.content)];
  const take = (evidence: Conflict['evidence']) => {
    for (const [id, view] of Object.entries(evidence)) store.evidence.set(id, view);
  };
  const keepTheirs = button(
    'Keep theirs',
    () => {
      take(conflict.evidence);
      store.reshape((content) => Object.assign(content, structuredClone(conflict.content)));
      saver.continueFrom(conflict.head, { clean: true });
      dialog.close();
      actions.say(`You have revision ${conflict.head} now. Undo brings your version back.`, 'good');
      void refreshMarks(actions);
    },
    { 'data-choose': 'theirs' },
  );
  const keepMine = button(
    'Keep mine',
    () => {
      take(conflict.evidence);
      saver.continueFrom(conflict.head, { clean: false });
      dialog.close();
      actions.say(`Yours is saved over revision ${conflict.head}, which is kept as it was.`, 'good');
    },
    { 'data-choose': 'mine', class: 'strong' },
  );
  const copy = button('Copy mine as text', () => {
    const text = mine.map((line) => line.text).join('\n');
    void navigator.clipboard.writeText(text).then(
      () => {
        copy.textContent = 'Copied';
      },
      () => {
        copy.textContent = 'The browser did not allow it; select the text beside';
      },
    );
  });
  const dialog = openDialog(
    `Somebody saved revision ${conflict.head} while you wrote`,
    { name: 'conflict', wide: true, closes: false },
    h(
      'p',
      {},
      `${conflict.savedBy} saved it on ${conflict.savedAt}. Nothing is lost: every saved revision is kept, and yours is here. What differs is marked.`,
    ),
    h(
      'div',
      { class: 'versions' },
      version(`Theirs, revision ${conflict.head}`, theirs, mine, store.content.lang),
      version('Yours, not saved', mine, theirs, store.content.lang),
    ),
    h('p', { class: 'actions' }, keepMine, keepTheirs, copy),
  );
  for (const side of dialog.querySelectorAll<HTMLElement>('.version')) {
    const differs = side.querySelector<HTMLElement>('mark');
    if (differs) side.scrollTop = differs.getBoundingClientRect().top - side.getBoundingClientRect().top - 48;
  }
}

/** The marks of what the server has. */
async function refreshMarks({ store }: Actions): Promise<void> {
  const answer = await ask<ComposerState>('GET', `/desk/api/pieces/${store.opened.piece.id}`);
  if ('marks' in answer) store.setMarks(answer.marks);
}

interface Line {
  tag: 'h3' | 'h4' | 'p';
  text: string;
}

function linesOf(content: PieceContent): Line[] {
  const lists = sentenceLists(content);
  return [
    { tag: 'h3', text: content.title },
    { tag: 'p', text: content.lede },
    ...content.blocks.flatMap((block): Line[] => {
      if (block.type === 'heading') return [{ tag: 'h4', text: block.text }];
      const sentences = lists.filter((list) => list.block === block).flatMap((list) => list.sentences);
      return sentences.map(({ text }) => ({ tag: 'p', text }));
    }),
    ...content.recommendedReads.map(({ publisher, title }): Line => ({ tag: 'p', text: `${publisher}: ${title}` })),
    ...(content.topImage
      ? [{ tag: 'p' as const, text: `Picture: ${content.topImage.caption} ${content.topImage.credit}` }]
      : []),
  ];
}

function version(title: string, lines: Line[], others: Line[], lang: string): HTMLElement {
  const known = new Set(others.map((line) => line.text));
  return h(
    'section',
    { 'aria-label': title },
    h('h3', { class: 'label' }, title),
    h(
      'div',
      { class: 'version', tabindex: 0, ...languageOf(lang) },
      ...lines.map(({ tag, text }) => h(tag, {}, known.has(text) ? text : h('mark', {}, text))),
    ),
  );
}
