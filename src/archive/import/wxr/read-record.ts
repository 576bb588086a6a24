import { SaxesParser } from 'saxes';
import { decodeEntities } from '#lib/html/entities.ts';
import type { XmlRecord } from './split-records.ts';

/** An element of a record: its name as written, its text with that of the elements inside, and its children. */
export interface RecordElement {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: RecordElement[];
}

/** The record is no XML; the message names line and column of the file. */
export class RecordUnreadable extends Error {
  override name = 'RecordUnreadable';
}

const deepest = 50;

/**
 * Reads one record. Bare ampersands, HTML's entities and control characters, which exports hold in spite of XML, are read
 * as meant; entities are never declared here, so none is expanded.
 * @throws RecordUnreadable
 */
export function readRecord({ raw, line, column }: Pick<XmlRecord, 'raw' | 'line' | 'column'>): RecordElement {
  const parser = new SaxesParser<{ fragment: true; xmlns: false }>({ fragment: true, xmlns: false });
  const root: RecordElement = { name: '', attributes: {}, text: '', children: [] };
  const stack = [root];
  const add = (text: string) => {
    const top = stack.at(-1) ?? root;
    top.text += text;
  };
  parser.on('error', (error) => {
    throw new RecordUnreadable(placed(error.message, line, column), { cause: error });
  });
  parser.on('doctype', () => parser.fail('a document type inside an item.'));
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('opentag', ({ name, attributes }) => {
    if (stack.length > deepest) parser.fail('elements too deep in each other.');
    const element: RecordElement = { name, attributes, text: '', children: [] };
    (stack.at(-1) ?? root).children.push(element);
    stack.push(element);
  });
  parser.on('closetag', () => {
    stack.pop();
  });
  parser.write(mended(raw)).close();
  return root.children[0] ?? root;
}

/** The text of the first child of a name, trimmed; '' when there is none. */
export function textOf(element: RecordElement, name: string): string {
  return element.children.find((child) => child.name === name)?.text.trim() ?? '';
}

/** `12:30: unexpected close tag.` of the record is a line and column of the file. */
function placed(message: string, line: number, column: number): string {
  const [, own = '1', at = '0', problem = message] = /^(\d+):(\d+): (.*)$/su.exec(message) ?? [];
  const place = Number(own) === 1 ? column + Number(at) : Number(at) + 1;
  return `line ${line + Number(own) - 1}, column ${place}: ${problem.replace(/\.$/u, '')}`;
}

function mended(raw: string): string {
  // XML 1.0 §2.2: what is no character of XML.
  const legal = raw.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '');
  return legal
    .split(/(<!\[CDATA\[[^]*?\]\]>)/u)
    .map((part) => (part.startsWith('<![CDATA[') ? part : part.replace(/&(?:#?\w{1,32};)?/gu, mendReference)))
    .join('');
}

function mendReference(written: string): string {
  if (/^&(?:amp|lt|gt|quot|apos);$/u.test(written)) return written;
  const read = written === '&' ? '&' : decodeEntities(written);
  return read.replace(/[&<]/gu, (char) => (char === '&' ? '&amp;' : '&lt;'));
}
