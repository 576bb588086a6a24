import type { Lang } from '#platform/language.ts';
import {
  contributorCalled,
  contributorName,
  type LabelKind,
  labelName,
  labelNow,
  type Publication,
} from '#publications/publications.ts';
import type { Author, Label, PieceContent } from './document.ts';
import { sentencesOf } from './document.ts';

/** What a live piece is found by: its topics, its labels, and the people who made it. */
export interface Filing extends Label {
  kind: 'topic' | 'category' | 'tag' | 'contributor';
}

/** What a live piece rests on, and how often: evidence by its id, or the host that an imported link leads to. */
export interface Resting {
  kind: 'evidence' | 'host';
  source: string;
  times: number;
}

/** A label's name in an address: letters and digits of any script, and hyphens. Empty when there is none of them. */
export function labelSlug(text: string): string {
  return decoded(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 120);
}

/**
 * The name of somebody's page below `contributor/`: their own, else made of the name. None where a name was withdrawn from
 * the piece and the author has no address of their own: what stands there may be a tombstone, and no page gathers those.
 */
function contributorSlug(author: Author, { nameWithdrawn }: Pick<PieceContent, 'nameWithdrawn'>): string | null {
  if (author.slug === undefined && nameWithdrawn) return null;
  return labelSlug(author.slug ?? author.name) || null;
}

/**
 * Somebody of a byline as their publication has and calls them now: whom it calls so in any language, at the address that
 * they have now. Where it has no name for them in the language of the piece, they are called what the piece calls them.
 */
export function contributorNow(
  publication: Labelling,
  author: Author,
  content: Pick<PieceContent, 'lang' | 'nameWithdrawn'>,
): { slug: string | null; name: string } {
  const written = contributorSlug(author, content);
  if (written === null) return { slug: null, name: author.name };
  const called = author.slug === undefined ? contributorCalled(publication, author.name)?.slug : undefined;
  const slug = labelNow(publication, 'contributor', called ?? written);
  return { slug, name: contributorName(publication, slug, content.lang) ?? author.name };
}

/** What a publication says of its labels. */
type Labelling = Pick<Publication, 'merged' | 'labels' | 'languages' | 'contributors'>;
const asWritten: Labelling = { merged: [], labels: [], languages: [], contributors: [] };

/** Everything that a content is filed under, each once, as its publication has it now. Topics have no title here. */
export function filingsOf(content: PieceContent, publication: Labelling = asWritten): Filing[] {
  const { topics, categories = [], tags = [], authors = [], lang } = content;
  const labels = (kind: LabelKind, of: Label[]) =>
    labelsNow(publication, kind, of, lang).map((label): Filing => ({ kind, ...label }));
  const all: Filing[] = [
    ...topicsNow(publication, topics).map((slug): Filing => ({ kind: 'topic', slug, title: '' })),
    ...labels('category', categories),
    ...labels('tag', tags),
    ...authors.flatMap((author): Filing[] => {
      const { slug, name } = contributorNow(publication, author, content);
      return slug === null ? [] : [{ kind: 'contributor', slug, title: name }];
    }),
  ];
  const once = new Map(all.filter(({ slug }) => slug !== '').map((each) => [`${each.kind} ${each.slug}`, each]));
  return [...once.values()];
}

/** Topics as their publication has them now, each once. */
export function topicsNow(publication: Pick<Publication, 'merged'>, slugs: string[]): string[] {
  return [...new Set(slugs.map((slug) => labelNow(publication, 'topic', slug)))];
}

/** Tags or categories as their publication has and calls them now, each once. */
export function labelsNow(publication: Labelling, kind: LabelKind, labels: Label[], lang: Lang): Label[] {
  const now = labels.map(({ slug, title }): Label => {
    const name = labelNow(publication, kind, labelSlug(slug || title));
    return { slug: name, title: labelName(publication, kind, name, lang) ?? title };
  });
  return [...new Map(now.map((label) => [label.slug || label.title, label])).values()];
}

/** Everything that the sentences of a content rest on and that has a name: not what is vouched for, own or uncited. */
export function restingOf({ blocks }: Pick<PieceContent, 'blocks'>): Resting[] {
  const found = new Map<string, Resting>();
  const add = (kind: Resting['kind'], source: string) => {
    const key = `${kind} ${source}`;
    found.set(key, { kind, source, times: (found.get(key)?.times ?? 0) + 1 });
  };
  for (const { basis } of sentencesOf(blocks)) {
    if (basis.kind === 'cited') for (const { evidence } of basis.citations) add('evidence', evidence);
    if (basis.kind !== 'linked') continue;
    for (const { href } of basis.links) {
      const host = webHost(href);
      if (host) add('host', host);
    }
  }
  return [...found.values()];
}

/** The developments that the sections of a content tell, each once. */
export function developmentsTold({ blocks }: Pick<PieceContent, 'blocks'>): string[] {
  return [...new Set(blocks.flatMap((block) => (block.type === 'heading' ? (block.development ?? []) : [])))];
}

function webHost(href: string): string | null {
  if (!/^https?:/iu.test(href) || !URL.canParse(href)) return null;
  return new URL(href).hostname.replace(/^www\./u, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    // A stray percent sign: it is what it is.
    if (error instanceof URIError) return text;
    throw error;
  }
}
