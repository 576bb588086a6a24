import type { PanelDevelopment, PanelReport } from '../composer-state.ts';
import type { Actions } from './actions.ts';
import { askReport } from './add-report.ts';
import { dayPanel, forgetPanel, readOf } from './day-panel.ts';
import { button, h, outLink } from './dom.ts';
import { allSentences } from './edit-content.ts';
import { headingsOf } from './edit-sections.ts';
import { fetchReport, reportText } from './report-text.ts';

/** The day's developments with their reports, to cite from and to make sections of. */
export function reportsColumn(actions: Actions): HTMLElement {
  const { store } = actions;
  const column = h('div', { class: 'panel' }, h('p', { class: 'soft' }, 'Fetching the day’s reports…'));
  let developments: PanelDevelopment[] | null = null;
  const day = h('input', {
    type: 'date',
    value: store.reportsOf,
    'aria-label': 'Day of the reports',
    onchange: () => {
      if (day.value === '' || day.value === store.reportsOf) return;
      store.reportsOf = day.value;
      forgetPanel(store);
      void fetchPanel();
    },
  });
  const add = h(
    'p',
    { class: 'actions' },
    button('Add a report…', () => askReport(actions, () => void fetchPanel()), {
      title: 'Add a report by link, text or file (Alt+R)',
      'data-key': 'add-report',
    }),
    h('label', { class: 'of-day' }, 'Day ', day),
  );
  const draw = () => {
    if (!developments) return;
    const open = new Set([...column.querySelectorAll<HTMLElement>('details[open]')].map((each) => each.dataset.key));
    column.replaceChildren(
      add,
      ...(developments.length === 0 ? [h('p', { class: 'soft' }, 'No report of this day is here.')] : []),
      h('ol', { class: 'ranked' }, ...developments.map((each) => h('li', {}, developmentView(actions, each, open)))),
    );
  };
  const fetchPanel = async () => {
    const of = store.reportsOf;
    const panel = await dayPanel(store);
    // Another day was chosen meanwhile.
    if (of !== store.reportsOf) return;
    if (!panel)
      return column.replaceChildren(
        add,
        h('p', { class: 'soft' }, 'The day’s reports cannot be had just now; reload to try again.'),
      );
    developments = panel;
    column.dataset.day = of;
    draw();
  };
  void fetchPanel();
  store.on('text', () => markTold(column, actions));
  return column;
}

function developmentView(actions: Actions, development: PanelDevelopment, open: Set<string | undefined>): HTMLElement {
  const { headline } = development;
  const told = headingsOf(actions.store.content).some((heading) => heading.development === development.id);
  return h(
    'details',
    {
      class: told ? 'panel-development told' : 'panel-development',
      'data-key': development.id,
      open: open.has(development.id),
    },
    h(
      'summary',
      {},
      h('span', { class: 'headline', lang: headline.lang, dir: headline.dir }, headline.text),
      h(
        'span',
        { class: 'monograms' },
        ...development.outlets.map(({ name, letters }) => h('abbr', { title: name }, letters)),
      ),
      h('span', { class: 'is-told' }, 'told'),
      development.figure !== null && h('span', { class: 'figure-now' }, development.figure),
    ),
    h('p', { class: 'voices' }, [development.corroboration, ...development.why].join(' ')),
    ...development.reports.map((report) => reportView(actions, report)),
    h(
      'p',
      { class: 'actions' },
      button('Add as a section', () => void actions.addSection(development.id)),
    ),
  );
}

function reportView(actions: Actions, report: PanelReport): HTMLElement {
  const body = h('div', { class: 'body' });
  const details = h(
    'details',
    {
      class: 'panel-report',
      'data-key': `${report.id}`,
      ontoggle: () => {
        if (details.open && body.childElementCount === 0) void open();
      },
    },
    h(
      'summary',
      {},
      h(
        'span',
        { class: 'said-by' },
        h('b', {}, h('bdi', {}, report.outlet)),
        report.origin ? `, ${report.origin}` : '',
        ' ',
        h('time', {}, report.time),
        report.held !== null && h('span', { class: 'tag held' }, 'held back'),
      ),
      h('span', { class: 'title', lang: report.lang, dir: report.dir }, report.title),
    ),
    (report.held !== null || report.handling !== '') &&
      h(
        'p',
        { class: 'handling' },
        report.held !== null && h('b', {}, report.held),
        ' ',
        h('bdi', {}, report.handling),
      ),
    body,
    h(
      'p',
      { class: 'actions' },
      report.held === null && report.url !== null && button('Recommend', () => recommend(actions, report)),
      report.url !== null && outLink(report.url, 'Original'),
    ),
    ...report.copies.map((copy) => h('p', { class: 'copy' }, `Copy: ${copy.outlet}, ${copy.time}`)),
  );
  async function open(): Promise<void> {
    body.replaceChildren(h('p', { class: 'soft' }, 'Fetching the report…'));
    const text = await fetchReport(report.id, report.version);
    body.replaceChildren(
      text ? reportText(text, citedSpans(actions, report)) : h('p', { class: 'soft' }, 'It cannot be had just now.'),
    );
  }
  return details;
}

/** What the summary cites of a report already. */
function citedSpans({ store }: Actions, report: PanelReport): { start: number; end: number }[] {
  return allSentences(store.content).flatMap(({ basis }) =>
    basis.kind === 'cited'
      ? basis.citations.filter(({ evidence }) => {
          const known = store.evidence.get(evidence);
          return known?.report === report.id && known.version === report.version;
        })
      : [],
  );
}

function recommend(actions: Actions, report: PanelReport): void {
  const { url } = report;
  if (url === null) return;
  const { store } = actions;
  if (store.content.recommendedReads.some((read) => read.url === url))
    return actions.say('It is among the recommended reads already.');
  store.reshape((content) => content.recommendedReads.push(readOf(report, content.lang)));
  actions.say('It stands last among the recommended reads.', 'good');
}

function markTold(column: HTMLElement, { store }: Actions): void {
  const told = new Set(headingsOf(store.content).map((heading) => heading.development));
  for (const element of column.querySelectorAll<HTMLElement>('.panel-development'))
    element.classList.toggle('told', told.has(element.dataset.key));
}
