import { instantText } from '#platform/clock.ts';
import {
  BadShape,
  type ObjectReading,
  type Reading,
  readAddress,
  readArray,
  readChoice,
  readId,
  readLink,
  readObject,
  readParagraphs,
  readSha256,
  readText,
  readWhole,
} from '#lib/json/read-json.ts';
import {
  type Author,
  type Basis,
  type Block,
  type Citation,
  type ImportedFrom,
  type Label,
  type MadeFrom,
  type Mark,
  type Picture,
  type PieceContent,
  pieceKinds,
  type RecommendedRead,
  type Sentence,
  type Sponsor,
  type Talk,
  sentencesOf,
} from './document.ts';

/** The most that one piece may hold; far above what a summary needs, as imported pieces are long. */
export const most = {
  blocks: 3000,
  sentences: 10_000,
  citations: 12,
  links: 100,
  sentence: 20_000,
  quote: 5000,
  heading: 1000,
  lede: 5000,
  bio: 10_000,
  reads: 100,
  labels: 200,
  members: 5000,
};

const precisions = ['year', 'month', 'day', 'minute'] as const;
const roles = ['author', 'contributor', 'expert', 'speaker', 'editor', 'translator', 'photographer'] as const;

/**
 * Reads the whole content of a piece that comes from outside (a browser, an archive), rebuilt of what the schema knows, in
 * the schema's order. `vouched: 'keep'` believes who vouched and when, which only our own dump may say. Throws BadShape with
 * the reason.
 */
export function readContent(value: unknown, options: { vouched?: 'keep' } = {}): PieceContent {
  const content = readObject({ value, at: 'the document' });
  if (content.value.version !== 1) throw new BadShape('the document: its version is not 1; reload the page');
  const blocks = readArray(content.field('blocks'), most.blocks).map((block) => readBlock(block));
  const ids = new Set<string>();
  for (const id of idsOf(blocks)) {
    if (ids.has(id)) throw new BadShape(`the document: two of its parts are called ${id}`);
    ids.add(id);
  }
  if (ids.size > most.sentences * 2) throw new BadShape('the document: it has too many parts');
  if (options.vouched === 'keep') keepVouched(value, blocks);
  const image = content.field('topImage');
  const optional = <T>(name: string, read: (field: Reading) => T): Record<string, T> => {
    const field = content.field(name);
    return field.value === undefined ? {} : { [name]: read(field) };
  };
  const labels = (field: Reading) => readArray(field, most.labels).map(readLabel);
  return {
    version: 1,
    kind: readChoice(content.field('kind'), pieceKinds),
    lang: readLang(content.field('lang')),
    title: readText(content.field('title'), most.heading),
    lede: readText(content.field('lede'), most.lede),
    blocks,
    recommendedReads: readArray(content.field('recommendedReads'), most.reads).map(readRead),
    topImage: image.value === null ? null : readPicture(image),
    topics: readArray(content.field('topics'), most.labels).map((topic) => readText(topic, 200)),
    ...optional('authors', (field) => readArray(field, most.labels).map(readAuthor)),
    ...optional('categories', labels),
    ...optional('tags', labels),
    ...optional('series', labels),
    ...optional('members', (field) => readArray(field, most.members).map((path) => readText(path, 2000))),
    ...optional('readMinutes', (field) => readWhole(field, 10_000)),
    ...optional('canonical', readLink),
    ...optional('sharedFrom', readSharedFrom),
    ...optional('sponsor', readSponsor),
    ...optional('talk', readTalk),
    ...optional('imported', readImportedFrom),
    ...optional('nameWithdrawn', ({ value: withdrawn }) => withdrawn === true),
  };
}

function keepVouched(value: unknown, blocks: Block[]): void {
  const given = new Map(
    sentencesOf((value as PieceContent).blocks).flatMap(({ id, basis }) =>
      basis.kind === 'vouched' ? [[id, basis]] : [],
    ),
  );
  for (const sentence of sentencesOf(blocks)) {
    const was = given.get(sentence.id);
    if (sentence.basis.kind !== 'vouched' || !was) continue;
    const { field } = readObject({ value: was, at: 'vouched' });
    sentence.basis = { kind: 'vouched', by: readText(field('by'), 300), at: readText(field('at'), 40) };
  }
}

function readLabel(reading: Reading): Label {
  const label = readObject(reading);
  return { slug: readText(label.field('slug'), 300), title: readText(label.field('title'), most.heading) };
}

function readAuthor(reading: Reading): Author {
  const author = readObject(reading);
  const optional = (name: string, read: (field: Reading) => string): Record<string, string> => {
    const field = author.field(name);
    return field.value === undefined ? {} : { [name]: read(field) };
  };
  return {
    name: readText(author.field('name'), most.heading),
    ...optional('slug', (field) => readText(field, 300)),
    role: readChoice(author.field('role'), roles),
    ...optional('title', (field) => readText(field, most.heading)),
    ...optional('bio', (field) => readParagraphs(field, most.bio)),
    ...optional('url', readLink),
  };
}

function readSharedFrom(reading: Reading): NonNullable<PieceContent['sharedFrom']> {
  const { field } = readObject(reading);
  return { publication: readText(field('publication'), 100), path: readText(field('path'), 1000) };
}

function readSponsor(reading: Reading): Sponsor {
  const { field } = readObject(reading);
  const url = field('url');
  const label = field('label');
  return {
    name: readText(field('name'), most.heading),
    ...(url.value === undefined ? {} : { url: readLink(url) }),
    ...(label.value === undefined ? {} : { label: readText(label, 100) }),
  };
}

function readTalk(reading: Reading): Talk {
  const talk = readObject(reading);
  const optional = (name: string, read: (field: Reading) => string): Record<string, string> => {
    const field = talk.field(name);
    return field.value === undefined ? {} : { [name]: read(field) };
  };
  const startsAt = readInstant(talk.field('startsAt'));
  const ends = optional('endsAt', readInstant);
  if (ends.endsAt !== undefined && ends.endsAt < startsAt)
    throw new BadShape(`${reading.at}: it ends before it starts`);
  return {
    startsAt,
    ...ends,
    timeZone: readTimeZone(talk.field('timeZone')),
    ...optional('place', (field) => readText(field, most.heading)),
    ...optional('rsvp', readAnswerAddress),
    ...optional('recording', readLink),
  };
}

function readInstant(reading: Reading): string {
  const text = readText(reading, 40);
  try {
    return instantText(Temporal.Instant.from(text));
  } catch (cause) {
    throw new BadShape(`${reading.at}: “${text}” is no instant such as 2026-11-20T17:00:00Z`, { cause });
  }
}

function readTimeZone(reading: Reading): string {
  const zone = readText(reading, 100);
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch (cause) {
    throw new BadShape(`${reading.at}: “${zone}” is no time zone such as Asia/Beirut`, { cause });
  }
  return zone;
}

/** An e-mail address, or a link. */
function readAnswerAddress(reading: Reading): string {
  const text = readText(reading, 300);
  return /^[^\s@<>"?&]+@[^\s@<>"?&]+$/u.test(text) ? text : readLink(reading);
}

function readImportedFrom(reading: Reading): ImportedFrom {
  const from = readObject(reading);
  const url = from.field('url');
  const precision = (name: string) => {
    const field = from.field(name);
    return field.value === null ? null : readChoice(field, precisions);
  };
  return {
    format: readText(from.field('format'), 40),
    url: url.value === null ? null : readLink(url),
    published: precision('published'),
    modified: precision('modified'),
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
        ...optionalMadeFrom(block),
      };
    }
    case 'paragraph':
      return { type, id, sentences: readSentences(block.field('sentences')), ...optionalMadeFrom(block) };
    case 'quote': {
      const attribution = block.field('attribution');
      const sentences = readSentences(block.field('sentences'));
      return {
        type,
        id,
        sentences,
        ...(attribution.value === undefined ? {} : { attribution: readText(attribution, most.heading) }),
        ...optionalMadeFrom(block),
      };
    }
    case 'list':
      return {
        type,
        id,
        ordered: block.value.ordered === true,
        items: readArray(block.field('items'), 2000).map(readSentences),
        ...optionalMadeFrom(block),
      };
    case 'table': {
      const rows = readArray(block.field('rows'), 2000).map((row) => readArray(row, 100).map(readSentences));
      return { type, id, header: block.value.header === true, rows };
    }
    case 'figure':
      return { type, id, image: readPicture(block.field('image')) };
    case 'embed':
      return { type, id, href: readLink(block.field('href')), note: readText(block.field('note'), most.lede) };
  }
}

function optionalMadeFrom(block: ObjectReading): { madeFrom?: MadeFrom } {
  const field = block.field('madeFrom');
  if (field.value === undefined) return {};
  const made = readObject(field);
  return {
    madeFrom: { block: readId(made.field('block')), revision: readWhole(made.field('revision'), 1_000_000_000) },
  };
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
    ...(marks.value === undefined ? {} : { marks: readArray(marks, 500).map((mark) => readMark(mark, text.length)) }),
  };
}

function readMark(reading: Reading, length: number): Mark {
  const mark = readObject(reading);
  const type = readChoice(mark.field('type'), ['strong', 'em', 'link'] as const);
  const start = readWhole(mark.field('start'), length);
  const end = readWhole(mark.field('end'), length);
  if (end <= start) throw new BadShape(`${reading.at}: it ends before it starts`);
  return type === 'link' ? { type, start, end, href: readAddress(mark.field('href')) } : { type, start, end };
}

function readBasis(reading: Reading): Basis {
  const basis = readObject(reading);
  const kind = readChoice(basis.field('kind'), ['cited', 'linked', 'vouched', 'own', 'uncited'] as const);
  switch (kind) {
    case 'cited':
      return { kind, citations: readArray(basis.field('citations'), most.citations).map(readCitation) };
    case 'linked':
      return { kind, links: readArray(basis.field('links'), most.links).map(readBasisLink) };
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
    href: readAddress(link.field('href')),
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
    caption: readText(picture.field('caption'), most.lede),
    credit: readText(picture.field('credit'), most.heading),
    alt: readText(picture.field('alt'), most.lede),
  };
}

function readRead(reading: Reading): RecommendedRead {
  const read = readObject(reading);
  const url = readText(read.field('url'), 2000);
  const original = read.field('originalHref');
  return {
    publisher: readText(read.field('publisher'), most.heading),
    title: readText(read.field('title'), most.heading),
    // An address still to be written is no fault while it is a draft.
    url: url === '' ? '' : readLink(read.field('url')),
    ...(original.value === undefined ? {} : { originalHref: readText(original, 2000) }),
    ...optionalLang(read.field('lang')),
  };
}
