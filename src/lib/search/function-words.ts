/** Words that nobody looks for, folded: they are left out of a query that has others. */
const functionWords = new Set(
  `a an and are as at be been but by for from had has have he her his i if in into is it its me my no not of on or our she so than
  that the their them then there these they this those to was we were what when where which who why will with you your s t
  في من على علي الى الي عن مع ان انه انها هذا هذه ذلك تلك التي الذي الذين كان كانت قد لقد لم لن لا ما هو هي هم او ثم كل بين
  و ف وفي ومن وعلي
  au aux ce ces cette dans de des du elle en est et il la le les ne ou par pas pour qu que qui se ses son sur un une
  das dem den der des die ein eine einem einen einer im ist mit nicht sich und von zu zum zur
  al con como del el es las lo los mas no para pero por se sin su una y
  ve bir bu da de ile icin`.split(/\s+/u),
);

/** Whether a folded word (`Token.form`) says nothing about what a text is about. */
export function isFunctionWord(form: string): boolean {
  return functionWords.has(form);
}
