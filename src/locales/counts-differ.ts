/** Which people a report counts. */
export type CountedPeople = 'killed' | 'injured' | 'missing';

/** What one outlet's report counts; `atLeast` where it says that there may be more. */
export interface OutletCount {
  outlet: string;
  value: number;
  atLeast: boolean;
}

export type CountsDiffer = (kind: CountedPeople, counts: OutletCount[]) => string;

/** "Courier: 12 killed; Ledger: at least 15 killed." */
export function byOutlet(
  nouns: Record<CountedPeople, string>,
  form: { number: (value: number) => string; atLeast: string; semicolon: string },
): CountsDiffer {
  return (kind, counts) =>
    `${counts
      .map(({ outlet, value, atLeast }) => {
        const number = `${atLeast ? `${form.atLeast} ` : ''}${form.number(value)}`;
        return `${outlet}: ${nouns[kind].replace('#', number)}`;
      })
      .join(form.semicolon)}.`;
}
