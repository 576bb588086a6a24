/** One development: its heading, what it rests on in a line, its text, and who says so. */
import { wordsOf } from '#ui/locale.ts';
import { Phrased } from '#ui/phrase.tsx';
import { Blocks } from './blocks.tsx';
import { NoteList } from './note-list.tsx';
import type { Reading } from './reading.ts';
import { Isolated } from './sentence.tsx';
import type { SectionView } from './view.ts';

export function Development({
  section,
  reading,
  level,
}: {
  section: SectionView;
  reading: Reading;
  level: 'h2' | 'h3';
}) {
  const basis = wordsOf(reading.lang).basisLine(section.basis, reading.date, reading.lang);
  const Heading = level;
  return (
    <section class="development" aria-labelledby={section.id}>
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
      </div>
      <NoteList notes={section.notes} reading={reading} />
    </section>
  );
}
