import type { Basis, Sentence } from '#pieces/pieces.ts';
import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, type Transaction } from 'prosemirror-state';
import { Mapping } from 'prosemirror-transform';
import { newId } from '../dom.ts';
import { languageAfterEdit } from '../edit-language.ts';
import { sentenceCuts } from './cut-sentences.ts';
import type { Blank } from './open-document.ts';
import { holdsSentences, markType, type SentenceAttrs, sentenceAttrs, sentenceMark } from './schema.ts';
import { type Edit, type Run, type Settled, settleSentences } from './settle-sentences.ts';

/** Said with a transaction that left the sentences as they are to be: undo, and edits of the stored form. */
export const settledMeta = 'settled';

/** After every edit: sentences are cut and joined, and every sentence and block has an id that nothing else has. */
export const settleDocument = new Plugin({
  appendTransaction(transactions, before, after) {
    if (!transactions.some((each) => each.docChanged)) return null;
    if (transactions.every((each) => !each.docChanged || each.getMeta(settledMeta) === true)) return null;
    const mapping = new Mapping();
    for (const each of transactions) mapping.appendMapping(each.mapping);
    const { tr } = after;
    settle(tr, before, mapping);
    return tr.docChanged ? tr.setMeta(settledMeta, true) : null;
  },
});

const letters: Record<string, string> = {
  heading: 'h',
  paragraph: 'p',
  list: 'l',
  quote: 'q',
  figure: 'f',
  table: 't',
  embed: 'e',
};

function settle(tr: Transaction, before: EditorState, mapping: Mapping): void {
  const untouched = new Set<Node>();
  before.doc.descendants((node) => {
    if (node.isTextblock) untouched.add(node);
  });
  const taken = new Set<string>();
  const touched: { node: Node; pos: number }[] = [];
  tr.doc.descendants((node, pos) => {
    if (!node.isTextblock) return;
    // A block that stands twice was copied: the second is looked at.
    if (untouched.delete(node)) for (const id of namesIn(node)) taken.add(id);
    else if (holdsSentences(node)) touched.push({ node, pos });
    else if (node.type.name === 'heading') settleLanguage(tr, node, pos);
  });
  settleBlockIds(tr);
  const old = oldSentences(before.doc, mapping, untouched);
  for (const { node, pos } of touched) settleBlock(tr, node, pos, old, taken);
}

/** The ids of sentences and citations in a block. */
function namesIn(block: Node): string[] {
  const blank = ((block.attrs.blank as Blank[] | null) ?? []).flatMap(({ sentence }) => namesOf(sentence));
  return [
    ...blank,
    ...block.children.flatMap((node) => {
      const attrs = sentenceAttrs(node);
      return attrs ? namesOf(attrs) : [];
    }),
  ];
}

function namesOf({ id, basis }: Pick<Sentence, 'id' | 'basis'>): string[] {
  return [id, ...(basis.kind === 'cited' ? basis.citations.map((citation) => citation.id) : [])];
}

interface Old {
  startGone: ReadonlyMap<string, boolean>;
  endGone: ReadonlyMap<string, boolean>;
  texts: ReadonlyMap<string, string>;
  /** Positions after the edit at which a sentence looked like two before it. */
  kept: ReadonlySet<number>;
  /** Sentences of blocks that changed, and between which positions they would stand after the edit. */
  places: { attrs: SentenceAttrs; from: number; to: number }[];
}

/** `changed`: the blocks that are there no more as they were. */
function oldSentences(doc: Node, mapping: Mapping, changed: ReadonlySet<Node>): Old {
  const startGone = new Map<string, boolean>();
  const endGone = new Map<string, boolean>();
  const texts = new Map<string, string>();
  const kept = new Set<number>();
  const places: Old['places'] = [];
  doc.descendants((node, pos) => {
    if (!holdsSentences(node)) return;
    const runs = runsOf(node);
    for (const { from, to, attrs } of runs) texts.set(attrs.id, node.textContent.slice(from, to));
    if (!changed.has(node)) return;
    const inside = sentenceCuts(node.textContent).filter((cut) => !runs.some((run) => run.from === cut));
    for (const cut of inside) kept.add(mapping.map(pos + 1 + cut));
    for (const { from, to, attrs } of runs) {
      places.push({ attrs, from: mapping.map(pos + 1 + from, -1), to: mapping.map(pos + 1 + to, 1) });
      startGone.set(attrs.id, mapping.mapResult(pos + 1 + from, 1).deletedAfter);
      endGone.set(attrs.id, mapping.mapResult(pos + 1 + to, -1).deletedBefore);
    }
  });
  return { startGone, endGone, texts, kept, places };
}

/** The runs of a block's text that sentences claim. */
export function runsOf(block: Node): Run[] {
  const runs: Run[] = [];
  block.forEach((node, from) => {
    const attrs = sentenceAttrs(node);
    if (!attrs) return;
    const last = runs.at(-1);
    const to = from + node.nodeSize;
    if (last?.attrs.id === attrs.id && last.to === from) last.to = to;
    else runs.push({ from, to, attrs });
  });
  return runs;
}

function settleBlock(tr: Transaction, block: Node, pos: number, old: Old, taken: Set<string>): void {
  const start = pos + 1;
  const text = block.textContent;
  const edit: Edit = {
    startGone: (id) => old.startGone.get(id) ?? false,
    endGone: (id) => old.endGone.get(id) ?? false,
    kept: new Set([...old.kept].map((each) => each - start)),
  };
  const blank = [...((block.attrs.blank as Blank[] | null) ?? [])];
  const claimed = runsOf(block);
  const pieceLang = pieceLanguage(tr.doc);
  // Blocks that were split share what is blank: the first has it.
  const left = blank.filter(({ sentence }) => !namesOf(sentence).some((name) => taken.has(name)));
  const settled = asTheyStood(settleSentences(text, claimed, edit), { text, start, old, doc: tr.doc });
  const sentences = settled.map(({ from, to, attrs }) => {
    const words = text.slice(from, to);
    // What is written into an empty sentence is that sentence, and so is what is written over a whole one.
    const was =
      attrs ??
      (claimed.length === 0 ? attrsOf(left.shift()?.sentence) : null) ??
      writtenOver(start + from, start + to, old, tr.doc);
    const own = ownAttrs(was, words, taken, old);
    for (const name of namesOf(own)) taken.add(name);
    return { from, to, attrs: { ...own, lang: languageAfterEdit(words, own.lang ?? undefined, pieceLang) ?? null } };
  });
  for (const { sentence } of left) for (const name of namesOf(sentence)) taken.add(name);
  if (left.length !== blank.length) tr.setNodeAttribute(pos, 'blank', left.length > 0 ? left : null);
  let end = 0;
  for (const { from, to, attrs } of [...sentences, { from: text.length, to: text.length, attrs: null }]) {
    if (block.rangeHasMark(end, from, markType('sentence')))
      tr.removeMark(start + end, start + from, markType('sentence'));
    if (attrs && !carries(block, from, to, attrs)) tr.addMark(start + from, start + to, sentenceMark(attrs));
    end = to;
  }
}

/**
 * Where a browser made one run of two sentences, as it does when the first of a paragraph is written over, the one that
 * reads as it did keeps its id and what it rests on; what it was taken for goes to the words that are new.
 */
function asTheyStood(
  settled: Settled[],
  { text, start, old, doc }: { text: string; start: number; old: Old; doc: Node },
): Settled[] {
  const released: SentenceAttrs[] = [];
  const known = settled.map((each) => {
    const words = text.slice(each.from, each.to);
    const stood = old.places.find(
      ({ attrs, from, to }) =>
        old.texts.get(attrs.id) === words &&
        from < start + each.to &&
        start + each.from < to &&
        !isThere(doc, attrs.id),
    );
    if (!stood || stood.attrs.id === each.attrs?.id) return each;
    if (each.attrs) released.push(each.attrs);
    return { ...each, attrs: stood.attrs };
  });
  return known.map((each) => (each.attrs ? each : { ...each, attrs: released.shift() ?? null }));
}

/** The sentence that stood where these words were put, and of which nothing is left. */
function writtenOver(from: number, to: number, { places }: Old, doc: Node): SentenceAttrs | null {
  const place = places.find((each) => each.from < to && from < each.to && !isThere(doc, each.attrs.id));
  return place?.attrs ?? null;
}

function isThere(doc: Node, id: string): boolean {
  let found = false;
  doc.descendants((node) => {
    if (node.isText && sentenceAttrs(node)?.id === id) found = true;
    return !found;
  });
  return found;
}

function attrsOf(sentence: Sentence | undefined): SentenceAttrs | null {
  return sentence ? { id: sentence.id, basis: sentence.basis, lang: sentence.lang ?? null } : null;
}

/** Keeps the id where nothing else has it. A whole sentence that was copied keeps what it rests on; a part of one does not. */
function ownAttrs(was: SentenceAttrs | null, words: string, taken: Set<string>, old: Old): SentenceAttrs {
  const id = newId('s');
  if (!was) return { id, basis: { kind: 'uncited' }, lang: null };
  const names = namesOf(was);
  if (!names.some((name) => taken.has(name))) return was;
  // Part of a copied sentence was joined to it: what it rested on before stays, what the copy rests on is the other's.
  const free = was.basis.kind === 'cited' ? was.basis.citations.filter((each) => !taken.has(each.id)) : [];
  if (!taken.has(was.id) && free.length > 0) return { ...was, basis: { kind: 'cited', citations: free } };
  const whole =
    old.texts.get(was.id) === words ||
    (was.basis.kind === 'cited' && was.basis.citations.some((citation) => citation.madeFor === words));
  return { id, basis: whole ? copied(was.basis) : { kind: 'uncited' }, lang: was.lang };
}

function copied(basis: Basis): Basis {
  if (basis.kind !== 'cited') return basis;
  return { kind: 'cited', citations: basis.citations.map((citation) => ({ ...citation, id: newId('c') })) };
}

function carries(block: Node, from: number, to: number, attrs: SentenceAttrs): boolean {
  const mark = sentenceMark(attrs);
  let all = true;
  block.nodesBetween(from, to, (node) => {
    if (node.isText && !mark.isInSet(node.marks)) all = false;
  });
  return all;
}

function settleBlockIds(tr: Transaction): void {
  const ids = new Set<string>();
  tr.doc.forEach((node, pos) => {
    const { id } = node.attrs as { id?: string };
    if (id === undefined) return;
    if (id === '' || ids.has(id)) {
      tr.setNodeAttribute(pos, 'id', newId(letters[node.type.name] ?? 'b'));
      // Half of a heading does not tell the development twice.
      if (node.type.name === 'heading') tr.setNodeAttribute(pos, 'development', null);
    } else ids.add(id);
  });
}

function settleLanguage(tr: Transaction, heading: Node, pos: number): void {
  const was = heading.attrs.lang as string | null;
  const lang = languageAfterEdit(heading.textContent, was ?? undefined, pieceLanguage(tr.doc)) ?? null;
  if (lang !== was) tr.setNodeAttribute(pos, 'lang', lang);
}

function pieceLanguage(doc: Node): string {
  return (doc.attrs.rest as { lang: string }).lang;
}
