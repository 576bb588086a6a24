import type { Basis, Citation } from '#pieces/pieces.ts';
import type {
  CheckAnswer,
  CiteAnswer,
  LedeAnswer,
  MarkView,
  OverrideAnswer,
  SectionAnswer,
  SentenceAnswer,
  SpanRequest,
} from '../composer-state.ts';
import { AdviceKeeper } from './advice.ts';
import { ask, troubleWords } from './ask.ts';
import { whoSays } from './who-says.ts';
import { newId } from './dom.ts';
import { allSentences, findSentence, insertAfter, insertWords } from './edit-content.ts';
import { emptySection, headingAbove, headingsOf } from './edit-sections.ts';
import { placeOf } from './editor/places.ts';
import type { Saver } from './saver.ts';
import type { Store } from './store.ts';

/** Says what was done, in plain words. */
export type Say = (words: string, tone?: 'good' | 'bad') => void;

/** What an editor does to sentences that needs the server: citing, checking, vouching, overriding. Each says its result. */
export class Actions {
  readonly store: Store;
  readonly saver: Saver;
  readonly say: Say;
  readonly advice: AdviceKeeper;
  /** Moves the cursor to a part of the summary. */
  goTo: (part: string, at?: number) => void = () => {};

  constructor(store: Store, saver: Saver, say: Say) {
    this.store = store;
    this.saver = saver;
    this.say = say;
    this.advice = new AdviceKeeper(store);
  }

  get #api(): string {
    return `/desk/api/pieces/${this.store.opened.piece.id}`;
  }

  /** Holds a changed sentence against what it cites, and counts its citations as made for it when it is clean. */
  async check(id: string): Promise<void> {
    if (!(await this.saver.flush())) return this.say('Not checked: your words are not saved yet.', 'bad');
    const { changes } = this.store;
    const answer = await ask<CheckAnswer>('POST', `${this.#api}/check`, { base: this.saver.revision, sentence: id });
    switch (answer.kind) {
      case 'checked': {
        this.store.takeBases({ [id]: answer.basis });
        this.saver.continueFrom(answer.revision, { clean: this.store.changes === changes });
        this.store.setMarks(answer.marks);
        this.store.tell('active');
        return this.say(
          'Checked: names, numbers and quotations stand in the cited span. Nobody checked who did what.',
          'good',
        );
      }
      case 'unclean':
        this.store.setMarks([...this.store.marks.filter((mark) => mark.at !== id), ...answer.marks]);
        return this.say(`Not lifted. ${answer.marks.map((mark) => mark.words).join(' ')}`, 'bad');
      case 'conflict':
        return this.saver.meet(answer);
      default:
        return this.say(troubleWords(answer), 'bad');
    }
  }

  /** Makes the chosen words of a report what the sentence under the cursor rests on. */
  async cite(span: SpanRequest): Promise<void> {
    const { active } = this.store;
    const target = active === null ? null : findSentence(this.store.content, active);
    if (!target) return this.say('Put the cursor in a sentence of the text first, then cite.', 'bad');
    const answer = await ask<CiteAnswer>('POST', `${this.#api}/cite`, span);
    if (answer.kind !== 'cited') return this.say(troubleWords(answer), 'bad');
    this.store.evidence.set(answer.evidence.id, answer.evidence);
    this.#withBasis(target.sentence.id, (basis, text) => {
      const citation: Citation = { ...answer.citation, madeFor: text };
      const before = basis.kind === 'cited' ? basis.citations : [];
      return { kind: 'cited', citations: [...before, citation] };
    });
    this.say(`Cited: ${answer.evidence.outlet}, word for word.`, 'good');
  }

  /** Puts the chosen words into the summary as a sentence of the outlet's, quoted, attributed and cited. */
  async insert(span: SpanRequest): Promise<void> {
    const answer = await ask<SentenceAnswer>('POST', `${this.#api}/sentence`, span);
    if (answer.kind !== 'made') return this.say(troubleWords(answer), 'bad');
    this.store.evidence.set(answer.evidence.id, answer.evidence);
    this.store.reshape((content) => insertAfter(content, this.store.active, answer.sentence, newId));
    this.goTo(answer.sentence.id);
    this.say(`Put in: ${answer.evidence.outlet}’s own words, quoted and cited.`, 'good');
  }

  /** Puts the chosen words into the sentence at the cursor, as a quotation or as a fact, with who says so and the citation. */
  async quoteInto(span: SpanRequest, as: 'quotation' | 'fact'): Promise<void> {
    const { store } = this;
    const { active } = store;
    const place = active === null ? null : placeOf(store.state.doc, active);
    if (active === null || !place || !findSentence(store.content, active)) return this.insert(span);
    const { head } = store.state.selection;
    const answer = await ask<CiteAnswer>('POST', `${this.#api}/cite`, span);
    if (answer.kind !== 'cited') return this.say(troubleWords(answer), 'bad');
    const { evidence, citation } = answer;
    store.evidence.set(evidence.id, evidence);
    const quote = span.quote.replace(/\s+/gu, ' ');
    const words = `${as === 'quotation' ? quoted(quote, store.content.lang) : quote} (${evidence.outlet})`;
    store.reshape((content) => {
      const found = findSentence(content, active);
      if (!found) return;
      const { sentence } = found;
      insertWords(sentence, words, head - place.from);
      const before = sentence.basis.kind === 'cited' ? sentence.basis.citations : [];
      sentence.basis = { kind: 'cited', citations: [...before, { ...citation, madeFor: sentence.text }] };
    });
    this.goTo(active);
    this.say(`Put in: ${evidence.outlet} is named and cited.`, 'good');
  }

  uncite(sentenceId: string, citationId: string): void {
    this.#withBasis(sentenceId, (basis) => {
      const left = basis.kind === 'cited' ? basis.citations.filter((citation) => citation.id !== citationId) : [];
      return left.length > 0 ? { kind: 'cited', citations: left } : { kind: 'uncited' };
    });
    this.say('The citation is off this sentence. Undo brings it back.');
  }

  /** The server adds by whom and when. */
  vouch(id: string): void {
    this.#withBasis(id, () => ({ kind: 'vouched', by: '', at: '' }));
    this.say('You stand for this sentence as background; it is kept with your name.', 'good');
  }

  ownReporting(id: string): void {
    this.#withBasis(id, () => ({ kind: 'own' }));
    this.say('Marked as our own reporting. Nothing here checks it.', 'good');
  }

  unvouch(id: string): void {
    this.#withBasis(id, () => ({ kind: 'uncited' }));
    this.say('This sentence rests on nothing now.');
  }

  /** What was advised is not told again while the text stays as it is. */
  async leave(at: string, advice: string): Promise<boolean> {
    const kept = await this.override(at, advice, 'Seen, and left as it is.');
    if (kept) this.say('Left as it is; it is told again if the words change.', 'good');
    return kept;
  }

  async override(at: string, mark: string, reason: string): Promise<boolean> {
    if (!(await this.saver.flush())) {
      this.say('Not kept: your words are not saved yet.', 'bad');
      return false;
    }
    const answer = await ask<OverrideAnswer>('POST', `${this.#api}/override`, { at, mark, reason });
    if (answer.kind !== 'kept') {
      this.say(troubleWords(answer), 'bad');
      return false;
    }
    this.store.overrides = answer.overrides;
    this.store.setMarks(answer.marks);
    this.say('The mark stands aside, with your reason and your name.', 'good');
    return true;
  }

  /** Adds a section after the one under the cursor, or at the end: made from a development, or empty. */
  async addSection(development: string | null): Promise<void> {
    const answer: SectionAnswer | Awaited<ReturnType<typeof ask<SectionAnswer>>> =
      development === null
        ? { kind: 'made', blocks: emptySection(newId), evidence: [] }
        : await ask<SectionAnswer>('POST', `${this.#api}/section`, { development, day: this.store.reportsOf });
    if (answer.kind !== 'made') return this.say(troubleWords(answer), 'bad');
    for (const evidence of answer.evidence) this.store.evidence.set(evidence.id, evidence);
    this.store.reshape((content) => content.blocks.push(...answer.blocks));
    const [heading] = answer.blocks;
    if (heading) this.goTo(heading.id);
    this.say(
      development === null
        ? 'An empty section stands at the end.'
        : 'A section stands at the end: the outlets’ own words, quoted and cited.',
      'good',
    );
  }

  /** Writes the lede anew from the headings that are in the piece's language, in the house form. */
  async writeLede(): Promise<void> {
    const own = this.store.content.lang;
    const headings = headingsOf(this.store.content).flatMap(({ text, lang = own }) => (lang === own ? text : []));
    const answer = await ask<LedeAnswer>('POST', `${this.#api}/lede`, { headings });
    if (answer.kind !== 'made') return this.say(troubleWords(answer), 'bad');
    this.store.reshape((content) => {
      content.lede = answer.lede;
    });
    this.goTo('lede');
    this.say('The lede says the headings now. Undo brings the old one back.', 'good');
  }

  /** The heading above the part under the cursor. */
  headingHere(): string | null {
    const { active, content } = this.store;
    if (active === null) return null;
    const found = findSentence(content, active);
    return found ? headingAbove(content, found.block.id) : headingAbove(content, active);
  }

  /** The next part with a mark after the cursor, round from the end. */
  /** To the next mark, and past the last to what should be looked at; what stands there is said. */
  goToNextMark(): void {
    const { marks, advice } = this.store;
    const all = marks.length > 0 ? marks : advice;
    const order = [...new Set(all.map((mark) => mark.at))];
    if (order.length === 0) return this.say('No mark stands.', 'good');
    const parts = [
      'title',
      'top-image',
      'lede',
      ...this.store.content.blocks.flatMap((block) => [
        block.id,
        ...allSentences({ ...this.store.content, blocks: [block] }).map(({ id }) => id),
      ]),
    ];
    const here = parts.indexOf(this.store.active ?? '');
    const next = order.find((at) => parts.indexOf(at) > here) ?? order[0];
    if (!next) return;
    this.goTo(next);
    this.say(wordsAt(all, next), marks.length > 0 ? 'bad' : undefined);
  }

  /** What the part under the cursor rests on, and what is amiss with it. */
  sayBasis(): void {
    const { active, content, marks, advice } = this.store;
    if (active === null) return this.say('Put the cursor in a sentence.');
    const sentence = findSentence(content, active)?.sentence;
    const rests = sentence
      ? `${whoSays(this.store, sentence.basis).words}.`
      : 'It rests on the sentences that stand below it and what they cite.';
    this.say([rests, wordsAt([...marks, ...advice], active)].filter(Boolean).join(' '));
  }

  #withBasis(id: string, make: (basis: Basis, text: string) => Basis): void {
    this.store.reshape((content) => {
      const found = findSentence(content, id);
      if (found) found.sentence.basis = make(found.sentence.basis, found.sentence.text);
    });
    this.store.tell('active');
  }
}

function quoted(words: string, lang: string): string {
  return lang.startsWith('ar') || lang.startsWith('fr')
    ? `«${words}»`
    : `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

/** What is said of a part, with what to do about it. */
function wordsAt(marks: MarkView[], at: string): string {
  return marks
    .filter((mark) => mark.at === at)
    .map(({ words, todo }) => `${words} ${todo}`)
    .join(' ');
}
