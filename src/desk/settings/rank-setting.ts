import { defaultWeights, type RankPart, rankParts, weightLimits, weightsOf } from '#developments/developments.ts';
import { lineOf, type Setting, type Typed } from './setting.ts';

/** What each part of a rank is for, and how it counts. */
export const partWords: Record<RankPart, { label: string; hint: string }> = {
  independent: {
    label: 'Independent origins',
    hint: 'One gives this many points, three twice as many, seven three times as many.',
  },
  outlets: { label: 'Outlets', hint: 'Whoever they carry. Counted as origins are.' },
  new: { label: 'New', hint: 'It goes on from nothing.' },
  change: {
    label: 'Something changed',
    hint: 'A figure, a name, an official act that its storyline did not have. More than one: half as much again.',
  },
  contradiction: { label: 'Contradicts an earlier figure', hint: 'A total that is lower than it was told before.' },
  figure: { label: 'Counts people', hint: 'For each of the first two kinds: killed, injured, missing …' },
  repeat: {
    label: 'Nothing new',
    hint: 'Where a summary told its storyline before; half of it where none did. Not for an event that begins on the day.',
  },
  fresh: { label: 'Reported on the day itself', hint: 'And not only from eight in the morning of the day before on.' },
  followed: { label: 'Of a storyline that is followed', hint: 'Editors follow a storyline on its page.' },
  feature: {
    label: 'No news report',
    hint: 'Comment, features and live pages only. They stand below the developments; this orders nothing but them.',
  },
};

/** How many points the parts of a rank give. Only what differs from the default is kept, so that a better default arrives. */
export const rankSetting: Setting = {
  name: 'ranking',
  title: 'Order of the day',
  keys: ['rankWeights'],
  stands: (publication) => {
    const weights = weightsOf(publication);
    const own = rankParts.filter((part) => weights[part] !== defaultWeights[part]);
    return own.length === 0 ? 'The default.' : `Changed: ${own.map((part) => partWords[part].label).join(', ')}.`;
  },
  groups: () => [
    {
      legend: null,
      fields: rankParts.map((part) => ({
        name: part,
        label: partWords[part].label,
        hint: partWords[part].hint,
        as: 'number',
      })),
    },
  ],
  write: (publication) => writeWeights(weightsOf(publication)),
  read: (typed) => {
    const rankWeights: Record<string, number> = {};
    const wrong: Typed = {};
    for (const part of rankParts) {
      const weight = Number(lineOf(typed, part).replace(',', '.').replace('−', '-') || 'none');
      if (!(weight >= weightLimits.least && weight <= weightLimits.most))
        wrong[part] = `Give a number from ${weightLimits.least} to ${weightLimits.most}.`.replace('-', '−');
      else if (weight !== defaultWeights[part]) rankWeights[part] = weight;
    }
    return { given: { rankWeights }, wrong };
  },
};

export const defaultsTyped = (): Typed => writeWeights(defaultWeights);

function writeWeights(weights: Record<RankPart, number>): Typed {
  return Object.fromEntries(rankParts.map((part) => [part, String(weights[part])]));
}
