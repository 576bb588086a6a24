import { splitSentences } from '#lib/text/sentences.ts';
import type { ReportText, SpanRequest } from '../composer-state.ts';
import { ask } from './ask.ts';
import { h } from './dom.ts';

export interface Lit {
  start: number;
  end: number;
}

const texts = new Map<string, Promise<ReportText | null>>();

/** The text of one version of a report; it never changes, so it is fetched once. Null when it cannot be had now. */
export function fetchReport(report: string, version: number): Promise<ReportText | null> {
  const key = `${report}/${version}`;
  const known = texts.get(key);
  if (known) return known;
  const asked = ask<ReportText>('GET', `/desk/api/reports/${report}/${version}`).then((answer) =>
    'body' in answer ? answer : null,
  );
  texts.set(key, asked);
  void asked.then((text) => {
    if (!text) texts.delete(key);
  });
  return asked;
}

/**
 * A report's text, to the letter, with the cited spans lit. Its text nodes together are the body exactly, so that a
 * selection in it gives offsets into the body.
 */
export function reportText(text: ReportText, lit: Lit[]): HTMLElement {
  const element = h('div', {
    class: 'report-text',
    lang: text.lang,
    dir: text.dir,
    tabindex: 0,
    role: 'document',
    'aria-label':
      'The report’s text. Arrow keys choose a sentence, Enter cites it, I puts it in as a sentence, Q as a quotation at the cursor, F as a fact.',
    'data-report': text.id,
    'data-version': text.version,
  });
  let from = 0;
  for (const { start, end } of joined(lit)) {
    element.append(text.body.slice(from, start), h('mark', {}, text.body.slice(start, end)));
    from = end;
  }
  element.append(text.body.slice(from));
  element.addEventListener('keydown', (event) => stepSentence(element, text, event));
  element.addEventListener('click', () => {
    const selection = window.getSelection();
    const at = selection?.isCollapsed ? offsetIn(element, selection.focusNode, selection.focusOffset) : null;
    const span = at === null ? undefined : splitSentences(text.body).find((each) => each.start <= at && at <= each.end);
    if (span) select(element, span);
  });
  return element;
}

function joined(lit: Lit[]): Lit[] {
  const spans: Lit[] = [];
  for (const { start, end } of [...lit].sort((a, b) => a.start - b.start)) {
    const last = spans.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}

function stepSentence(element: HTMLElement, text: ReportText, event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const spans = splitSentences(text.body);
  const chosen = chosenSpan();
  const here =
    chosen?.report === text.id ? spans.findIndex((span) => span.start <= chosen.start && chosen.start < span.end) : -1;
  const next = spans[here < 0 ? 0 : here + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  select(element, next);
}

function select(element: HTMLElement, span: Lit): void {
  const range = document.createRange();
  const [startNode, startAt] = nodeAt(element, span.start);
  const [endNode, endAt] = nodeAt(element, span.end);
  range.setStart(startNode, startAt);
  range.setEnd(endNode, endAt);
  const selection = window.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  startNode.parentElement?.scrollIntoView({ block: 'nearest' });
}

function nodeAt(element: HTMLElement, offset: number): [Node, number] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    if (left <= node.length) return [node, left];
    left -= node.length;
  }
  return [element, element.childNodes.length];
}

function offsetIn(element: HTMLElement, node: Node | null, at: number): number | null {
  if (!node || !element.contains(node)) return null;
  const range = document.createRange();
  range.selectNodeContents(element);
  range.setEnd(node, at);
  return range.toString().length;
}

/** The words chosen in a report's text, white space at their ends left out; null when none are. */
export function chosenSpan(): (SpanRequest & { element: HTMLElement }) | null {
  const selection = window.getSelection();
  const range = selection && !selection.isCollapsed && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  const holder = range?.commonAncestorContainer;
  const element = (holder instanceof Element ? holder : holder?.parentElement)?.closest<HTMLElement>('.report-text');
  if (!range || !element) return null;
  const body = element.textContent;
  let start = offsetIn(element, range.startContainer, range.startOffset) ?? 0;
  let end = offsetIn(element, range.endContainer, range.endOffset) ?? 0;
  while (start < end && /\s/u.test(body.charAt(start))) start += 1;
  while (end > start && /\s/u.test(body.charAt(end - 1))) end -= 1;
  if (end <= start) return null;
  const { report = '', version = '0' } = element.dataset;
  return { element, report, version: Number(version), start, end, quote: body.slice(start, end) };
}
