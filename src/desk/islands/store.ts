import type { PieceContent } from '#pieces/pieces.ts';
import type { ComposerState, EvidenceView, MarkView, OverrideView } from '../composer-state.ts';
import type { Caret } from './edit-content.ts';

/** `shape`: parts came, went or moved. `text`: words changed. `marks`, `active`, `saving`: as they say. */
export type Happening = 'shape' | 'text' | 'marks' | 'active' | 'saving';

interface Snapshot {
  content: string;
  caret: Caret | null;
}

const typingTogetherMs = 1000;
const mostSnapshots = 300;

/** The piece being written: one place that everything on the page reads and changes. */
export class Store {
  content: PieceContent;
  marks: MarkView[];
  overrides: OverrideView[];
  evidence: Map<string, EvidenceView>;
  /** The part under the cursor: a sentence, a heading, `lede` or `title`. */
  active: string | null = null;
  /** Counts changes, so that a save knows whether more came while it ran. */
  changes = 0;
  readonly opened: ComposerState;
  #past: Snapshot[] = [];
  #future: Snapshot[] = [];
  #typing = { part: '', at: 0 };
  #listeners = new Map<Happening, (() => void)[]>();

  constructor(opened: ComposerState) {
    this.opened = opened;
    this.content = structuredClone(opened.content);
    this.marks = opened.marks;
    this.overrides = opened.overrides;
    this.evidence = new Map(Object.entries(opened.evidence));
  }

  on(happening: Happening, listener: () => void): void {
    this.#listeners.set(happening, [...(this.#listeners.get(happening) ?? []), listener]);
  }

  tell(happening: Happening): void {
    for (const listener of this.#listeners.get(happening) ?? []) listener();
  }

  /** Words typed into one part; a burst of typing is undone at once. */
  type(part: string, edit: (content: PieceContent) => void, now = Date.now()): void {
    const together = this.#typing.part === part && now - this.#typing.at < typingTogetherMs;
    if (!together) this.#remember();
    this.#typing = { part, at: now };
    edit(this.content);
    this.changes += 1;
    this.tell('text');
  }

  /** Any other edit. Answers what it answers; an edit that answers false or null changed nothing. */
  reshape<T>(edit: (content: PieceContent) => T): T {
    const before = JSON.stringify(this.content);
    const answer = edit(this.content);
    if (JSON.stringify(this.content) === before) return answer;
    this.#remember(before);
    this.#typing.part = '';
    this.changes += 1;
    this.tell('shape');
    this.tell('text');
    return answer;
  }

  undo(): boolean {
    return this.#travel(this.#past, this.#future);
  }

  redo(): boolean {
    return this.#travel(this.#future, this.#past);
  }

  setMarks(marks: MarkView[]): void {
    this.marks = marks;
    this.tell('marks');
  }

  setActive(part: string | null): void {
    if (part === this.active) return;
    this.active = part;
    this.tell('active');
  }

  #remember(content = JSON.stringify(this.content)): void {
    this.#past.push({ content, caret: this.active === null ? null : { id: this.active, at: 0 } });
    if (this.#past.length > mostSnapshots) this.#past.shift();
    this.#future = [];
  }

  #travel(from: Snapshot[], to: Snapshot[]): boolean {
    const snapshot = from.pop();
    if (!snapshot) return false;
    to.push({ content: JSON.stringify(this.content), caret: snapshot.caret });
    this.content = JSON.parse(snapshot.content) as PieceContent;
    this.#typing.part = '';
    this.changes += 1;
    this.tell('shape');
    this.tell('text');
    return true;
  }
}
