import type { WorkView } from '../composer-state.ts';
import type { Say } from './actions.ts';
import { askComment, commentThread } from './comments.ts';
import { openDialog } from './dialog.ts';
import { button, h } from './dom.ts';
import { sayOfWork, type Speaker, stateNames } from './work.ts';

/** Who works on the piece, how far it is, what is to be looked at, who has read it, and when it goes out. */
export function showWork(composer: Speaker): void {
  const { store, saver } = composer;
  const inside = h('div', { class: 'work' });
  const message = h('p', { class: 'message', role: 'status' });
  // What came of it is read here too, over the page.
  const say: Say = (words, tone) => {
    composer.say(words, tone);
    message.textContent = words;
    message.dataset.tone = tone ?? '';
  };
  const actions = { store, saver, say };
  const draw = () => {
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.work : undefined;
    inside.replaceChildren(...workParts(actions));
    if (focused) inside.querySelector<HTMLElement>(`[data-work="${CSS.escape(focused)}"]`)?.focus();
  };
  draw();
  const stop = store.on('work', draw);
  const dialog = openDialog('Work on this piece', { name: 'work' }, inside, message);
  dialog.addEventListener('close', stop);
}

function workParts(actions: Speaker): HTMLElement[] {
  const { work, opened } = actions.store;
  const whole = work.comments.filter(({ at }) => at === null);
  return [
    whoAndHowFar(actions, work),
    ...(work.checklist.length > 0 ? [checklist(actions, work)] : []),
    ...(work.needsSecond || work.approvals.length > 0 || work.mayApprove ? [approval(actions, work)] : []),
    ...(opened.piece.state === 'unpublished' ? [schedule(actions, work)] : []),
    ...whole.map((comment) => commentThread(actions, comment)),
    h(
      'p',
      {},
      button('Comment on the whole', () => askComment(actions, null), { class: 'button' }),
    ),
    h('p', {}, h('a', { href: `/desk/piece/${opened.piece.id}/history` }, 'History: revisions, and how they differ')),
  ];
}

function whoAndHowFar(actions: Speaker, work: WorkView): HTMLElement {
  const state = h(
    'select',
    { name: 'state', 'data-work': 'state' },
    ...Object.entries(stateNames).map(([value, name]) => h('option', { value, selected: value === work.state }, name)),
  );
  const assignee = h(
    'select',
    { name: 'assignee', 'data-work': 'assignee' },
    h('option', { value: '' }, 'Nobody yet'),
    ...work.staff.map(({ id, name }) => h('option', { value: id, selected: id === work.assignee }, name)),
  );
  const due = h('input', { type: 'datetime-local', name: 'due', value: work.due ?? '', 'data-work': 'due' });
  const keep = () =>
    void sayOfWork(actions, 'PUT', 'work', {
      state: state.value,
      assignee: assignee.value || null,
      due: due.value || null,
      changes: work.changes,
    });
  for (const field of [state, assignee, due]) field.addEventListener('change', keep);
  return h(
    'div',
    { class: 'fields' },
    h('label', {}, 'How far it is ', state),
    h('label', {}, 'Who does it ', assignee),
    h('label', {}, `Due (${work.zone}) `, due),
  );
}

function checklist(actions: Speaker, work: WorkView): HTMLElement {
  return h(
    'fieldset',
    {},
    h('legend', {}, 'Before it goes out'),
    ...work.checklist.map(({ item, checked }) => {
      const box = h('input', { type: 'checkbox', checked: checked !== null, 'data-work': `item ${item}` });
      box.addEventListener('change', () => void sayOfWork(actions, 'POST', 'checked', { item, checked: box.checked }));
      return h('label', { class: 'tick' }, box, ` ${item}`, checked !== null && h('small', {}, ` ${checked}`));
    }),
  );
}

function approval(actions: Speaker, work: WorkView): HTMLElement {
  const { saver } = actions;
  const approve = button(
    'I have read it, and stand for it',
    async () => {
      if (await saver.flush()) await sayOfWork(actions, 'POST', 'approve', { revision: saver.revision });
    },
    { class: 'button', 'data-work': 'approve' },
  );
  const now = work.approvals.filter(({ revision }) => revision === saver.revision);
  const words =
    now.length > 0
      ? `Read by ${now.map(({ by }) => by).join(', ')}, as it is now.`
      : work.needsSecond
        ? 'Here nobody publishes alone: somebody other than who saved it last has to read it as it is.'
        : 'Nobody has said that they read it as it is now.';
  return h(
    'div',
    { class: 'approval' },
    h('h3', {}, 'Second pair of eyes'),
    h('p', {}, words),
    work.mayApprove && approve,
  );
}

function schedule(actions: Speaker, work: WorkView): HTMLElement {
  const { saver } = actions;
  const set = work.schedule;
  const behind = set && set.stopped === null && set.revision !== saver.revision;
  const at = h('input', {
    type: 'datetime-local',
    name: 'at',
    value: set?.at ?? '',
    required: true,
    'data-work': 'at',
  });
  const form = h(
    'form',
    {
      class: 'line',
      onsubmit: async (event: SubmitEvent) => {
        event.preventDefault();
        if (await saver.flush())
          await sayOfWork(actions, 'POST', 'schedule', { revision: saver.revision, at: at.value });
      },
    },
    h('label', {}, `Goes out at (${work.zone}) `, at),
    h('button', { class: 'button', 'data-work': 'schedule' }, set ? 'Set it as it is now' : 'Set the time'),
    set && button('Take the time away', () => void sayOfWork(actions, 'POST', 'unschedule', {}), { class: 'quiet' }),
  );
  return h(
    'div',
    { class: 'schedule' },
    h('h3', {}, 'When it goes out'),
    h(
      'p',
      {},
      set === null
        ? 'It has no time. It goes out when somebody publishes it.'
        : (set.stopped ??
            `${set.words}, as revision ${set.revision}.${behind ? ' What was changed since is not in it.' : ''}`),
    ),
    work.mayPublish && form,
  );
}
