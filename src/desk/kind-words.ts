import type { PieceKind } from '#pieces/pieces.ts';

/** What an editor calls a piece of each kind, in a list and in a sentence, and what such pieces are for. */
export const kindWords: Record<PieceKind, { one: string; short: string; what: string }> = {
  summary: {
    one: 'executive summary',
    short: 'summary',
    what: 'The key developments of a day; the day’s page drafts one from its reports',
  },
  article: { one: 'article', short: 'article', what: 'A report or an analysis, with its day in the address' },
  community: {
    one: 'community piece',
    short: 'piece',
    what: 'Somebody’s own account or opinion, with its day in the address',
  },
  background: { one: 'background', short: 'piece', what: 'What stays true for longer: a guide, a profile, a timeline' },
  talk: { one: 'talk', short: 'talk', what: 'An event with its time and place, later its recording' },
  series: { one: 'series', short: 'series', what: 'Gathers pieces in an order of its own' },
  project: { one: 'special project', short: 'project', what: 'A larger work that gathers pieces' },
  page: {
    one: 'standing page',
    short: 'page',
    what: 'What the publication says of itself. At about, contribute, masthead, team, independence, funders, partners, copyright, republishing, terms, contact or privacy it is in the foot of every page',
  },
};
