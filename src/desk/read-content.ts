import type { Basis, Block, Citation, Mark, Picture, PieceContent, RecommendedRead, Sentence } from '#pieces/pieces.ts';
import {
  BadShape,
  type Reading,
  readArray,
  readChoice,
  readId,
  readLink,
  readObject,
  readSha256,
  readText,
  readWhole,
} from './read-json.ts';

/** The most that one piece may hold; far above what a summary needs, so that an imported piece can be edited too. */
export const most = {
  blocks: 400,
  sentences: 2000,
  citations: 12,
  sentence: 5000,
  quote: 5000,
  heading: 500,
  lede: 3000,
  reads: 60,
};

const kinds = ['summary', 'article', 'community', 'background', 'talk', 'page'] as const;

/** Reads the whole content of a piece as the browser sent it, rebuilt of what the schema knows. Throws BadShape with the reason. */
export function readContent(value: unknown): PieceContent {
  const content = readObject({ value, at: 'the summary' });
  if (content.value.version !== 1) throw new BadShape('the summary: its version is not 1; reload the page');
  const blocks = readArray(content.field('blocks'), most.blocks).map(readBlock);
  const ids = new Set<string>();
  for (const id of idsOf(blocks)) {
    if (ids.has(id)) throw new BadShape(`the summary: two of its parts are called ${id}`);
    ids.add(id);
  }
  if (ids.size > most.sentences * 2) throw new BadShape('the summary: it has too many parts');
  const image = content.field('topImage');
  return {
    version: 1,
    kind: readChoice(content.field('kind'), kinds),
    lang: readLang(content.field('lang')),
    title: readText(content.field('title'), most.heading),
    lede: readText(content.field('lede'), most.lede),
    blocks,
    recommendedReads: readArray(content.field('recommendedReads'), most.reads).map(readRead),
    topImage: image.value === null ? null : readPicture(image),
    topics: readArray(content.field('topics'), 40).map((topic) => readText(topic, 80)),
  };
}

function idsOf(blocks: Block[]): string[] {
  const ofSentences = (sentences: Sentence[]) =>
    sentences.flatMap(({ id, basis }) => [
      id,
      ...(basis.kind === 'cited' ? basis.citations.map((citation) => citation.id) : []),
    ]);
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'paragraph':
      case 'quote':
        return [block.id, ...ofSentences(block.sentences)];
      case 'list':
        return [block.id, ...ofSentences(block.items.flat())];
      case 'table':
        return [block.id, ...ofSentences(block.rows.flat(2))];
      default:
        return [block.id];
    }
  });
}

function readLang(reading: Reading): string {
  const lang = readText(reading, 35);
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/iu.test(lang)) throw new BadShape(`${reading.at}: “${lang}” is not a language`);
  return lang;
}

function optionalLang(reading: Reading): { lang?: string } {
  return reading.value === undefined ? {} : { lang: readLang(reading) };
}

function readBlock(reading: Reading): Block {
  const block = readObject(reading);
  const id = readId(block.field('id'));
  const type = readChoice(block.field('type'), [
    'heading',
    'paragraph',
    'list',
    'quote',
    'figure',
    'table',
    'embed',
  ] as const);
  switch (type) {
    case 'heading': {
      const development = block.field('development');
      const level = readWhole(block.field('level'), 4);
      if (level < 2) throw new BadShape(`${reading.at}: a heading’s level is 2, 3 or 4`);
      return {
        type,
        id,
        level: level as 2 | 3 | 4,
        text: readText(block.field('text'), most.heading),
        ...optionalLang(block.field('lang')),
        ...(development.value === undefined ? {} : { development: readId(development) }),
      };
    }
    case 'paragraph':
      return { type, id, sentences: readSentences(block.field('sentences')) };
    case 'quote': {
      const attribution = block.field('attribution');
      const sentences = readSentences(block.field('sentences'));
      return {
        type,
        id,
        sentences,
        ...(attribution.value === undefined ? {} : { attribution: readText(attribution, most.heading) }),
      };
    }
    case 'list':
      return {
        type,
        id,
        ordered: block.value.ordered === true,
        items: readArray(block.field('items'), 200).map(readSentences),
      };
    case 'table': {
      const rows = readArray(block.field('rows'), 200).map((row) => readArray(row, 30).map(readSentences));
      return { type, id, header: block.value.header === true, rows };
    }
    case 'figure':
      return { type, id, image: readPicture(block.field('image')) };
    case 'embed':
      return { type, id, href: readLink(block.field('href')), note: readText(block.field('note'), most.lede) };
  }
}

function readSentences(reading: Reading): Sentence[] {
  return readArray(reading, most.sentences).map(readSentence);
}

/** One sentence with its basis. */
export function readSentence(reading: Reading): Sentence {
  const sentence = readObject(reading);
  const text = readText(sentence.field('text'), most.sentence);
  const marks = sentence.field('marks');
  return {
    id: readId(sentence.field('id')),
    text,
    basis: readBasis(sentence.field('basis')),
    ...optionalLang(sentence.field('lang')),
    ...(marks.value === undefined ? {} : { marks: readArray(marks, 200).map((mark) => readMark(mark, text.length)) }),
  };
}

function readMark(reading: Reading, length: number): Mark {
  const mark = readObject(reading);
  const type = readChoice(mark.field('type'), ['strong', 'em', 'link'] as const);
  const start = readWhole(mark.field('start'), length);
  const end = readWhole(mark.field('end'), length);
  if (end <= start) throw new BadShape(`${reading.at}: it ends before it starts`);
  return type === 'link' ? { type, start, end, href: readLink(mark.field('href')) } : { type, start, end };
}

function readBasis(reading: Reading): Basis {
  const basis = readObject(reading);
  const kind = readChoice(basis.field('kind'), ['cited', 'linked', 'vouched', 'own', 'uncited'] as const);
  switch (kind) {
    case 'cited':
      return { kind, citations: readArray(basis.field('citations'), most.citations).map(readCitation) };
    case 'linked':
      return { kind, links: readArray(basis.field('links'), 20).map(readBasisLink) };
    case 'vouched':
      // Who and when are the server's to say: settle-content.ts.
      return { kind, by: '', at: '' };
    case 'own': {
      const note = basis.field('note');
      return note.value === undefined ? { kind } : { kind, note: readText(note, most.heading) };
    }
    case 'uncited':
      return { kind };
  }
}

function readBasisLink(reading: Reading): { href: string; text: string; originalHref?: string } {
  const link = readObject(reading);
  const original = link.field('originalHref');
  return {
    href: readLink(link.field('href')),
    text: readText(link.field('text'), most.sentence),
    ...(original.value === undefined ? {} : { originalHref: readText(original, 2000) }),
  };
}

function readCitation(reading: Reading): Citation {
  const citation = readObject(reading);
  const quote = citation.value.quote;
  // To the letter: a quotation is not tidied, it is compared.
  if (typeof quote !== 'string' || quote.length > most.quote) throw new BadShape(`${reading.at}: its quote is no text`);
  return {
    id: readId(citation.field('id')),
    evidence: readId(citation.field('evidence')),
    quote,
    start: readWhole(citation.field('start'), 10_000_000),
    end: readWhole(citation.field('end'), 10_000_000),
    madeFor: readText(citation.field('madeFor'), most.sentence),
  };
}

function readPicture(reading: Reading): Picture {
  const picture = readObject(reading);
  const optional = <T>(name: string, read: (field: Reading) => T): Record<string, T> => {
    const field = picture.field(name);
    return field.value === undefined ? {} : { [name]: read(field) };
  };
  return {
    ...optional('media', readSha256),
    ...optional('src', readLink),
    ...optional('width', (field) => readWhole(field, 100_000)),
    ...optional('height', (field) => readWhole(field, 100_000)),
    caption: readText(picture.field('caption'), 1000),
    credit: readText(picture.field('credit'), 300),
    alt: readText(picture.field('alt'), 1000),
  };
}

function readRead(reading: Reading): RecommendedRead {
  const read = readObject(reading);
  const url = readText(read.field('url'), 2000);
  return {
    publisher: readText(read.field('publisher'), 200),
    title: readText(read.field('title'), most.heading),
    // An address still to be written is no fault while it is a draft.
    url: url === '' ? '' : readLink(read.field('url')),
    ...optionalLang(read.field('lang')),
  };
}
