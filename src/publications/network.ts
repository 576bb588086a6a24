import type { Lang } from '#platform/language.ts';
import type { Publication } from './publication.ts';

/** What the publications of one Daybook have in common, and what its front page says. */
export interface Network {
  /** Empty: as the configuration says. */
  name: string;
  /** The language of its front page, and of what it says. */
  lang: Lang;
  /** A line under the name; empty: that of the language. */
  description: string;
  /** Who runs it, the imprint: paragraphs. */
  about: string[];
  contact: string | null;
  /** Slugs of publications as readers see them; those that it does not name follow, the oldest first. */
  order: string[];
  /** What a new publication begins with. */
  defaults: Pick<Publication, 'timeZone' | 'sectionCount' | 'secondPairOfEyes' | 'checklist' | 'unasked'>;
}

export const plainNetwork: Network = {
  name: '',
  lang: 'en',
  description: '',
  about: [],
  contact: null,
  order: [],
  defaults: { timeZone: 'UTC', sectionCount: 3, secondPairOfEyes: false, checklist: [], unasked: [] },
};

/** Publications in the order of their network. */
export function inNetworkOrder<T extends Pick<Publication, 'slug'>>({ order }: Network, publications: T[]): T[] {
  const place = ({ slug }: T) => (order.includes(slug) ? order.indexOf(slug) : order.length);
  return publications.toSorted((a, b) => place(a) - place(b));
}
