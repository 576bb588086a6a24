import type { Citation, Sentence } from '#pieces/pieces.ts';
import type { EvidenceView } from '../composer-state.ts';
import type { Actions } from './actions.ts';
import { button, type Child, h, outLink } from './dom.ts';
import { allSentences, findSentence } from './edit-content.ts';
import { heldSources } from './held-sources.ts';
import { fetchReport, reportText } from './report-text.ts';
import { sentenceTools } from './sentence-tools.ts';

/** What the sentence under the cursor rests on: each citation's words lit in the whole report. */
export function evidenceColumn(actions: Actions): HTMLElement {
  const { store } = actions;
  const column = h('div', { class: 'evidence' });
  let shown: string | null = null;
  const draw = () => {
    const found = store.active === null ? null : findSentence(store.content, store.active);
    const number = found ? allSentences(store.content).indexOf(found.sentence) + 1 : 0;
    const key = found ? JSON.stringify([number, found.sentence.id, found.sentence.basis]) : (store.active ?? '');
    if (key === shown) return;
    shown = key;
    column.replaceChildren(
      ...(found
        ? [sentenceTools(actions, found.sentence.id, number), ...forSentence(actions, found.sentence)]
        : forOther(actions)),
    );
  };
  store.on('active', draw);
  store.on('text', draw);
  store.on('marks', draw);
  draw();
  return column;
}

function forOther({ store }: Actions): Child[] & Node[] {
  const { noun } = store.opened.piece;
  const words =
    store.active === 'lede' || store.active === 'title'
      ? `The title and the lede rest on what stands below them: their names and numbers must stand in the ${noun}.`
      : 'Put the cursor in a sentence. What it rests on is shown here, lit in the whole report.';
  return [h('p', { class: 'teach' }, words), h('p', { class: 'teach soft' }, store.opened.checked)];
}

function forSentence(actions: Actions, sentence: Sentence): Node[] {
  const { basis, id } = sentence;
  switch (basis.kind) {
    case 'cited':
      return [
        ...basis.citations.map((citation, index) => citationView(actions, id, citation, basis.citations, index === 0)),
        h('p', { class: 'soft checked' }, actions.store.opened.checked),
      ];
    case 'vouched':
      return [
        h(
          'p',
          {},
          h('b', {}, 'Vouched for'),
          basis.by ? ` by ${basis.by}` : ' by you',
          ': background, no source is cited and nothing is checked.',
        ),
        h(
          'p',
          { class: 'actions' },
          button('Stop vouching', () => actions.unvouch(id)),
        ),
      ];
    case 'own':
      return [
        h(
          'p',
          {},
          h('b', {}, 'Our own reporting.'),
          ' A source may be held by the newsroom and is not shown. Nothing is checked.',
        ),
        heldSources(actions, id),
        h(
          'p',
          { class: 'actions' },
          button('Not our own reporting', () => actions.unvouch(id)),
        ),
      ];
    case 'linked':
      return [
        h('p', {}, 'This link came with an imported page. Nobody here has checked it.'),
        ...basis.links.map((link) => h('p', {}, outLink(link.href, link.text))),
      ];
    case 'uncited':
      return [
        h(
          'p',
          {},
          h('b', {}, 'Rests on nothing yet.'),
          ' Open a report of the day, choose the words that carry this sentence, and cite them.',
        ),
        h(
          'p',
          { class: 'actions' },
          button('Vouch for it as background', () => actions.vouch(id)),
          button('It is our own reporting', () => actions.ownReporting(id)),
        ),
      ];
  }
}

function citationView(
  actions: Actions,
  sentenceId: string,
  citation: Citation,
  all: Citation[],
  first: boolean,
): HTMLElement {
  const evidence = actions.store.evidence.get(citation.evidence);
  if (!evidence) return h('p', {}, 'The evidence of this citation is not here.');
  // Another citation of the same report is lit in the same text.
  const lit = all.filter((each) => each.evidence === citation.evidence);
  const body = h('div', { class: 'body' }, h('p', { class: 'soft' }, 'Fetching the report…'));
  void fetchReport(evidence.report, evidence.version).then((text) => {
    if (!text)
      return body.replaceChildren(
        h('blockquote', { lang: evidence.lang, dir: evidence.dir }, citation.quote),
        h('p', { class: 'soft' }, 'The whole report cannot be had just now.'),
      );
    const element = reportText(text, lit);
    body.replaceChildren(element);
    const mark = element.querySelector('mark');
    if (mark && first) element.scrollTop = mark.offsetTop - element.offsetTop - 48;
  });
  return h(
    'section',
    { class: 'citation', 'data-citation': citation.id },
    h(
      'p',
      { class: 'said-by' },
      h('b', {}, h('bdi', {}, evidence.outlet)),
      evidence.origin ? `, ${evidence.origin}` : '',
    ),
    h('h2', { lang: evidence.lang, dir: evidence.dir }, outLink(evidence.url, evidence.title)),
    body,
    facts(evidence),
    h(
      'p',
      { class: 'actions' },
      button('Remove this citation', () => actions.uncite(sentenceId, citation.id), { class: 'quiet' }),
    ),
  );
}

function facts(evidence: EvidenceView): HTMLElement {
  return h(
    'p',
    { class: 'facts' },
    `Reported ${evidence.reported}. Taken ${evidence.retrieved}${evidence.version > 1 ? `, version ${evidence.version}` : ''}. `,
    h('span', { title: `SHA-256 ${evidence.sha256}` }, `SHA-256 ${evidence.sha256.slice(0, 8)}…`),
  );
}
