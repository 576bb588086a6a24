import type { ReportAddedAnswer, ReportReadAnswer } from '../composer-state.ts';
import type { Actions } from './actions.ts';
import { ask, troubleWords } from './ask.ts';
import { forgetPanel } from './day-panel.ts';
import { openDialog } from './dialog.ts';
import { button, h } from './dom.ts';

type Field = 'outlet' | 'title' | 'url' | 'reported' | 'body';
const largestFile = 20_000_000;

/** Brings a report in: a link or a file fills the form, which is looked at before it is taken. `added` then draws the day anew. */
export function askReport(actions: Actions, added: () => void): void {
  const { piece } = actions.store.opened;
  const told = h('p', { role: 'status', class: 'soft' });
  const fields = {
    outlet: h('input', { required: true, maxlength: 120 }),
    title: h('input', { required: true, maxlength: 300, dir: 'auto' }),
    url: h('input', { type: 'url', dir: 'ltr' }),
    reported: h('input', { type: 'datetime-local', required: true, value: `${piece.day ?? ''}T12:00` }),
    body: h('textarea', { rows: 8, required: true, dir: 'auto' }),
  };
  let raw = '';
  const fill = (answer: ReportReadAnswer | Parameters<typeof troubleWords>[0]) => {
    if (answer.kind !== 'read' || !('report' in answer)) {
      told.textContent = troubleWords(answer);
      return;
    }
    for (const name of Object.keys(fields) as Field[]) fields[name].value = answer.report[name];
    raw = answer.report.raw;
    told.textContent = 'Read. Look at it, name its outlet, then add it.';
    (fields.outlet.value === '' ? fields.outlet : fields.body).focus();
  };
  const link = h('input', { type: 'url', dir: 'ltr', placeholder: 'https://', 'aria-label': 'Link to a report' });
  const fetchLink = async () => {
    told.textContent = 'Fetching the page…';
    fill(await ask<ReportReadAnswer>('POST', `/desk/api/pieces/${piece.id}/report-link`, { link: link.value }));
  };
  const file = h('input', {
    type: 'file',
    accept: '.pdf,.eml,.txt,.html,.htm,application/pdf,message/rfc822,text/plain,text/html',
    onchange: () => void readFile(),
  });
  const readFile = async () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    if (chosen.size > largestFile) {
      told.textContent = 'The file is larger than 20 MB.';
      return;
    }
    told.textContent = 'Reading the file…';
    const query = new URLSearchParams({ publication: piece.publication, name: chosen.name });
    fill(await ask<ReportReadAnswer>('POST', `/desk/api/report-file?${query.toString()}`, chosen));
  };
  const wrong = h('ul', { class: 'wrong' });
  const take = async () => {
    const values = Object.fromEntries((Object.keys(fields) as Field[]).map((name) => [name, fields[name].value]));
    const answer = await ask<ReportAddedAnswer>('POST', `/desk/api/pieces/${piece.id}/report`, { ...values, raw });
    if (answer.kind === 'wrong')
      return wrong.replaceChildren(...Object.values(answer.wrong).map((words) => h('li', {}, words)));
    if (answer.kind !== 'added') {
      told.textContent = troubleWords(answer);
      return;
    }
    dialog.close();
    forgetPanel(actions.store);
    added();
    const elsewhere =
      answer.day === piece.day ? '' : ` It belongs to ${answer.day}, another day than this ${piece.noun}’s.`;
    actions.say(`The report is in, under its development.${elsewhere}`, 'good');
  };
  const dialog = openDialog(
    'Add a report',
    { name: 'add-report', wide: true },
    h(
      'form',
      {
        class: 'line',
        onsubmit: (event: SubmitEvent) => {
          event.preventDefault();
          void fetchLink();
        },
      },
      h('label', {}, 'Link ', link),
      h('button', {}, 'Fetch'),
    ),
    h('label', {}, 'Or a file: PDF, e-mail (.eml), page, text ', file),
    told,
    h(
      'form',
      {
        onsubmit: (event: SubmitEvent) => {
          event.preventDefault();
          void take();
        },
      },
      h('label', {}, 'Outlet, or who sent it ', fields.outlet),
      h('label', {}, 'Headline ', fields.title),
      h('label', {}, 'Address, where it has one ', fields.url),
      h('label', {}, 'Published ', fields.reported),
      h('label', {}, 'Text ', fields.body),
      wrong,
      h(
        'p',
        { class: 'actions' },
        h('button', { class: 'strong', 'data-confirm': 'add-report' }, 'Add the report'),
        button('Leave it', () => dialog.close()),
      ),
    ),
  );
  link.focus();
}
