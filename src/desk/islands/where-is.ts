import type { Actions } from './actions.ts';
import { allSentences } from './edit-content.ts';

/** Where a note stands: "Sentence 3: ", or nothing where that says itself. */
export function whereIs({ store }: Actions, at: string): string {
  if (at === 'title') return 'Title: ';
  if (at === 'lede') return 'Lede: ';
  const block = store.content.blocks.find((each) => each.id === at);
  if (block?.type === 'heading') return `Heading “${block.text}”: `;
  const number = allSentences(store.content).findIndex(({ id }) => id === at) + 1;
  return number > 0 ? `Sentence ${number}: ` : '';
}
