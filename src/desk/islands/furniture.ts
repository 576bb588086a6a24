import type { RecommendedRead } from '#pieces/pieces.ts';
import type { Actions } from './actions.ts';
import { dayPanel, findReads } from './day-panel.ts';
import { button, english, h, languageOf } from './dom.ts';

const emptyRead: RecommendedRead = { publisher: '', title: '', url: '' };

/** The recommended reads: `Publisher: headline`, each to be written in, moved and taken out. */
export function readsPart(actions: Actions): HTMLElement {
  const { store } = actions;
  const list = h('ol', { class: 'reads' });
  const none = h('p', { class: 'soft' }, 'None yet. Four to seven are usual; “Recommend” beside a report adds it.');
  let drawn = '';
  const draw = () => {
    const reads = store.content.recommendedReads;
    const now = JSON.stringify(reads);
    if (now === drawn || now === written(list, reads)) return;
    drawn = now;
    none.hidden = reads.length > 0;
    list.replaceChildren(...reads.map((read, index) => readRow(actions, read, index)));
  };
  store.on('text', draw);
  draw();
  const add = () => {
    store.reshape((content) => content.recommendedReads.push({ ...emptyRead }));
    actions.goTo(`read-${store.content.recommendedReads.length - 1}-publisher`);
  };
  const find = async () => {
    const panel = await dayPanel(store);
    if (!panel) return actions.say('The day’s reports cannot be had just now.', 'bad');
    const found = findReads(store, panel);
    if (found.length === 0) return actions.say('No other report of the day has an address to recommend.');
    store.reshape((content) => content.recommendedReads.push(...found));
    actions.say('Reports of the day that nothing here cites stand as reads. Undo takes them out.', 'good');
  };
  return h(
    'section',
    { class: 'furniture', 'data-part': 'reads', tabindex: -1, 'aria-label': 'Recommended reads', ...english },
    h('h2', {}, 'Recommended reads'),
    none,
    list,
    h(
      'p',
      { class: 'actions' },
      button('Find reads', () => void find()),
      button('Add a read', add),
    ),
  );
}

/** The reads as the fields show them: what is being written is not drawn anew under the cursor. */
function written(list: HTMLElement, reads: RecommendedRead[]): string {
  const shown = [...list.children].map((row) =>
    Object.fromEntries([...row.querySelectorAll('textarea')].map((field) => [field.dataset.name, field.value])),
  );
  const same =
    shown.length === reads.length &&
    reads.every(({ publisher, title, url }, index) => {
      const row = shown[index];
      return row?.publisher === publisher && row.title === title && row.url === url;
    });
  return same && reads.length > 0 ? JSON.stringify(reads) : '';
}

function readRow(actions: Actions, read: RecommendedRead, index: number): HTMLElement {
  const { store } = actions;
  const place = languageOf(read.lang ?? store.content.lang);
  const field = (name: 'publisher' | 'title' | 'url', label: string) =>
    h(
      'textarea',
      {
        rows: 1,
        'aria-label': `${label} of read ${index + 1}`,
        placeholder: label,
        'data-part': `read-${index}-${name}`,
        'data-name': name,
        class: name,
        ...(name === 'url' ? { inputmode: 'url', dir: 'ltr', spellcheck: 'false' } : place),
        oninput: (event: InputEvent) => {
          const { value } = event.target as HTMLTextAreaElement;
          store.reshape((content) => {
            const row = content.recommendedReads[index];
            if (row) row[name] = value.replace(/\s*\n\s*/gu, ' ');
          });
        },
      },
      read[name],
    );
  const move = (step: 1 | -1) =>
    store.reshape((content) => {
      const list = content.recommendedReads;
      const [here, there] = [list[index], list[index + step]];
      if (!here || !there) return;
      list[index] = there;
      list[index + step] = here;
    });
  const remove = () => {
    store.reshape((content) => content.recommendedReads.splice(index, 1));
    actions.say('The read is out. Undo brings it back.');
  };
  return h(
    'li',
    {},
    field('publisher', 'Publisher'),
    field('title', 'Headline'),
    field('url', 'Address'),
    h(
      'div',
      { class: 'tools', role: 'group', 'aria-label': `Read ${index + 1}` },
      button('↑', () => move(-1), { 'aria-label': 'Move the read up' }),
      button('↓', () => move(1), { 'aria-label': 'Move the read down' }),
      button('×', remove, { 'aria-label': 'Take the read out' }),
    ),
  );
}

/** Which of the publication's topics the summary is filed under. */
export function topicsPart({ store }: Actions): HTMLElement | null {
  const { topics } = store.opened;
  if (topics.length === 0) return null;
  const boxes = topics.map(({ slug, name }) => {
    const box = h('input', {
      type: 'checkbox',
      checked: store.content.topics.includes(slug),
      onchange: () =>
        store.reshape((content) => {
          const others = content.topics.filter((each) => each !== slug);
          content.topics = box.checked ? [...others, slug] : others;
        }),
    });
    store.on('text', () => {
      box.checked = store.content.topics.includes(slug);
    });
    return h('label', {}, box, ' ', h('span', languageOf(store.content.lang), name));
  });
  return h(
    'section',
    { class: 'furniture', 'aria-label': 'Topics', ...english },
    h('h2', {}, 'Topics'),
    h('div', { class: 'topics' }, ...boxes),
  );
}
