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
    <div class="correction" role="note" id={`c-${correction.id}`}>
      <Body correction={correction} reading={reading} />
    </div>
  );
}

function Body({ correction, reading }: { correction: CorrectionView; reading: Reading }) {
  const { correctionOn } = wordsOf(reading.lang);
  return (
    <p>
      <b>
        <Phrased phrase={correctionOn(correction.on, longDay(correction.on, reading.lang))} />.
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
  return (
    <section class="corrections" id="corrections" aria-labelledby="corrections-head">
      <Heading id="corrections-head">{copy.corrections}</Heading>
      {reading.corrections.map((correction) => (
        <div class="correction">
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
