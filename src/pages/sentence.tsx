/** A sentence as it is read: its text with the marks over it, then the small numbers that open its notes. */
import type { Child } from 'hono/jsx';
import type { Mark } from '#pieces/pieces.ts';
import { languageAttributes, runsOf } from '#ui/direction.ts';
import { wordsOf } from '#locales/locales.ts';
import { safeHref } from '#ui/safe-href.ts';
import { nameOf, type Reading } from './reading.ts';
import type { NoteView, SentenceView } from './text-view.ts';

interface SentencesProps {
  sentences: SentenceView[];
  notes: NoteView[];
  reading: Reading;
}

/** Sentences in a row, a space between each two. */
export function Sentences({ sentences, notes, reading }: SentencesProps) {
  return (
    <>
      {sentences.map((sentence, index) => (
        <>
          {index > 0 && ' '}
          <Sentence sentence={sentence} notes={notes} reading={reading} />
        </>
      ))}
    </>
  );
}

function Sentence({ sentence, notes, reading }: { sentence: SentenceView; notes: NoteView[]; reading: Reading }) {
  const lang = sentence.lang ?? reading.lang;
  const cited = sentence.notes.flatMap((number) => notes.find((note) => note.number === number) ?? []);
  const id = reading.corrected.has(sentence.id) ? reading.sentenceAnchor(sentence.id) : undefined;
  return (
    <span id={id} {...languageAttributes(sentence.lang, reading.lang)}>
      <MarkedText text={sentence.text} marks={sentence.marks} lang={lang} />
      {cited.map((note) => (
        <NoteMark note={note} reading={reading} />
      ))}
    </span>
  );
}

/**
 * A link to the note for every browser, and beside it a button that shows the note in place where the browser can:
 * the style sheet lets exactly one of the two be seen. The button's number is drawn from `value`, so that it is
 * neither copied with the text nor read twice. A link of an imported page has its line below and no button.
 */
function NoteMark({ note, reading }: { note: NoteView; reading: Reading }) {
  const { label, anchor } = nameOf(note, reading);
  const sourced = note.kind === 'report' || note.kind === 'linked';
  const name = wordsOf(reading.lang).noteName(label);
  if (note.kind === 'linked')
    return (
      <sup>
        <a href={`#${anchor}`} aria-label={name}>
          {label}
        </a>
      </sup>
    );
  return (
    <sup class={sourced ? undefined : 'unsourced'}>
      <a href={`#${anchor}`}>{label}</a>
      <button type="button" popovertarget={anchor} value={label} aria-label={name} />
    </sup>
  );
}

/** Text with its strong, emphasised and linked runs; a link to nowhere safe stays text. */
export function MarkedText({ text, marks, lang }: { text: string; marks: Mark[]; lang: string }): Child {
  const edges = [...new Set([0, text.length, ...marks.flatMap((mark) => [mark.start, mark.end])])]
    .filter((edge) => edge >= 0 && edge <= text.length)
    .sort((a, b) => a - b);
  const pieces: Child[] = [];
  for (const [index, start] of edges.entries()) {
    const end = edges[index + 1];
    if (end === undefined) break;
    const over = marks.filter((mark) => mark.start <= start && mark.end >= end);
    pieces.push(over.reduce<Child>(wrapped, <Isolated text={text.slice(start, end)} lang={lang} />));
  }
  return <>{pieces}</>;
}

function wrapped(inner: Child, mark: Mark): Child {
  if (mark.type === 'strong') return <strong>{inner}</strong>;
  if (mark.type !== 'link') return <em>{inner}</em>;
  const href = safeHref(mark.href);
  return href ? <a href={href}>{inner}</a> : inner;
}

/** Plain text in which, from right to left, "S-300" and "12%" keep their order. */
export function Isolated({ text, lang }: { text: string; lang: string }) {
  return <>{runsOf(text, lang).map((run) => (run.isolated ? <Held text={run.text} /> : run.text))}</>;
}

/** A code or figure of one word is not broken at its hyphen either. */
function Held({ text }: { text: string }) {
  return (
    <bdi dir="ltr" class={/\s/.test(text) || text.length > 16 ? undefined : 'held'}>
      {text}
    </bdi>
  );
}
