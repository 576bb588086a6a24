/** Corrections: dated, where the error stood, and again in a list at the foot. The one use of the warning colour. */
import { longDay } from '#locales/dates.ts';
import { languageAttributes } from '#ui/direction.ts';
import { wordsOf } from '#locales/locales.ts';
import { Phrased } from '#ui/phrase.tsx';
import { correctionsAfter, type HeadingLevel, type Reading } from './reading.ts';
import { Isolated } from './sentence.tsx';
import type { CorrectionView, SentenceView } from './text-view.ts';

/** The boxes that follow a paragraph in which something was wrong. */
export function CorrectionsAfter({ sentences, reading }: { sentences: SentenceView[]; reading: Reading }) {
  return (
    <>
      {correctionsAfter(sentences, reading).map((correction) => (
        <Correction correction={correction} reading={reading} />
      ))}
    </>
  );
}

function Correction({ correction, reading }: { correction: CorrectionView; reading: Reading }) {
  return (
    <div class={boxOf(correction)} role="note" id={`c-${correction.id}`}>
      <Body correction={correction} reading={reading} />
    </div>
  );
}

/** An update says that something is new, not that something was wrong: it does not warn. */
const boxOf = ({ kind }: CorrectionView): string => (kind === 'update' ? 'update' : 'correction');

function Body({ correction, reading }: { correction: CorrectionView; reading: Reading }) {
  const { noteOn } = wordsOf(reading.lang);
  return (
    <p>
      <b>
        <Phrased phrase={noteOn(correction.kind, correction.on, longDay(correction.on, reading.lang))} />.
      </b>{' '}
      <span {...languageAttributes(correction.lang, reading.lang)}>
        <Isolated text={correction.note} lang={correction.lang} />
      </span>
    </p>
  );
}

/** All corrections, at the foot; each leads back to where it stood. */
export function CorrectionList({ reading, level }: { reading: Reading; level: HeadingLevel }) {
  if (reading.corrections.length === 0) return null;
  const { copy } = wordsOf(reading.lang);
  const Heading = level;
  const corrected = reading.corrections.some(({ kind }) => kind === 'correction');
  return (
    <section class="corrections" id="corrections" aria-labelledby="corrections-head">
      <Heading id="corrections-head">{corrected ? copy.corrections : copy.updates}</Heading>
      {reading.corrections.map((correction) => (
        <div class={boxOf(correction)}>
          <Body correction={correction} reading={reading} />
          {correction.sentenceId && reading.corrected.has(correction.sentenceId) && (
            <p>
              <a href={`#${reading.sentenceAnchor(correction.sentenceId)}`}>{copy.whereItStood}</a>
            </p>
          )}
        </div>
      ))}
    </section>
  );
}
