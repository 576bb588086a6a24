import type { Basis, PieceContent } from '#pieces/pieces.ts';
import type { Conflict, SaveAnswer } from '../composer-state.ts';
import { ask } from './ask.ts';
import { allSentences } from './edit-content.ts';
import { forgetDraft, keepDraft, keepUndo } from './kept-draft.ts';
import { sameContent } from './same-content.ts';
import type { Store } from './store.ts';

export type SaveState = 'saved' | 'changed' | 'saving' | 'offline' | 'conflict' | 'refused' | 'signed-out';

const quietMs = 800;
const tryAgainMs = 5000;

/** Saves what is written, compare-and-swap by revision. Nothing that was typed is lost: it is kept here until it is saved. */
export class Saver {
  state: SaveState = 'saved';
  revision: number;
  reason = '';
  onConflict: (conflict: Conflict) => void = () => {};
  #store: Store;
  #saved = 0;
  #timer = 0;
  #running: Promise<void> | null = null;

  constructor(store: Store) {
    this.#store = store;
    this.revision = store.opened.piece.revision;
    store.on('text', () => this.schedule());
    window.addEventListener('online', () => void this.flush());
    window.addEventListener('pagehide', () => keepUndo(store));
    window.addEventListener('beforeunload', (event) => {
      if (this.dirty) event.preventDefault();
    });
  }

  get dirty(): boolean {
    return this.#store.changes !== this.#saved;
  }

  schedule(delay = quietMs): void {
    keepDraft(this.#store, this.revision);
    if (this.state === 'saved' || this.state === 'refused') this.#become('changed');
    window.clearTimeout(this.#timer);
    if (this.state !== 'conflict') this.#timer = window.setTimeout(() => void this.flush(), delay);
  }

  /** Saves now. True when everything written is saved. */
  async flush(): Promise<boolean> {
    window.clearTimeout(this.#timer);
    while (this.#running) await this.#running;
    if (this.state === 'conflict') return false;
    if (!this.dirty) return true;
    this.#running = this.#save().finally(() => {
      this.#running = null;
    });
    await this.#running;
    return this.state === 'saved' ? !this.dirty || this.flush() : false;
  }

  /** Goes on from a revision that the server made or that somebody else saved. */
  continueFrom(revision: number, options: { clean: boolean }): void {
    this.revision = revision;
    if (options.clean) {
      this.#saved = this.#store.changes;
      forgetDraft(this.#store);
      this.#become('saved');
    } else {
      this.#become('changed');
      this.schedule(0);
    }
  }

  /** Somebody saved meanwhile; or we did, and the answer was lost. */
  meet(conflict: Conflict): void {
    if (sameContent(conflict.content, this.#store.content)) {
      for (const [id, evidence] of Object.entries(conflict.evidence)) this.#store.evidence.set(id, evidence);
      this.#store.takeBases(basesOf(conflict.content));
      return this.continueFrom(conflict.head, { clean: true });
    }
    this.#become('conflict');
    this.onConflict(conflict);
  }

  async #save(): Promise<void> {
    const store = this.#store;
    const { changes } = store;
    this.#become('saving');
    const answer = await ask<SaveAnswer>('PUT', `/desk/api/pieces/${store.opened.piece.id}`, {
      base: this.revision,
      content: store.content,
    });
    switch (answer.kind) {
      case 'saved': {
        this.revision = answer.revision;
        this.#saved = changes;
        store.takeBases(answer.bases);
        keepUndo(store);
        if (this.dirty) keepDraft(store, this.revision);
        else forgetDraft(store);
        this.#become(this.dirty ? 'changed' : 'saved');
        store.setMarks(answer.marks);
        return;
      }
      case 'conflict':
        return this.meet(answer);
      case 'unreached':
      case 'failed':
        this.#become('offline');
        this.#timer = window.setTimeout(() => void this.flush(), tryAgainMs);
        return;
      case 'signed-out':
        this.#become('signed-out');
        this.#timer = window.setTimeout(() => void this.flush(), tryAgainMs);
        return;
      case 'refused':
        this.#become('refused', answer.reason);
    }
  }

  #become(state: SaveState, reason = ''): void {
    this.state = state;
    this.reason = reason;
    this.#store.tell('saving');
  }
}

function basesOf(content: PieceContent): Record<string, Basis> {
  return Object.fromEntries(allSentences(content).map(({ id, basis }) => [id, basis]));
}
