import type { AdviceAnswer } from '../composer-state.ts';
import { ask } from './ask.ts';
import type { Store } from './store.ts';

const quietMs = 400;
/** Links are looked at behind what is said at once. */
const againMs = 6000;

/** Keeps what should be looked at as it is for what was saved last. Nothing waits for it but who asks for it now. */
export class AdviceKeeper {
  readonly #store: Store;
  readonly #path: string;
  #timer = 0;

  constructor(store: Store) {
    this.#store = store;
    this.#path = `/desk/api/pieces/${store.opened.piece.id}/advice`;
    store.on('marks', () => this.#later(quietMs));
    this.#later(0);
  }

  async look(): Promise<void> {
    const answer = await ask<AdviceAnswer>('GET', this.#path);
    if (answer.kind !== 'advice') return;
    this.#store.setAdvice(answer.advice);
    if (answer.pending) this.#later(againMs);
  }

  #later(ms: number): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.look(), ms);
  }
}
