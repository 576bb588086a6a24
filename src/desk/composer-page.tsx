import { raw } from 'hono/html';
import { sectionsOf, sentencesOf } from '#pieces/pieces.ts';
import type { Publication } from '#publications/publications.ts';
import type { StaffMember } from '#staff/staff.ts';
import { languageAttributes } from '#ui/direction.ts';
import type { ComposerState } from './composer-state.ts';
import type { Desk } from './desk-context.ts';
import { deskPage } from './desk-frame.tsx';

/** The composer: the summary to read, which the island makes a summary to write. */
export function composerPage(desk: Desk, staff: StaffMember, publication: Publication, state: ComposerState): string {
  return deskPage(
    desk,
    { title: state.content.title, staff, publication, current: 'piece', islands: ['composer'], whole: true },
    <desk-composer class="composer" data-piece={state.piece.id}>
      <script type="application/json">{raw(jsonForScript(state))}</script>
      <Reading state={state} />
    </desk-composer>,
  );
}

/** JSON that cannot end the element it stands in. */
function jsonForScript(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</gu, '\\u003c')
    .replace(/\u2028/gu, '\\u2028')
    .replace(/\u2029/gu, '\\u2029');
}

/** What is seen before the island runs, and without scripts. */
function Reading({ state }: { state: ComposerState }) {
  const { content, marks, piece } = state;
  const { preamble, sections } = sectionsOf(content.blocks);
  const own = languageAttributes(piece.lang, 'en');
  return (
    <article class="page reading" {...own}>
      <noscript>
        <p class="notice" lang="en" dir="ltr">
          Editing needs JavaScript. You can read the summary here, and what stands between it and publishing.
        </p>
      </noscript>
      <h1>{content.title}</h1>
      <p class="lede">{content.lede}</p>
      <p>{sentencesOf(preamble).map(({ text }) => `${text} `)}</p>
      {sections.map(({ heading, blocks }) => (
        <section>
          <h2 {...languageAttributes(heading.lang, piece.lang)}>{heading.text}</h2>
          {blocks.map((block) => (
            <p>
              {sentencesOf([block]).map((sentence) => (
                <span {...languageAttributes(sentence.lang, piece.lang)}>{sentence.text} </span>
              ))}
            </p>
          ))}
        </section>
      ))}
      {marks.length > 0 && (
        <noscript>
          <ul class="marks" lang="en" dir="ltr">
            {marks.map((mark) => (
              <li>{mark.words}</li>
            ))}
          </ul>
        </noscript>
      )}
    </article>
  );
}
