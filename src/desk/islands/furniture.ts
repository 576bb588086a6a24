import type { RecommendedRead } from '#pieces/pieces.ts';
import type { Actions } from './actions.ts';
import { button, english, h, languageOf } from './dom.ts';

const emptyRead: RecommendedRead = { publisher: '', title: '', url: '' };

/** The recommended reads: `Publisher: headline`, each to be written in, moved and taken out. */
export function readsPart(actions: Actions): HTMLElement {
  const { store } = actions;
  const reads = store.content.recommendedReads;
  const add = () => {
    store.reshape((content) => content.recommendedReads.push({ ...emptyRead }));
    actions.goTo(`read-${reads.length - 1}-publisher`);
  };
  return h(
    'section',
    { class: 'furniture', 'data-part': 'reads', tabindex: -1, ...english },
    h('h3', {}, 'Recommended reads'),
    reads.length === 0 &&
      h('p', { class: 'soft' }, 'None yet. Four to seven are usual; “Recommend” beside a report adds it.'),
    h('ol', { class: 'reads' }, ...reads.map((read, index) => readRow(actions, read, index))),
    h('div', { class: 'marks', 'data-marks': 'reads' }),
    button('Add a read', add),
  );
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
        class: name,
        ...(name === 'url' ? { inputmode: 'url', dir: 'ltr', spellcheck: 'false' } : place),
        oninput: (event: InputEvent) => {
          const { value } = event.target as HTMLTextAreaElement;
          store.type(`read-${index}-${name}`, (content) => {
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
export function topicsPart({ store }: Actions): HTMLElement | Text {
  const { topics } = store.opened;
  if (topics.length === 0) return document.createTextNode('');
  const boxes = topics.map(({ slug, name }) => {
    const box = h('input', {
      type: 'checkbox',
      checked: store.content.topics.includes(slug),
      onchange: () =>
        store.type(`topic-${slug}`, (content) => {
          const others = content.topics.filter((each) => each !== slug);
          content.topics = box.checked ? [...others, slug] : others;
        }),
    });
    return h('label', {}, box, ' ', h('span', languageOf(store.content.lang), name));
  });
  return h(
    'section',
    { class: 'furniture', ...english },
    h('h3', {}, 'Topics'),
    h('div', { class: 'topics' }, ...boxes),
  );
}
