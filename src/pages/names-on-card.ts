const mostNames = 3;

/** The authors that a card names; of many the first, and how many more there are. */
export const namesOnCard = (authors: string[]): string[] =>
  authors.length > mostNames ? authors.slice(0, mostNames - 1) : authors;
