/** English words that often open a sentence with a capital and name nobody. */
const openers = `about above across after again against ahead all almost along already also although always amid among another any anyone
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
convoys ferries trucks crews divers drivers fishermen shops shelling shots work`.split(/\s+/u);

const known = new Set(openers);

/** Whether a lower-case word is ordinary: in the small list here, or seen in lower case in one of some texts. */
export function ordinaryWords(texts: Iterable<string>): (lowerCaseWord: string) => boolean {
  const seen = new Set(known);
  for (const text of texts) {
    for (const word of text.match(/(?<![\p{L}\p{M}\p{N}])\p{Ll}[\p{L}\p{M}]*/gu) ?? []) seen.add(word);
  }
  return (word) => seen.has(word);
}
