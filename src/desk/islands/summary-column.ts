import type { Actions } from './actions.ts';
import { button, english, h, languageOf, newId } from './dom.ts';
import { caretIn, editable, placeCaret } from './editable.ts';
import { allSentences, type Caret, sentenceLists } from './edit-content.ts';
import { takeLanguage } from './edit-language.ts';
import { headingsOf } from './edit-sections.ts';
import { showMarks } from './marks-view.ts';
import { picturePart } from './picture-part.ts';
import { readsPart, topicsPart } from './furniture.ts';
import { sectionTools } from './section-tools.ts';
import { sentenceRow, whoSays } from './sentence-row.ts';
import type { Store } from './store.ts';

/** The summary as it will be read, every line of it to be written in. */
export function summaryColumn(actions: Actions): HTMLElement {
  const { store } = actions;
  const page = h('article', { class: 'page', 'aria-label': 'The summary', ...languageOf(store.content.lang) });
  const length = h('p', { class: 'length', ...english });
  const count = () => {
    length.textContent = lengthWords(store);
  };

  const draw = () => {
    const top = page.parentElement?.scrollTop ?? 0;
    const cursor = cursorIn(page);
    page.replaceChildren(length, ...parts(actions));
    count();
    showMarks(page, actions);
    light(page, store.active);
    if (page.parentElement) page.parentElement.scrollTop = top;
    if (cursor) focusOn(page, cursor.id, cursor.at);
  };
  store.on('shape', draw);
  store.on('text', count);
  store.on('marks', () => {
    showMarks(page, actions);
    // The server may have settled who vouched.
    for (const sentence of allSentences(store.content))
      page.querySelector(`[data-says="${sentence.id}"]`)?.replaceWith(whoSays(actions, sentence));
  });
  store.on('active', () => light(page, store.active));
  actions.goTo = (part, at) => {
    const place = page.querySelector<HTMLElement>(`[data-part="${part}"]`);
    if (!place) return;
    const from = place.getBoundingClientRect();
    if (from.top < 120 || from.bottom > innerHeight - 80) place.scrollIntoView({ block: 'center' });
    focusOn(page, part, at ?? place.textContent.length);
  };
  draw();
  return page;
}

/** Where the cursor is, so that drawing the page anew does not take it away. */
function cursorIn(page: HTMLElement): Caret | null {
  const here = document.activeElement;
  if (!(here instanceof HTMLElement) || !page.contains(here) || !here.dataset.part) return null;
  return { id: here.dataset.part, at: caretIn(here) ?? 0 };
}

function focusOn(page: HTMLElement, part: string, at: number): void {
  const place = page.querySelector<HTMLElement>(`[data-part="${part}"]`);
  if (place?.isContentEditable) placeCaret(place, at);
  else place?.focus({ preventScroll: true });
}

const wordsPerMinute = 225;

/** "412 words, about 2 minutes to read" */
function lengthWords({ content }: Store): string {
  const texts = [
    content.lede,
    ...headingsOf(content).map(({ text }) => text),
    ...allSentences(content).map(({ text }) => text),
  ];
  const words = texts.join(' ').split(/\s+/u).filter(Boolean).length;
  const minutes = Math.max(1, Math.round(words / wordsPerMinute));
  return `${words} words, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} to read`;
}

function light(page: HTMLElement, active: string | null): void {
  for (const row of page.querySelectorAll('.lit')) row.classList.remove('lit');
  page
    .querySelector(`[data-part="${active ?? ''}"]`)
    ?.closest('.row, .heading')
    ?.classList.add('lit');
}

function parts(actions: Actions): (HTMLElement | Text)[] {
  const { store } = actions;
  const { content } = store;
  const own = languageOf(content.lang);
  const simple = (tag: 'h1' | 'p', id: 'title' | 'lede', label: string, placeholder: string) => {
    const element = editable(
      tag === 'p' ? 'p' : 'span',
      { id, label, text: content[id], ...own, class: id, placeholder },
      (text) =>
        store.type(id, (piece) => {
          piece[id] = text;
        }),
    );
    element.addEventListener('focus', () => store.setActive(id));
    return tag === 'p' ? element : h(tag, {}, element);
  };
  let number = 0;
  const lists = sentenceLists(content);
  const blocks = content.blocks.map((block, index) => {
    if (block.type === 'heading') return headingPart(actions, index);
    if (block.type === 'figure' || block.type === 'embed')
      return h(
        'p',
        { class: 'kept-block' },
        block.type === 'figure' ? `Picture: ${block.image.caption || block.image.alt}` : `Link: ${block.note}`,
      );
    const rows = lists
      .filter((list) => list.block === block)
      .flatMap(({ sentences }) => sentences)
      .map((sentence) => sentenceRow(actions, sentence, (number += 1)));
    return h('div', { class: `block ${block.type}`, 'data-block': block.id }, ...rows);
  });
  return [
    h(
      'div',
      { class: 'top' },
      simple('h1', 'title', 'Title', 'Title'),
      h('div', { class: 'marks', 'data-marks': 'title', ...english }),
    ),
    h(
      'div',
      { class: 'top' },
      simple('p', 'lede', 'Lede', 'The lede: one sentence that names the developments'),
      h('div', { class: 'marks', 'data-marks': 'lede', ...english }),
      button('Write the lede from the headings', () => void actions.writeLede(), { class: 'quiet small', ...english }),
    ),
    picturePart(actions),
    ...blocks,
    h(
      'p',
      { class: 'add-section', ...english },
      button('Add an empty section', () => void actions.addSection(null)),
    ),
    readsPart(actions),
    topicsPart(actions),
  ];
}

function headingPart(actions: Actions, index: number): HTMLElement {
  const { store } = actions;
  const heading = store.content.blocks[index];
  if (heading?.type !== 'heading') return h('div');
  const place = languageOf(heading.lang ?? store.content.lang);
  const { id } = heading;
  const text = editable(
    'span',
    { id, label: 'Heading', text: heading.text, ...place, placeholder: 'Heading' },
    (words) =>
      store.type(id, (content) => {
        const block = content.blocks.find((each) => each.id === id);
        if (block?.type !== 'heading') return;
        block.text = words;
        takeLanguage(block, words, content.lang, text);
      }),
  );
  text.addEventListener('focus', () => store.setActive(id));
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    const added = { id: newId('s'), text: '', basis: { kind: 'uncited' as const } };
    const next = store.content.blocks[store.content.blocks.findIndex((block) => block.id === id) + 1];
    const [first] = next?.type === 'paragraph' ? next.sentences : [];
    if (first) return actions.goTo(first.id, 0);
    store.reshape((content) => {
      const at = content.blocks.findIndex((block) => block.id === id);
      content.blocks.splice(at + 1, 0, { type: 'paragraph', id: newId('p'), sentences: [added] });
    });
    actions.goTo(added.id);
  });
  return h(
    'div',
    { class: 'heading', 'data-heading': id },
    h('h2', {}, text),
    sectionTools(actions, id),
    h('div', { class: 'marks', 'data-marks': id, ...english }),
  );
}
