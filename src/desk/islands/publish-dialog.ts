import type { AdviceView, PublishAnswer } from '../composer-state.ts';
import type { Actions } from './actions.ts';
import { ask, troubleWords } from './ask.ts';
import { openDialog } from './dialog.ts';
import { button, h } from './dom.ts';
import { allSentences, dropEmpty } from './edit-content.ts';
import { headingsOf } from './edit-sections.ts';
import { whereIs } from './where-is.ts';
import { showWork } from './work-dialog.ts';

interface More {
  note?: string;
  noteKind?: 'correction' | 'update';
  sentence?: string;
}

/**
 * Publishes what is written, or says why not and where. A change to a live summary asks for its public note first. The button
 * waits without being disabled: that would take the cursor from who has no mouse.
 */
export async function publish(actions: Actions, send: HTMLButtonElement): Promise<void> {
  const { store, saver } = actions;
  if (send.ariaBusy === 'true') return;
  if (send.ariaDisabled === 'true') return actions.say(send.title, 'good');
  send.ariaBusy = 'true';
  store.reshape(dropEmpty);
  const saved = await saver.flush();
  // What is advised of these very words, not of those before them.
  if (saved && store.marks.length === 0) await actions.advice.look();
  send.ariaBusy = 'false';
  if (!saved) return actions.say('Not published: your words are not saved yet.', 'bad');
  if (store.marks.length > 0) return void (await request(actions, {}));
  const settled = () => (store.opened.piece.state !== 'unpublished' ? askNote(actions) : confirm(actions));
  if (store.advice.some(({ waits }) => waits)) settle(actions, settled);
  else settled();
}

async function request(actions: Actions, more: More): Promise<void> {
  const { store, saver } = actions;
  const answer = await ask<PublishAnswer>('POST', `/desk/api/pieces/${store.opened.piece.id}/publish`, {
    revision: saver.revision,
    ...more,
  });
  switch (answer.kind) {
    case 'published':
      return published(actions, answer);
    case 'not-published':
      actions.say(answer.words, 'bad');
      store.setMarks(answer.marks);
      if (answer.marks[0]) actions.goTo(answer.marks[0].at);
      return;
    case 'unsettled':
      // What was noticed only after the button was pressed.
      actions.say(answer.words, 'bad');
      store.setAdvice(answer.advice);
      return settle(actions, () => void request(actions, more));
    case 'conflict':
      return saver.meet(answer);
    default:
      actions.say(troubleWords(answer), 'bad');
  }
}

/** Has every note that publishing waits for mended or left as it is, and then goes on. */
function settle(actions: Actions, then: () => void): void {
  const { store } = actions;
  const list = h('ul', { class: 'advised' });
  const message = h('p', { class: 'message', role: 'status' });
  let focused = 0;
  const leave = async ({ at, name }: AdviceView, index: number) => {
    focused = index;
    if (!(await actions.leave(at, name ?? ''))) {
      message.textContent = 'Not kept just now. Try again.';
      return;
    }
    store.setAdvice(store.advice.filter((each) => each.at !== at || each.name !== name));
  };
  const draw = () => {
    const waiting = store.advice.filter(({ waits }) => waits);
    if (waiting.length === 0) {
      dialog.close();
      return then();
    }
    list.replaceChildren(
      ...waiting.map((each, index) =>
        h(
          'li',
          {},
          h('p', { id: `settled-${index}` }, `${whereIs(actions, each.at)}${each.words}`),
          h('p', { class: 'soft' }, each.todo),
          h(
            'p',
            { class: 'actions' },
            button('Leave it', () => void leave(each, index), {
              ...{ class: 'button', 'data-leave': each.kind },
              'aria-describedby': `settled-${index}`,
            }),
            button('Go there', () => {
              dialog.close();
              actions.goTo(each.at);
            }),
          ),
        ),
      ),
    );
    list.querySelectorAll<HTMLElement>('[data-leave]')[Math.min(focused, waiting.length - 1)]?.focus();
  };
  const dialog = openDialog(
    'Before this goes out',
    { name: 'settle' },
    h('p', {}, 'Look at each of these. Mend it, or leave it as it is: your name is kept with that.'),
    list,
    message,
  );
  const stop = store.on('advice', draw);
  dialog.addEventListener('close', stop);
  draw();
}

function published(actions: Actions, answer: Extract<PublishAnswer, { kind: 'published' }>): void {
  const { store } = actions;
  const { piece } = store.opened;
  piece.state = 'live';
  piece.liveRevision = answer.revision;
  store.opened.live = liveTexts(actions);
  store.tell('saving');
  openDialog(
    'Published',
    { name: 'published' },
    h('p', {}, answer.words),
    h(
      'p',
      { class: 'actions' },
      h('a', { class: 'button strong', href: answer.path }, 'Read it on the site'),
      h('a', { class: 'button', href: '/desk' }, 'To the publications'),
    ),
  );
  actions.say(answer.words, 'good');
}

function confirm(actions: Actions): void {
  const { store } = actions;
  const now = h('button', { class: 'strong', 'data-confirm': 'publish' }, 'Publish now');
  const form = h(
    'form',
    {
      onsubmit: (event: SubmitEvent) => {
        event.preventDefault();
        dialog.close();
        void request(actions, {});
      },
    },
    h(
      'p',
      {},
      'Readers get it at ',
      h('code', {}, store.opened.piece.livePath),
      ', in the lists and in the feeds. No mark stands.',
    ),
    h('p', { class: 'soft' }, store.opened.checked),
    h(
      'p',
      { class: 'actions' },
      now,
      button('At a time…', () => {
        dialog.close();
        showWork(actions);
      }),
    ),
  );
  const dialog = openDialog(`Publish this ${actions.store.opened.piece.noun}?`, { name: 'confirm' }, form);
  now.focus();
}

function askNote(actions: Actions): void {
  const changes = changedSince(actions);
  const note = h('textarea', { rows: 3, required: true, maxlength: 2000, name: 'note', 'aria-label': 'Public note' });
  const wasWrong = h('input', { type: 'radio', name: 'noteKind', value: 'correction', checked: true });
  const isNew = h('input', { type: 'radio', name: 'noteKind', value: 'update' });
  const where = h(
    'select',
    { name: 'sentence', 'aria-label': 'Where it stood' },
    ...changes
      .filter(({ id }) => id !== null)
      .map(({ id, after, before }) => h('option', { value: id ?? '' }, shorten(after || before))),
    h('option', { value: '' }, `The whole ${actions.store.opened.piece.noun}`),
  );
  const form = h(
    'form',
    {
      onsubmit: (event: SubmitEvent) => {
        event.preventDefault();
        dialog.close();
        const noteKind = isNew.checked ? 'update' : 'correction';
        void request(actions, { note: note.value, noteKind, ...(where.value ? { sentence: where.value } : {}) });
      },
    },
    changes.length > 0 &&
      h(
        'ul',
        { class: 'changes' },
        ...changes
          .slice(0, 12)
          .map(({ before, after }) =>
            h('li', {}, before ? h('del', {}, before) : '', ' ', after ? h('ins', {}, after) : ''),
          ),
      ),
    h(
      'p',
      { class: 'ticks' },
      h('label', { class: 'tick' }, wasWrong, ' A correction: something was wrong'),
      h('label', { class: 'tick' }, isNew, ' An update: something is new'),
    ),
    h('label', {}, 'What was wrong, or is new, for readers ', note),
    h(
      'p',
      { class: 'soft' },
      'For example: “An earlier version said 34 people were killed; the hospital’s count is 31.”',
    ),
    h('label', {}, 'Where it stood ', where),
    h(
      'p',
      { class: 'actions' },
      h('button', { class: 'strong', 'data-confirm': 'correct' }, 'Publish it with this note'),
    ),
  );
  const dialog = openDialog('Publish a change', { name: 'correct' }, form);
  note.focus();
}

interface Change {
  /** Null where the sentence is there no more. */
  id: string | null;
  before: string;
  after: string;
}

function changedSince(actions: Actions): Change[] {
  const { live } = actions.store.opened;
  if (!live) return [];
  const now = liveTexts(actions);
  const sentences = new Set(allSentences(actions.store.content).map(({ id }) => id));
  return [...new Set([...Object.keys(now), ...Object.keys(live)])].flatMap((id) => {
    const change = { id: sentences.has(id) ? id : null, before: live[id] ?? '', after: now[id] ?? '' };
    return change.before === change.after ? [] : [change];
  });
}

function liveTexts({ store }: Actions): Record<string, string> {
  const { content } = store;
  const parts = [...headingsOf(content), ...allSentences(content)].map(({ id, text }) => [id, text]);
  return Object.fromEntries([['title', content.title], ['lede', content.lede], ...parts]);
}

function shorten(text: string): string {
  return text.length > 90 ? `${text.slice(0, 88)}…` : text;
}
