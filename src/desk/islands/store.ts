import type { Basis, PieceContent } from '#pieces/pieces.ts';
import type { Node } from 'prosemirror-model';
import { EditorState, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { AdviceView, ComposerState, EvidenceView, MarkView, OverrideView, WorkView } from '../composer-state.ts';
import { allSentences } from './edit-content.ts';
import { contentOf } from './editor/content-of.ts';
import { openDocument } from './editor/open-document.ts';
import { partAt } from './editor/places.ts';
import { replaceDocument, settleBases } from './editor/replace-document.ts';
import { settleDocument } from './editor/settle-document.ts';
import { type KeptHistory, redo, undo, undoHistory, withHistory } from './editor/undo-history.ts';

/** `text`: the document changed. `marks`, `advice`, `active`, `saving`, `work`: as they say. */
export type Happening = 'text' | 'marks' | 'advice' | 'active' | 'saving' | 'work';

/** The piece being written: one place that everything on the page reads and changes. The editor's document is the truth. */
export class Store {
  state: EditorState;
  view: EditorView | null = null;
  marks: MarkView[];
  /** What should be looked at; it stops nothing. */
  advice: AdviceView[] = [];
  overrides: OverrideView[];
  work: WorkView;
  /** The day whose reports are shown beside the text. */
  reportsOf: string;
  evidence: Map<string, EvidenceView>;
  /** The part under the cursor: a sentence, a heading, an empty paragraph, `title`, `lede` or `top-image`. */
  active: string | null = null;
  /** Counts changes, so that a save knows whether more came while it ran. */
  changes = 0;
  readonly opened: ComposerState;
  #content: { of: EditorState['doc']; is: PieceContent } | null = null;
  #listeners = new Map<Happening, (() => void)[]>();

  constructor(opened: ComposerState) {
    this.opened = opened;
    this.state = EditorState.create({ doc: openDocument(opened.content), plugins: [settleDocument, undoHistory] });
    this.marks = opened.marks;
    this.overrides = opened.overrides;
    this.work = opened.work;
    this.reportsOf = opened.piece.reportsOf;
    this.evidence = new Map(Object.entries(opened.evidence));
  }

  /** What is written, in the stored form. Not to be changed: `reshape` does that. */
  get content(): PieceContent {
    if (this.#content?.of !== this.state.doc) this.#content = { of: this.state.doc, is: contentOf(this.state.doc) };
    return this.#content.is;
  }

  /** Answers what ends the listening. */
  on(happening: Happening, listener: () => void): () => void {
    this.#listeners.set(happening, [...(this.#listeners.get(happening) ?? []), listener]);
    return () =>
      this.#listeners.set(
        happening,
        (this.#listeners.get(happening) ?? []).filter((each) => each !== listener),
      );
  }

  tell(happening: Happening): void {
    for (const listener of this.#listeners.get(happening) ?? []) listener();
  }

  dispatch(tr: Transaction): void {
    this.#take(tr);
    if (tr.docChanged) {
      this.changes += 1;
      this.tell('text');
    }
    this.setActive(partAt(this.state));
  }

  /** An edit of the stored form, which can be undone like any other. Answers what it answers. */
  reshape<T>(edit: (content: PieceContent) => T): T {
    const content = structuredClone(this.content);
    const answer = edit(content);
    const tr = replaceDocument(this.state, content);
    if (tr.docChanged) this.dispatch(tr);
    return answer;
  }

  /** What the server settled of the bases: no edit, and nothing to undo. */
  takeBases(bases: Record<string, Basis>): void {
    const tr = settleBases(this.state, bases);
    if (tr.docChanged) this.#take(tr);
  }

  /** Goes on from a document that says the same, with what could be undone in it. */
  resume(doc: Node, kept: KeptHistory): void {
    const bases = Object.fromEntries(allSentences(this.content).map(({ id, basis }) => [id, basis]));
    this.state = withHistory(EditorState.create({ doc, plugins: this.state.plugins }), kept);
    this.view?.updateState(this.state);
    this.takeBases(bases);
  }

  undo(): boolean {
    return undo(this.state, (tr) => this.dispatch(tr));
  }

  redo(): boolean {
    return redo(this.state, (tr) => this.dispatch(tr));
  }

  setMarks(marks: MarkView[]): void {
    this.marks = marks;
    this.view?.updateState(this.state);
    this.tell('marks');
  }

  setAdvice(advice: AdviceView[]): void {
    this.advice = advice;
    this.tell('advice');
  }

  setWork(work: WorkView): void {
    this.work = work;
    Object.assign(this.opened.piece, work.published);
    this.tell('work');
    // The way to publish is another one where readers have it now.
    this.tell('saving');
  }

  setActive(part: string | null): void {
    if (part === this.active) return;
    this.active = part;
    this.view?.updateState(this.state);
    this.tell('active');
  }

  #take(tr: Transaction): void {
    this.state = this.state.apply(tr);
    this.view?.updateState(this.state);
  }
}
