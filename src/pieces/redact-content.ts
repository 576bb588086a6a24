import type { Lang } from '#platform/language.ts';
import type { Redactor } from '#withdrawals/withdrawals.ts';
import type {
  Author,
  Basis,
  Block,
  Citation,
  Label,
  Mark,
  PieceContent,
  Picture,
  Sentence,
  Sponsor,
  Talk,
} from './document.ts';

/** The places of a citation in a body that a withdrawal rewrites as well; null where the body is not held. */
export type MoveCitation = (citation: Citation) => Pick<Citation, 'quote' | 'start' | 'end'> | null;

/**
 * A document without the withdrawn names: tombstones in their place, marks moved with the text, links dropped whose
 * address holds one. The very same document when nothing was found, so that nothing is saved for it. `move` says where a
 * citation stands in a rewritten body; without one its quote is redacted and its offsets stay.
 */
export function redactContent(
  content: PieceContent,
  redactor: Redactor,
  move: MoveCitation = () => null,
): PieceContent {
  if (redactor.empty) return content;
  const { lang } = content;
  const text = (words: string) => redactor.text(words, lang);
  const redacted: PieceContent = {
    ...content,
    title: text(content.title),
    lede: text(content.lede),
    blocks: content.blocks.map((block) => redactBlock(block, lang, redactor, move)),
    recommendedReads: content.recommendedReads.map((read) => ({
      ...without(read, 'originalHref', read.originalHref !== undefined && redactor.mentions(read.originalHref)),
      publisher: redactor.text(read.publisher, read.lang ?? lang),
      title: redactor.text(read.title, read.lang ?? lang),
      url: redactor.address(read.url) ?? '',
    })),
    topImage: content.topImage && redactPicture(content.topImage, lang, redactor),
    topics: content.topics.map(redactor.slug),
  };
  if (content.authors) redacted.authors = content.authors.map((author) => redactAuthor(author, lang, redactor));
  for (const field of ['categories', 'tags', 'series'] as const) {
    const labels = content[field];
    if (labels)
      redacted[field] = labels.map((label): Label => ({ slug: redactor.slug(label.slug), title: text(label.title) }));
  }
  if (content.members) redacted.members = content.members.map(redactor.slug);
  if (content.canonical !== undefined && redactor.mentions(content.canonical)) delete redacted.canonical;
  if (content.sharedFrom) redacted.sharedFrom = { ...content.sharedFrom, path: redactor.slug(content.sharedFrom.path) };
  if (content.sponsor) redacted.sponsor = redactSponsor(content.sponsor, text, redactor);
  if (content.talk) redacted.talk = redactTalk(content.talk, lang, redactor);
  const { imported } = content;
  if (imported) redacted.imported = { ...imported, url: imported.url && redactor.address(imported.url) };
  // Same order of keys, same values: the same text means that nothing was found.
  if (JSON.stringify(redacted) === JSON.stringify(content)) return content;
  return { ...redacted, nameWithdrawn: true };
}

function redactSponsor(sponsor: Sponsor, text: (words: string) => string, redactor: Redactor): Sponsor {
  const redacted = { ...sponsor, name: text(sponsor.name) };
  if (sponsor.label !== undefined) redacted.label = text(sponsor.label);
  return without(redacted, 'url', sponsor.url !== undefined && redactor.mentions(sponsor.url));
}

function redactBlock(block: Block, lang: Lang, redactor: Redactor, move: MoveCitation): Block {
  const sentences = (list: Sentence[]) => list.map((sentence) => redactSentence(sentence, lang, redactor, move));
  switch (block.type) {
    case 'heading':
      return { ...block, text: redactor.text(block.text, block.lang ?? lang) };
    case 'paragraph':
      return { ...block, sentences: sentences(block.sentences) };
    case 'quote': {
      const { attribution } = block;
      const quote = { ...block, sentences: sentences(block.sentences) };
      return attribution === undefined ? quote : { ...quote, attribution: redactor.text(attribution, lang) };
    }
    case 'list':
      return { ...block, items: block.items.map(sentences) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(sentences)) };
    case 'figure':
      return { ...block, image: redactPicture(block.image, lang, redactor) };
    case 'embed':
      return { ...block, href: redactor.address(block.href) ?? '', note: redactor.text(block.note, lang) };
  }
}

function redactSentence(sentence: Sentence, pieceLang: Lang, redactor: Redactor, move: MoveCitation): Sentence {
  const lang = sentence.lang ?? pieceLang;
  const rewritten = redactor.rewrite(sentence.text, lang);
  const redacted = { ...sentence, text: rewritten.text, basis: redactBasis(sentence.basis, lang, redactor, move) };
  if (!sentence.marks) return redacted;
  const marks = sentence.marks.flatMap((mark): Mark[] => {
    if (mark.type === 'link' && redactor.mentions(mark.href)) return [];
    const start = rewritten.move(mark.start, 'start');
    const end = rewritten.move(mark.end, 'end');
    return start < end ? [{ ...mark, start, end }] : [];
  });
  return { ...redacted, marks };
}

function redactBasis(basis: Basis, lang: Lang, redactor: Redactor, move: MoveCitation): Basis {
  switch (basis.kind) {
    case 'cited':
      return {
        ...basis,
        citations: basis.citations.map((citation) => ({
          ...citation,
          ...(move(citation) ?? { quote: redactor.text(citation.quote) }),
          madeFor: redactor.text(citation.madeFor, lang),
        })),
      };
    case 'linked': {
      const links = basis.links.flatMap((link) => {
        if (redactor.mentions(link.href)) return [];
        const { originalHref } = link;
        const kept = without(link, 'originalHref', originalHref !== undefined && redactor.mentions(originalHref));
        return [{ ...kept, text: redactor.text(link.text, lang) }];
      });
      // A sentence whose only link is gone rests on nothing that a reader could open.
      return links.length === 0 && basis.links.length > 0 ? { kind: 'uncited' } : { ...basis, links };
    }
    case 'vouched':
      return { ...basis, by: redactor.text(basis.by, lang) };
    case 'own':
      return basis.note === undefined ? basis : { ...basis, note: redactor.text(basis.note, lang) };
    case 'uncited':
      return basis;
  }
}

function redactPicture(picture: Picture, lang: Lang, redactor: Redactor): Picture {
  return {
    ...without(picture, 'src', picture.src !== undefined && redactor.mentions(picture.src)),
    caption: redactor.text(picture.caption, lang),
    credit: redactor.text(picture.credit, lang),
    alt: redactor.text(picture.alt, lang),
  };
}

/** Somebody whose name or address is withdrawn keeps only what they did: a title or a life tells who it was. */
function redactAuthor(author: Author, lang: Lang, redactor: Redactor): Author {
  const { name, role, slug, url, title, bio } = author;
  if ([name, slug, url].some((told) => told !== undefined && redactor.mentions(told)))
    return { name: redactor.tombstone(name, lang) ?? name, role };
  return {
    ...author,
    ...(title === undefined ? {} : { title: redactor.text(title, lang) }),
    ...(bio === undefined ? {} : { bio: redactor.text(bio, lang) }),
  };
}

function redactTalk(talk: Talk, lang: Lang, redactor: Redactor): Talk {
  const mentions = (told: string | undefined) => told !== undefined && redactor.mentions(told);
  const kept = without(without(talk, 'rsvp', mentions(talk.rsvp)), 'recording', mentions(talk.recording));
  return talk.place === undefined ? kept : { ...kept, place: redactor.text(talk.place, lang) };
}

function without<T extends object, K extends keyof T>(value: T, field: K, drop: boolean): T {
  if (!drop) return value;
  const { [field]: _, ...rest } = value;
  return rest as T;
}
