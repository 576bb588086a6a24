import type { Block, PieceContent, Sentence } from '#pieces/pieces.ts';
import { joinBases } from './editor/settle-sentences.ts';

/** Where the caret goes after an edit. */
export interface Caret {
  id: string;
  at: number;
}

type NewId = (prefix: string) => string;

/** A list of sentences, and the block that it stands in. */
export interface SentenceList {
  block: Block;
  sentences: Sentence[];
}

/** The lists of sentences of a piece, in reading order. */
export function sentenceLists(content: PieceContent): SentenceList[] {
  return content.blocks.flatMap((block): SentenceList[] => {
    switch (block.type) {
      case 'paragraph':
      case 'quote':
        return [{ block, sentences: block.sentences }];
      case 'list':
        return block.items.map((sentences) => ({ block, sentences }));
      case 'table':
        return block.rows.flat().map((sentences) => ({ block, sentences }));
      default:
        return [];
    }
  });
}

export function allSentences(content: PieceContent): Sentence[] {
  return sentenceLists(content).flatMap(({ sentences }) => sentences);
}

export function findSentence(
  content: PieceContent,
  id: string,
): (SentenceList & { index: number; sentence: Sentence }) | null {
  for (const { block, sentences } of sentenceLists(content)) {
    const index = sentences.findIndex((sentence) => sentence.id === id);
    const sentence = sentences[index];
    if (sentence) return { block, sentences, index, sentence };
  }
  return null;
}

/** Sets a sentence's text; marks over it (emphasis, links) move with what they stand on. */
export function setText(sentence: Sentence, text: string): void {
  const before = sentence.text;
  sentence.text = text;
  if (!sentence.marks) return;
  let same = 0;
  while (same < before.length && same < text.length && before[same] === text[same]) same += 1;
  let tail = 0;
  while (tail < before.length - same && tail < text.length - same && before.at(-1 - tail) === text.at(-1 - tail))
    tail += 1;
  const moved = (offset: number) =>
    offset <= same ? offset : offset >= before.length - tail ? offset + text.length - before.length : same;
  sentence.marks = sentence.marks
    .map((mark) => ({ ...mark, start: moved(mark.start), end: moved(mark.end) }))
    .filter((mark) => mark.end > mark.start);
  if (sentence.marks.length === 0) delete sentence.marks;
}

/** A sentence opens a paragraph of its own, with those that follow it. */
export function breakParagraph(content: PieceContent, id: string, newId: NewId): Caret | null {
  const found = findSentence(content, id);
  if (found?.block.type !== 'paragraph' || found.index === 0) return null;
  const moved = found.sentences.splice(found.index);
  content.blocks.splice(content.blocks.indexOf(found.block) + 1, 0, {
    type: 'paragraph',
    id: newId('p'),
    sentences: moved,
  });
  return { id, at: 0 };
}

/** Joins a sentence to the one before it, or its paragraph to the paragraph before. An empty one goes. */
export function mergeBack(content: PieceContent, id: string): Caret | null {
  const found = findSentence(content, id);
  if (!found) return null;
  const { sentence, sentences, index, block } = found;
  const before = sentences[index - 1];
  if (before) {
    const at = before.text.length;
    const joined = [before.text.trimEnd(), sentence.text.trimStart()].filter(Boolean).join(' ');
    if (sentence.text.trim() !== '')
      before.basis = before.text.trim() === '' ? sentence.basis : joinBases(before.basis, sentence.basis);
    setText(before, joined);
    sentences.splice(index, 1);
    return { id: before.id, at: Math.min(at, joined.length) };
  }
  const previous = content.blocks[content.blocks.indexOf(block) - 1];
  if (block.type !== 'paragraph' || previous?.type !== 'paragraph') return null;
  previous.sentences.push(...sentences);
  content.blocks.splice(content.blocks.indexOf(block), 1);
  return { id, at: 0 };
}

/** Takes a sentence out; a paragraph that it leaves empty goes too. Answers where the caret goes. */
export function removeSentence(content: PieceContent, id: string): Caret | null {
  const order = allSentences(content);
  const found = findSentence(content, id);
  if (!found) return null;
  const at = order.findIndex((sentence) => sentence.id === id);
  const next = order[at + 1] ?? order[at - 1];
  found.sentences.splice(found.index, 1);
  if (found.sentences.length === 0 && found.block.type === 'paragraph')
    content.blocks.splice(content.blocks.indexOf(found.block), 1);
  return next ? { id: next.id, at: 0 } : null;
}

/** Moves a sentence one place up or down; past the end of its paragraph into the next one. */
export function moveSentence(content: PieceContent, id: string, step: 1 | -1): boolean {
  const lists = sentenceLists(content).filter(({ block }) => block.type === 'paragraph');
  const from = lists.findIndex(({ sentences }) => sentences.some((sentence) => sentence.id === id));
  const list = lists[from];
  if (!list) return false;
  const index = list.sentences.findIndex((sentence) => sentence.id === id);
  const target = list.sentences[index + step] ? list : lists[from + step];
  if (!target) return false;
  const [sentence] = list.sentences.splice(index, 1);
  if (!sentence) return false;
  target.sentences.splice(target === list ? index + step : step === 1 ? 0 : target.sentences.length, 0, sentence);
  if (list.sentences.length === 0) content.blocks.splice(content.blocks.indexOf(list.block), 1);
  return true;
}

/** Puts a sentence after another, or at the end of the piece. */
export function insertAfter(content: PieceContent, id: string | null, sentence: Sentence, newId: NewId): void {
  const found = id === null ? null : findSentence(content, id);
  if (found) {
    found.sentences.splice(found.index + 1, 0, sentence);
    return;
  }
  const empty = content.blocks.find((block) => block.id === id);
  if (empty?.type === 'paragraph') {
    empty.sentences.push(sentence);
    return;
  }
  // After a heading, or at the end.
  const heading = content.blocks.findIndex((block) => block.id === id);
  const at = heading < 0 ? content.blocks.length : heading + 1;
  const there = content.blocks[heading < 0 ? at - 1 : at];
  if (there?.type === 'paragraph') there.sentences.splice(heading < 0 ? there.sentences.length : 0, 0, sentence);
  else content.blocks.splice(at, 0, { type: 'paragraph', id: newId('p'), sentences: [sentence] });
}

/** Puts words into a sentence at an offset, or at its end before the full stop; white space around them as it is needed. */
export function insertWords(sentence: Sentence, words: string, at: number | null): void {
  const { text } = sentence;
  const end = text.length - (/[.!?؟…۔]["”’»)]*$/u.exec(text)?.[0].length ?? 0);
  const place = at === null || at <= 0 || at > end ? end : at;
  const [before, after] = [text.slice(0, place).trimEnd(), text.slice(place)];
  const gap = /^[\s.,;:!?؟،؛…۔”»)]/u.test(after) || after === '' ? '' : ' ';
  setText(sentence, `${before}${before === '' ? '' : ' '}${words}${gap}${after}`);
}

/** Sentences without words, and paragraphs without sentences, are left out of what is published. */
export function dropEmpty(content: PieceContent): boolean {
  const before = JSON.stringify(content.blocks);
  for (const { sentences, block } of sentenceLists(content)) {
    if (block.type === 'table') continue;
    sentences.splice(0, sentences.length, ...sentences.filter((sentence) => sentence.text.trim() !== ''));
  }
  content.blocks = content.blocks.filter((block) => block.type !== 'paragraph' || block.sentences.length > 0);
  return JSON.stringify(content.blocks) !== before;
}
