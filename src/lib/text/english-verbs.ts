/** English verbs of headlines, by their plain form; those that double their last letter before -ing stand in the second list. */
const plain =
  `abandon accept accuse acknowledge add address adjourn admit adopt advance advise agree air allow amend announce answer apologize
apologise appeal appear appoint approve argue arrest arrive ask assail assert assure attend back become believe blame block bomb boost
bring build burn call capture carry cast caution cause celebrate challenge change charge choose cite claim clear climb close come compare
concede condemn confirm confront consider continue convict create criticize criticise cross damage debate decide declare decline decry
defeat defend delay delete deliver demand demolish deny deploy describe deserve destroy detain die disappear discover discuss dismiss
displace distance dodge donate draw drive ease echo elect embrace emerge enact endorse enlist ensure enter erupt escape evacuate exchange
execute expand expect explain explode expose express extend face fail fall fear feel fight file find finish fire flee follow freeze gain
gather give go grant grow halt hand have head hear help hold impose improve include increase indict insist intensify introduce invade
investigate invite involve jail join keep kick kidnap kill know lash launch lay lead leave lift link lose maintain make march mark
meet mourn mock move name near need negotiate nominate note offer open oppose order overturn pass pay peddle plead pledge postpone
praise predict prepare prevent proceed produce promise propose prosecute protest prove publish pull purge pursue push question quell raise rally
reach react receive recall reclaim recognize recognise recommend recover reduce refuse reject release rely remain remove renew reopen repeat repel replace report
rescue resign resist respond restore resume retain retake return reveal revive revoke rise ruin rule say scrap seek seem seize sell send
sentence serve sink shake share shed shell shoot shoulder shrink sign signal slam slash slow speak spend split stage stall stand start stay
storm strike struggle sue suffer suggest summon support surge surrender survive suspect suspend sweep switch tackle take tap target
tell threaten tighten top toughen try turn undergo unite unveil uphold urge use vacate veto visit vote vow wait walk want warn wash welcome
withdraw withhold withstand woo work worsen wound wreck write yield`.split(/\s+/u);
const doubling =
  `admit ban bar begin bet commit cut defer drop get hit kidnap let nab omit permit plan plot prefer put quit rebut refer rip run
set shut sit snub spar spot stem step stop strip submit swap swim tap transfer trim trap slip win wrap`.split(/\s+/u);

const doubles = new Set(doubling);
const bases = new Set([...plain, ...doubling]);
const irregular: Record<string, string> = { die: 'dying', lie: 'lying', flee: 'fleeing', agree: 'agreeing' };

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
