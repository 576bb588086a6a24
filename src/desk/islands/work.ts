import type { Conflict, WorkAnswer, WorkView } from '../composer-state.ts';
import type { Actions } from './actions.ts';
import { ask, troubleWords } from './ask.ts';

/** Whose work is spoken of, and where it is said what came of it. */
export type Speaker = Pick<Actions, 'store' | 'saver' | 'say'>;

/** Says something of the work on the piece to the server, shows what it says of it now, and answers whether it was done. */
export async function sayOfWork(
  actions: Speaker,
  method: 'PUT' | 'POST',
  path: string,
  body: Record<string, unknown>,
): Promise<boolean> {
  const { store, saver } = actions;
  const answer = await ask<WorkAnswer | Conflict>(method, `/desk/api/pieces/${store.opened.piece.id}/${path}`, body);
  switch (answer.kind) {
    case 'work':
      store.setWork(answer.work);
      if (answer.words) actions.say(answer.words, 'good');
      return true;
    case 'not-done':
      store.setWork(answer.work);
      actions.say(answer.words, 'bad');
      return false;
    case 'conflict':
      saver.meet(answer);
      return false;
    default:
      actions.say(troubleWords(answer), 'bad');
      return false;
  }
}

/** Reads the work again, where somebody else changed it. */
export async function refreshWork(actions: Speaker): Promise<void> {
  const answer = await ask<WorkAnswer>('GET', `/desk/api/pieces/${actions.store.opened.piece.id}/work`);
  if (answer.kind === 'work') actions.store.setWork(answer.work);
}

export const stateNames: Record<WorkView['state'], string> = {
  idea: 'Idea',
  writing: 'Being written',
  review: 'To be read',
  ready: 'Ready',
};

/** "To be read · Ana Name"; of a piece that nobody has said anything of, its way to the work. */
export function workWords({ state, assignee, staff, changes }: WorkView): string {
  if (changes === 0) return 'Work';
  const name = staff.find(({ id }) => id === assignee)?.name;
  return name ? `${stateNames[state]} · ${name}` : stateNames[state];
}
