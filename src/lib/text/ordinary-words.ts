import { stemEnglish } from './words.ts';

/** English words that often open a sentence with a capital and name nobody. */
const openers =
  `about above across after again against ahead all almost along already also although always amid among another any anyone
are around as at authorities because before being between both but by can children could critics dozens during each earlier
efforts eight either eleven even every everyone few fewer fifteen fighters fighting figures five following food for four from further
government had half has have he health her here his hospitals how however hundreds if in instead it its just last later
least less local many medical meanwhile members more most much nearly neither negotiators never nine no nobody none nor not
nothing now of officials on once one only opposition or other others our out over parents people police repairs rescuers
residents schools seven several she since six so some still such supporters ten than that their them then there these
they thirty this those though thousands three through to today tonight traders two under unless until up villagers voters
water we were what when where whether which while who whole why wide with within without witnesses women workers yesterday
yet you your engineers families farmers doctors soldiers militants rebels talks troops aid according asked speaking
donors monitors observers patients passengers officers lawyers judges teachers students survivors mediators buses
staff lines relatives owners burning preparations vaccination cleaner council campaign prices traffic power electricity
fuel bread flour grain harvest rain floods snow winter summer spring autumn weather roads bridges ports borders crossings
camps tents houses homes buildings shops markets factories banks courts prisons ministries parliament army forces troops
security guards gunmen snipers rockets missiles drones jets warplanes artillery explosions clashes attacks strikes raids
ceasefires truces elections votes ballots candidates parties leaders ministers diplomats envoys delegations negotiations
sanctions donors funding money debts wages salaries jobs businesses companies exports imports oil gas mines wells pumps
pipes dams rivers lakes fishing farming herders cattle sheep crops seeds vaccines cases infections diseases deaths births
mothers fathers sons daughters brothers sisters husbands wives boys girls men babies elderly refugees migrants returnees
journalists editors reporters lawyers activists volunteers experts researchers scientists analysts critics supporters
evidence documents records figures data reports statements letters photographs images videos maps witnesses testimony
investigators prosecutors inspectors engineers technicians builders repair rebuilding reconstruction clearance
demining shelling bombing fighting looting smuggling trade tourism transport shipping flights airports railways schools
universities exams classes lessons books medicine surgeons nurses ambulances clinics wards beds oxygen generators
discussions meetings agreements deals plans proposals reforms laws rules orders bans limits delays changes progress
convoys ferries trucks crews divers drivers fishermen shops shelling shots work`.split(/\s+/u);

const known = new Set(openers.map(stemEnglish));

/**
 * Whether a lower-case word is ordinary: it, or another form of it ("killing" for "killed"), is in the small list here or
 * stands in lower case in one of some texts.
 */
export function ordinaryWords(texts: Iterable<string>): (lowerCaseWord: string) => boolean {
  const seen = new Set(known);
  for (const text of texts) {
    for (const word of text.match(/(?<![\p{L}\p{M}\p{N}])\p{Ll}[\p{L}\p{M}]*/gu) ?? []) seen.add(stemEnglish(word));
  }
  return (word) => seen.has(stemEnglish(word));
}
