import type { AdviceView } from '../composer-state.ts';
import type { Actions } from './actions.ts';
import { button, h } from './dom.ts';
import { showCopies } from './copy-dialog.ts';
import { whereIs } from './where-is.ts';
import { whoElse } from './who-else.ts';
import { publish } from './publish-dialog.ts';
import { showWork } from './work-dialog.ts';
import { workWords } from './work.ts';

const saveWords = {
  saved: 'Saved',
  changed: 'Not saved yet…',
  saving: 'Saving…',
  offline: 'Offline: kept in this browser, sent when the desk is back',
  conflict: 'Somebody else saved; see the two versions',
  refused: 'Not saved',
  'signed-out': 'Signed out: kept in this browser. Sign in again in another tab.',
};

/** What is always in sight: whether it is saved, what stands in the way of publishing, and the way out. */
export function stateBar(actions: Actions, message: HTMLElement): HTMLElement {
  const { store, saver } = actions;
  const { piece } = store.opened;
  const state = h('span', { class: 'save-state', role: 'status', 'data-save': 'saved' });
  const marks = h('details', { class: 'standing-marks', 'data-standing-marks': true });
  const send = button('Publish', () => void publish(actions, send), { class: 'strong', 'data-publish': true });
  const showState = () => {
    const revision = saver.state === 'saved' ? `, revision ${saver.revision}` : '';
    state.dataset.save = saver.state;
    // That it was saved again is read out to nobody who writes; that it was not, is.
    state.setAttribute('aria-live', ['saved', 'changed', 'saving'].includes(saver.state) ? 'off' : 'polite');
    state.textContent = `${saveWords[saver.state]}${revision}${saver.reason ? `: ${saver.reason}` : ''}`;
    const live = piece.liveRevision;
    const more = { live: ' a change', withdrawn: ' again', unpublished: '' }[piece.state];
    send.replaceChildren('Publish', h('span', { class: 'wide' }, more), '…');
    const isOut = piece.state === 'live' && saver.state === 'saved' && live === saver.revision;
    send.ariaDisabled = String(isOut);
    send.title = isOut ? 'Readers have this revision already' : '';
  };
  const working = button('', () => showWork(actions), {
    'data-show-work': true,
    title: 'How far it is, who does it, comments, when it goes out (Alt+W)',
  });
  const showWorking = () => {
    const { work } = store;
    const open = work.comments.length;
    const set = work.schedule && piece.state === 'unpublished' ? work.schedule : null;
    working.replaceChildren(
      set === null ? workWords(work) : set.stopped === null ? set.words : 'It did not go out',
      open > 0 ? ` · ${open} ${open === 1 ? 'comment' : 'comments'}` : '',
    );
    working.classList.toggle('bad', set !== null && set.stopped !== null);
  };
  store.on('work', showWorking);
  showWorking();
  const showMarks = () => {
    const count = store.marks.length;
    const looks = store.advice.length;
    const words = count === 0 ? 'No mark' : `${count} ${count === 1 ? 'mark' : 'marks'}`;
    marks.dataset.count = String(count);
    marks.replaceChildren(
      h(
        'summary',
        {},
        words,
        h('span', { class: 'wide' }, count === 0 ? ' stands' : ' before publishing'),
        looks > 0 && h('span', { class: 'looks' }, ` · ${looks} to look at`),
      ),
      h(
        'div',
        { class: 'list' },
        count === 0
          ? h('p', {}, `Nothing stands between this ${piece.noun} and publishing.`)
          : h(
              'ol',
              {},
              ...store.marks.map((mark) =>
                h(
                  'li',
                  {},
                  button(`${whereIs(actions, mark.at)}${mark.words}`, () => jump(mark.at)),
                ),
              ),
            ),
        looks > 0 && h('p', {}, looksWords(store.advice)),
        looks > 0 &&
          h(
            'ol',
            {},
            ...store.advice.map((each) =>
              h(
                'li',
                {},
                button(`${whereIs(actions, each.at)}${each.words}`, () => jump(each.at)),
              ),
            ),
          ),
        h('p', { class: 'soft' }, store.opened.checked),
      ),
    );
  };
  const jump = (at: string) => {
    marks.open = false;
    actions.goTo(at);
  };
  store.on('saving', showState);
  store.on('marks', showMarks);
  store.on('advice', showMarks);
  showState();
  showMarks();
  document.addEventListener('click', (event) => {
    if (event.target instanceof Node && !marks.contains(event.target)) marks.open = false;
  });
  return h(
    'div',
    { class: 'state-bar' },
    h(
      'a',
      { class: 'back', href: `/desk/${piece.publication}/${piece.noun === 'summary' ? (piece.day ?? '') : 'pieces'}` },
      `← ${piece.noun === 'summary' && piece.day ? dayWords(piece.day) : 'Pieces'}`,
    ),
    state,
    whoElse(actions),
    message,
    working,
    marks,
    h('a', { class: 'button', href: `/desk/piece/${piece.id}/preview`, onclick: () => void saver.flush() }, 'Preview'),
    button('Copy…', () => showCopies(actions), {
      class: 'wide',
      title: 'Copy for a mail, a message, or as text (Alt+O)',
    }),
    h(
      'a',
      { class: 'button wide', href: `/desk/piece/${piece.id}/details`, onclick: () => void saver.flush() },
      'Details',
    ),
    h(
      'a',
      { class: 'button wide', href: `/desk/piece/${piece.id}/history`, onclick: () => void saver.flush() },
      'History',
    ),
    piece.state === 'live' && h('a', { class: 'button wide', href: piece.livePath }, 'Live page'),
    send,
  );
}

/** "Fri 20 November" */
function dayWords(day: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`)).replace(',', '');
}

function looksWords(advice: readonly AdviceView[]): string {
  const waiting = advice.filter(({ waits }) => waits).length;
  if (waiting === 0) return 'To be looked at. Publishing waits for none of it.';
  return waiting === advice.length
    ? 'To be mended, or left as it is, before publishing.'
    : `To be looked at. Publishing waits for ${waiting} of it.`;
}
