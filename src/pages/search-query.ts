import { plainQuery } from '#lib/search/read-query.ts';
import { labelNow, type Publication } from '#publications/publications.ts';
import { listedKinds } from './paths.ts';
import type { AskedView } from './search-view.ts';

const dayForm = /^\d{4}-\d{2}-\d{2}$/u;
const longestOutlet = 200;

/** What the form of a search sent, or anybody else: what makes no sense is as if it had not been said. */
export function readSearchQuery(params: URLSearchParams, publication: Publication): AskedView {
  const one = (name: string): string => params.get(name) ?? '';
  const day = (name: string): string => (dayForm.test(one(name)) && isDay(one(name)) ? one(name) : '');
  return {
    q: plainQuery(one('q')),
    kind: listedKinds.find((kind) => kind === one('kind')) ?? '',
    topic: publication.topics.find(({ slug }) => slug === labelNow(publication, 'topic', one('topic')))?.slug ?? '',
    from: day('from'),
    to: day('to'),
    outlet: plainQuery(one('outlet')).slice(0, longestOutlet),
    order: one('order') === 'newest' ? 'newest' : '',
  };
}

function isDay(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}

/** The query of an address that asks for it: `?q=…`; empty where nothing is asked for. */
export function searchQuery(asked: AskedView): string {
  const params = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''));
  return params.size > 0 ? `?${params}` : '';
}
