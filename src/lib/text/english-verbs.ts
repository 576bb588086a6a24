/** English verbs of headlines, by their plain form; those that double their last letter before -ing stand in the second list. */
const plain =
  `abandon accept accuse acknowledge add address adjourn adopt advance advise agree aim air airlift allow amend
announce answer apologise apologize appeal appear appoint approve argue arrest arrive ask assail assemble assert
assure attend avoid back backtrack bash beat become believe blame blast block bomb boost borrow brace breach break
bring broadcast build burn burst bury buy call calm capture carry cast cause caution celebrate challenge change
charge check cheer choose cite claim clash clear climb clinch close collapse collide come compare compete concede
condemn confirm confront consider continue convene convict crash create criticise criticize cross crumble curb
damage debate debut decide declare decline decry defeat defend delay delete deliver demand demolish deny deploy
derail describe deserve destroy detail detain die disappear disband discover discuss dismiss displace dissolve
distance divorce dodge donate double doubt drain draw dread drift drive duck earn ease echo edge elect embrace
emerge enact endorse enjoy enlist ensure enter erupt escape evacuate exchange excuse execute expand expect explain
explode expose express extend eye face fail fall falter fear feed feel fight file find finish fire flee flood fly
follow force forget forgive freeze fuel gain gather give go grant greet grow guard hail halt hammer hand hang hate
haul have head hear help hire hold honor honour hope ignite impose improve include increase indict infect infuriate
insist insult intensify introduce invade investigate invite involve issue jail join keep kick kill know lash laud
launch lay lead leak lean learn leave lend lift liken limit linger link look loom loot lose maintain make march mark
marry meet merge misinterpret mock mount mourn move mull name near need negotiate nominate note offer open oppose
order oust outline overturn owe pass patrol pay peddle perform persist pitch play plead pledge plunge ponder
postpone pounce pound pour praise predict prepare press pressure prevent print probe proceed produce promise prompt
propose prosecute protest prove publish pull purge pursue push quell question raise rally ramp reach react reassure
rebound rebuke recall receive reclaim recognise recognize recommend recover reduce refuse regain reject rejoin
release rely remain remember remove renew reopen repeat repel replace report rescue resign resist respond restore
resume retain retake return reunite revamp reveal revive revoke rise roll ruin rule sail salute say see seek seem
seize sell send sentence separate serve shake shame share shell shift shoot shoulder show shrink shutter sign signal
sing sink slash slow slump snatch soar spark speak spend spill spread stage stall stand start stay steal storm
strike struggle sue suffer suggest summon support surge surrender survive suspect suspend swear sweep swell switch
tackle take talk target taunt tell thank threaten tie tighten tilt toughen tout trail trash treat trigger triple
trounce trust try tumble turn tweet undergo undermine unite unleash unload unveil uphold urge use vacate vaccinate
veer veto vie visit vote vow wait walk want warn wash waver weigh welcome widen withdraw wither withhold withstand
woo work worry worsen wound wreck write yield`.split(/\s+/u);
const doubling =
  `admit ban bar begin bet commit cut defer dig drag drop dub get grab hit kidnap lag let nab omit permit plan plot
prefer put quit rebut refer rip rob run scrap set shed shut sit slam slip snub spar spin split spot stem step stir
stop strip submit swap swim tap top transfer trap trim vet wed win wrap`.split(/\s+/u);

const doubles = new Set(doubling);
const bases = new Set([...plain, ...doubling]);
const irregular: Record<string, string> = { die: 'dying', tie: 'tying', vie: 'vying' };

/** "denies" and "sinks" by their plain form; forms of words that are more often a noun are found as verbs, too. */
const byThirdPerson = new Map([...bases].map((base) => [thirdPerson(base), base]));

function thirdPerson(base: string): string {
  if (base === 'have') return 'has';
  if (/(?:s|x|z|ch|sh|o)$/u.test(base)) return `${base}es`;
  return /[^aeiou]y$/u.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}

/** "deny" for "denies", in lower case; null where it is no form that is known. */
export function verbOfThirdPerson(lowerCaseWord: string): string | null {
  return byThirdPerson.get(lowerCaseWord) ?? null;
}

/** Whether a lower-case word is the plain form of a verb that is known. */
export function isPlainVerb(lowerCaseWord: string): boolean {
  return bases.has(lowerCaseWord);
}

/** "denying" for "deny". */
export function gerundOf(base: string): string {
  const known = irregular[base];
  if (known !== undefined) return known;
  if (doubles.has(base)) return `${base}${base.at(-1) ?? ''}ing`;
  return /[^e]e$/u.test(base) ? `${base.slice(0, -1)}ing` : `${base}ing`;
}
