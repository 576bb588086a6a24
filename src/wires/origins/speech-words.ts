function list(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/u));
}

/** Verbs by which anybody tells something. */
export const TELLING = list(`
said says say told tells tell announced announces announce warned warns warn added adds claimed claims claim denied denies deny
insisted insists insist confirmed confirms confirm promised promises promise declared declares declare stated states explained explains
explain wrote writes recalled recalls recounted recounts testified testifies argued argues argue stressed stresses maintained maintains
complained complains predicted predicts vowed vows pledged pledges    rejected rejects reject dismissed dismisses
admitted admits admit conceded concedes acknowledged acknowledges revealed reveals disclosed discloses suggested suggests
remarked remarks replied answered commented reported reports report noted notes believes believe thinks think estimated estimates estimate
alleged alleges asserted asserts regrets regretted  recommends recommended  tweeted
repeated expects expected reckons reckoned accused accuses accuse condemned condemns blamed blames blame urged urges urge  
  predicts welcomed welcomes apologised apologises ruled advised advises  
`);
/** The same verbs of a body or an office only: anybody else does more than tell by them. */
export const OFFICIAL_TELLING = list(`
counted counts recorded records documented documents found finds put puts listed lists logged logs registered tallied registers described
describes called calls named names asked asks ordered orders gave gives spoke speaks invited invites issued published
released issues publishes releases raised lowered revised offered offers considers
proposed proposes refused refuses responded responds attributed attributes cited cites
demanded demands threatened threatens threaten appealed appeals thanked thanks hopes criticised criticises praised praises attacked decided decides agreed agrees approved fined sentenced heard forecast forecasts
informed informs reminded reminds assured assures reassured reassures instructed instructs forbade forbids banned bans suspended suspends declined
`);
/** "He left, saying that …": of whoever the sentence is about. */
export const SAYING = list(
  'saying adding warning noting claiming insisting explaining announcing confirming denying arguing stressing promising stating declaring citing quoting blaming accusing urging calling describing recalling',
);
