import type { AdviceAnswer } from '../composer-state.ts';
import type { Actions } from './actions.ts';
import { ask } from './ask.ts';

const quietMs = 400;
/** Links are looked at behind what is said at once. */
const againMs = 6000;

/** Keeps what should be looked at as it is for what was saved last. Nothing waits for it. */
export function keepAdvice({ store }: Actions): void {
  let timer = 0;
  const path = `/desk/api/pieces/${store.opened.piece.id}/advice`;
  const look = async () => {
    const answer = await ask<AdviceAnswer>('GET', path);
    if (answer.kind !== 'advice') return;
    store.setAdvice(answer.advice);
    if (answer.pending) later(againMs);
  };
  const later = (ms: number) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void look(), ms);
  };
  store.on('marks', () => later(quietMs));
  later(0);
}
