import type { Block, MadeFrom, Mark, Picture, PieceContent, Sentence } from '#pieces/pieces.ts';
import type { Node } from 'prosemirror-model';
import { newId } from '../dom.ts';
import type { Blank } from './open-document.ts';
import { type PictureFile, sentenceAttrs } from './schema.ts';

/** What the editor holds, as it is stored (docs/contracts/document.md). */
export function contentOf(doc: Node): PieceContent {
  const [title, lede, ...others] = doc.children;
  const top = others.find((node) => node.type.name === 'top');
  return {
    ...(doc.attrs.rest as Omit<PieceContent, 'title' | 'lede' | 'blocks' | 'topImage'>),
    title: title?.textContent ?? '',
    lede: lede?.textContent ?? '',
    topImage: top ? pictureOf(top) : null,
    blocks: others.filter((node) => node !== top).map(blockOf),
  };
}

/** One block of the editor as it is stored. */
export function blockOf(node: Node): Block {
  const { id, level, lang, development, ordered, attributed, header, href, madeFrom } = node.attrs as {
    id: string;
    madeFrom: MadeFrom | null | undefined;
    level: 2 | 3 | 4;
    lang: string | null;
    development: string | null;
    ordered: boolean;
    attributed: boolean;
    header: boolean;
    href: string;
  };
  const text = node.textContent;
  const made = madeFrom ? { madeFrom } : {};
  switch (node.type.name) {
    case 'heading':
      return {
        type: 'heading',
        id,
        level,
        text,
        ...(lang === null ? {} : { lang }),
        ...(development === null ? {} : { development }),
        ...made,
      };
    case 'list':
      return { type: 'list', id, ordered, items: node.children.map(sentencesIn), ...made };
    case 'quote': {
      const by = node.child(1).textContent;
      return {
        type: 'quote',
        id,
        sentences: sentencesIn(node.child(0)),
        ...(by !== '' || attributed ? { attribution: by } : {}),
        ...made,
      };
    }
    case 'figure':
      return { type: 'figure', id, image: pictureOf(node) };
    case 'table':
      return { type: 'table', id, header, rows: node.children.map((row) => row.children.map(sentencesIn)) };
    case 'embed':
      return { type: 'embed', id, href, note: text };
    default:
      return { type: 'paragraph', id, sentences: sentencesIn(node), ...made };
  }
}

function pictureOf(node: Node): Picture {
  const [caption = '', credit = '', alt = ''] = node.children.map((child) => child.textContent);
  return { ...(node.attrs.file as PictureFile), caption, credit, alt };
}

/** The sentences of one text block, in order. */
export function sentencesIn(block: Node): Sentence[] {
  const written: Sentence[] = [];
  for (const node of block.children) {
    const text = node.text ?? '';
    const own = sentenceAttrs(node);
    const last = written.at(-1);
    if (own && own.id === last?.id) append(last, node);
    else if (own) {
      const sentence: Sentence = {
        id: own.id,
        text: '',
        basis: own.basis,
        ...(own.lang === null ? {} : { lang: own.lang }),
      };
      append(sentence, node);
      written.push(sentence);
    } else if (text.trim() !== '') {
      // Between two settlings of the sentences only: nothing that was written is left out.
      const sentence: Sentence = { id: newId('s'), text: '', basis: { kind: 'uncited' } };
      append(sentence, node);
      written.push(sentence);
    }
  }
  const blank = (block.attrs.blank as Blank[] | null) ?? [];
  for (const { before, sentence } of [...blank].reverse()) written.splice(before, 0, sentence);
  return written;
}

/** Adds text to a sentence, its emphasis and links joined with those that they go on from. */
function append(sentence: Sentence, node: Node): void {
  const start = sentence.text.length;
  sentence.text += node.text ?? '';
  const end = sentence.text.length;
  for (const { type, attrs } of node.marks) {
    const name = type.name as 'sentence' | 'strong' | 'em' | 'link';
    if (name === 'sentence') continue;
    const mark: Mark =
      name === 'link' ? { type: name, start, end, href: String(attrs.href) } : { type: name, start, end };
    const before = sentence.marks?.find(
      (each) => each.end === start && each.type === mark.type && (!('href' in each) || each.href === attrs.href),
    );
    if (before) before.end = end;
    else (sentence.marks ??= []).push(mark);
  }
}
