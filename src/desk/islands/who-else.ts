import type { PresenceAnswer } from '../composer-state.ts';
import { ask } from './ask.ts';
import { h, newId } from './dom.ts';
import type { Actions } from './actions.ts';
import { refreshWork } from './work.ts';

const askEveryMs = 15_000;

/**
 * Who else has the piece open. That nobody overwrites anybody is the saves' doing; this spares the surprise. What others
 * say of the work comes in the same breath.
 */
export function whoElse(actions: Actions): HTMLElement {
  const { store } = actions;
  const { opened } = store;
  const shown = h('span', { class: 'who-else', role: 'status' });
  const tab = newId('tab');
  const path = `/desk/api/pieces/${opened.piece.id}/presence`;
  const look = async () => {
    if (document.hidden) return;
    const answer = await ask<PresenceAnswer>('POST', path, { tab });
    if (answer.kind !== 'here') return;
    if (answer.stamp !== store.work.stamp) void refreshWork(actions);
    const names = [...new Set(answer.others)];
    const words = names.length === 0 ? '' : `Also here: ${new Intl.ListFormat('en-GB').format(names)}`;
    if (shown.textContent !== words) shown.textContent = words;
  };
  void look();
  setInterval(() => void look(), askEveryMs);
  document.addEventListener('visibilitychange', () => void look());
  addEventListener('pagehide', () => {
    const leaving = new Blob([JSON.stringify({ tab, leaving: true })], { type: 'application/json' });
    navigator.sendBeacon(path, leaving);
  });
  return shown;
}
