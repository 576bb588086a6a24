import { accentPair, accentProblem, contrast, NIGHT, PAPER, ratioWords } from '#ui/accent.ts';
import { lineOf, type Setting } from './setting.ts';

const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/iu.test(text);

/** The one colour of a publication, in which its links are set. */
export const colourSetting: Setting = {
  name: 'colour',
  title: 'Colour',
  keys: ['accent'],
  stands: ({ accent }) => `${accent}, ${ratioWords(contrast(accent, PAPER))} to the paper.`,
  groups: () => [
    {
      legend: null,
      fields: [
        {
          name: 'accent',
          label: 'Accent colour',
          as: 'line',
          hint: 'Such as #1f3f66. Links and marks are set in it, so it has to read as text: 4.5:1 to the paper at least.',
        },
      ],
    },
  ],
  write: ({ accent }) => ({ accent }),
  read: (typed) => {
    const accent = lineOf(typed, 'accent').toLowerCase();
    const problem = isColour(accent) ? accentProblem(accent) : null;
    return { given: { accent }, wrong: problem === null ? {} : { accent: `This ${problem}.` } };
  },
  look: (typed) => {
    const accent = lineOf(typed, 'accent').toLowerCase();
    return isColour(accent) ? <Swatches accent={accent} /> : null;
  },
};

/** The colour as text by day and by night, with what contrast each has. */
function Swatches({ accent }: { accent: string }) {
  const { light, dark } = accentPair(accent);
  const chosen = ratioWords(contrast(accent, PAPER));
  const refused = accentProblem(accent) !== null;
  return (
    <div class="swatches">
      <Swatch ground={PAPER} ink={accent} words={`As chosen, on paper: ${chosen}${refused ? ', refused' : ''}`} />
      {!refused && light !== accent && (
        <Swatch
          ground={PAPER}
          ink={light}
          words={`As readers get it, on paper: ${light}, ${ratioWords(contrast(light, PAPER))}`}
        />
      )}
      {!refused && (
        <Swatch ground={NIGHT} ink={dark} words={`In the dark: ${dark}, ${ratioWords(contrast(dark, NIGHT))}`} />
      )}
    </div>
  );
}

function Swatch({ ground, ink, words }: { ground: string; ink: string; words: string }) {
  return (
    <figure>
      <svg viewBox="0 0 160 56" width="160" height="56" aria-hidden="true">
        <rect width="160" height="56" fill={ground} />
        <rect width="160" height="4" fill={ink} />
        <text x="12" y="36" fill={ink}>
          Three outlets
        </text>
      </svg>
      <figcaption>{words}</figcaption>
    </figure>
  );
}
