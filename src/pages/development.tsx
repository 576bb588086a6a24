/** One development, or a section of another kind of piece: its heading, what it rests on in a line, its text, and who says so. */
import { wordsOf } from '#locales/locales.ts';
import { Phrased } from '#ui/phrase.tsx';
import { Blocks } from './blocks.tsx';
import { Histories } from './histories.tsx';
import { NoteList } from './note-list.tsx';
import { basisOf, type HeadingLevel, type Reading } from './reading.ts';
import { Isolated } from './sentence.tsx';
import { Story } from './story.tsx';
import type { SectionView } from './text-view.ts';

export function Development({
  section,
  reading,
  level,
}: {
  section: SectionView;
  reading: Reading;
  level: HeadingLevel;
}) {
  const basis = wordsOf(reading.lang).basisLine(basisOf(section, reading), reading.date ?? '');
  const Heading = level;
  return (
    <section class={section.depth > 1 ? 'development deeper' : 'development'} aria-labelledby={section.id}>
      <div class="told">
        <Heading id={section.id}>
          <Isolated text={section.heading} lang={reading.lang} />
        </Heading>
        {basis.length > 0 && (
          <p class="basis">
            <Phrased phrase={basis} />
          </p>
        )}
        <Blocks blocks={section.blocks} notes={section.notes} reading={reading} />
        {section.histories && <Histories histories={section.histories} lang={reading.lang} />}
        {section.story && <Story story={section.story} lang={reading.lang} />}
      </div>
      <NoteList notes={section.notes} reading={reading} />
    </section>
  );
}
