import { CAPITAL, capitalised, COMMON_PRESS_NOUNS, MONITOR_NOUNS, PRESS_NOUNS } from './origin-names.ts';

/** What a body that speaks is called: its last word, or the last before "of". */
export const BODIES =
  'ministry|directorate|authority|council|government|administration|department|army|navy|military|police|constabulary|parliament|assembly|cabinet|municipality|governorate|command|commission|court|tribunal|prosecution|bureau|board|coast ?guards?|fire brigade|fire service|fire department|firefighters|civil defence|civil defense|ambulance service|town hall|city hall|office|union|guild|syndicate|association|federation|society|organisation|organization|company|corporation|firm|party|charity|foundation|hospital|infirmary|clinic|committee|service|agency|institute|institution|university|college|school|museum|library|embassy|consulate|mission|diocese|parish|bank|railway|airline|airport|port|exchange|regiment|garrison|laboratory|observatory|academy|club|trust|fund|coalition|movement|group|body|team|customs|force|prison|jail';
/** Who has an office of their own. */
export const OFFICES =
  'minister|mayor|governor|prime minister|premier|commander|police chief|fire chief|chief constable|harbour ?master|harbor ?master|port captain|commissioner|magistrate|judge|coroner|inspector|superintendent|sheriff|ambassador|envoy|registrar|governess|postmaster|stationmaster|prosecutor|bishop|archbishop|headmaster|headmistress|headteacher|curator|rector|dean|abbot|king|queen|president|ombudsman|auditor|surgeon|chancellor|speaker|warden';
/** Who speaks for a body that is named beside. */
export const HEADS =
  'director|head|chief|chairman|chairwoman|chair|secretary|treasurer|spokesman|spokeswoman|spokesperson|spokesmen|spokespeople|manager|management|leader|owners?|operators?|officials?|officers?|representatives?|members?|deputy|delegate|press office|founder|captain|principal|operator|lieutenant|sergeant|colonel|captain|matron|vice-chairman|vice-president|doctor|engineer|clerk|administrator|coordinator|adviser|chairperson|president|boss|commander|superintendent|inspector|sources?|ceo|executive|counsel|attorney|editor|detectives?|deputies|troopers?|sheriffs?|councillor|councilman|councilwoman|lawmaker|forecasters?|doctors|nurses|surgeons?|staff|researchers?|scientists?|inspectors|crews?|senator|congressman|congresswoman|investigators?';
const word = (nouns: string) => new RegExp(String.raw`(?<![\p{L}-])(?:${nouns})s?(?:['’]s?)?(?![\p{L}-])`, 'giu');
export const [BODY, OFFICE, HEAD] = [word(BODIES), word(OFFICES), word(HEADS)];
export const RANK =
  /^(?:Captain|Colonel|General|Major|Sergeant|Lieutenant|Admiral|Commodore|Commander|Brigadier|Corporal|Constable|Professor|Doctor|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Miss|Sir|Dame|Lord|Lady|Father|Sister|Brother|Sheikh|Capt\.?|Col\.?|Sgt\.?|Gen\.?|Lt\.?|Chief|Detective|Inspector|Superintendent) /u;
export const RANKED =
  /^(?:Captain|Colonel|General|Major|Sergeant|Lieutenant|Admiral|Commodore|Commander|Brigadier|Corporal|Constable|Inspector|Superintendent|Detective|Chief|Capt\.?|Col\.?|Sgt\.?|Gen\.?|Lt\.?) /u;
export const DETERMINER =
  /^(?:and|but|yet|so|while|as|meanwhile|then|an?|the|its|their|his|her|another|one|two|three|four|several|some|many|acting|deputy|senior|former|local|state|official|only|same)\s+/iu;
export const PERSON = new RegExp(String.raw`^(?:${CAPITAL})(?: (?:al-|bin |de |von |van )?${CAPITAL}){0,3}$`, 'u');
export const NAMES = new RegExp(String.raw`${CAPITAL}(?: (?:al-|bin |de |von |van )?${CAPITAL}){0,3}`, 'gu');
export const MONITOR = new RegExp(capitalised(MONITOR_NOUNS), 'u');
export const PUBLISHES = new RegExp(
  String.raw`(?:wire|press|newspaper|paper|${PRESS_NOUNS}|${COMMON_PRESS_NOUNS}|news agency|station|broadcaster)$`,
  'iu',
);
export const PRONOUN = /^(?:he|she|it|they|who|which|that|this|these|those)$/iu;
export const NOBODY =
  /^(?:nobody|somebody|someone|no one|none|neither|we|i|us|you|there|what|and|but|people|not)\b|^no /iu;
/** What is written, and tells what its writer tells. */
export const TEXTS =
  'statement|bulletin|report|notice|communiqu[eé]|text|figures|count|tally|message|post|letter|note|document|list|circular|decree|release|findings|survey|study|inventory|charges|affidavit|indictment|complaint|lawsuit|papers|records|documents|invoices|petition|accounts?|ruling|verdict|leaflet|pamphlet|flyer|email|memo|memorandum|results|newsletter|minutes|logbook|log|data|numbers|statistics|estimates|register|poster|sign|summary|advisory|alert|dispatch|paper|briefing|judgment|order|forecast|calendar|timetable|website|page';
export const TEXT = new RegExp(
  String.raw`^(?:(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]hat|[Tt]his|[Aa]n?|[Oo]ne|[Aa]nother|[Nn]ew|[Ll]atest|[Oo]fficial)\s+)?(?:[\p{L}-]+\s+){0,2}?(?:${TEXTS})$`,
  'u',
);
export const TEXT_OF = new RegExp(
  String.raw`^(?:the|its|an?|that|this|new|latest)?\s*(?:[\p{L}-]+\s+){0,2}(?:${TEXTS})s? (?:by|from|of|issued by|published by|released by|compiled by|kept by|sent out by|put out by|drawn up by|signed by) (?<of>.+)$`,
  'iu',
);
export const OWNED_TEXT = new RegExp(String.raw`^(?<of>.+?)['’]s? (?:[\p{L}-]+ ){0,3}(?:${TEXTS}|spokes\w+)$`, 'iu');
/** "Health Ministry figures", "police records". */
export const BODYS_TEXT = new RegExp(String.raw`^(?<of>.+?) (?:${TEXTS})$`, 'u');
export const PERSONAL =
  /^(?:wife|husband|mother|father|son|daughter|sister|brother|neighbours?|widow|friends?|family|parents|colleagues?|lawyer|cousin|uncle|aunt|grandson)\b/iu;
export const HAS =
  /who (?:\w+ )?(?:speaks? for|heads?|leads?|chairs?|runs?|commands?|represents?)(?: the)? (?<of>.+)$/iu;
export const PREPOSITION = /(?<=[\p{L}’'.]) (?:of|for|at|in|from|with|to) (?:the |an? )?/u;

/** Nobody in particular, at the start of a sentence. */
export const PEOPLE =
  /^(?:neighbou?rs|residents|witnesses|eyewitnesses|analysts|experts|critics|villagers|farmers|fishermen|survivors|relatives|parents|students|doctors|nurses|engineers|shopkeepers|locals|activists|passengers|workers|supporters|opponents|traders|historians|scientists|economists|lawyers|families|friends|\w+ (?:residents|witnesses|experts|villagers|locals|passengers))$/iu;

/** What only looks like somebody: a piece of a sentence, with its verb. */
export const CLAUSE =
  /(?<!\bwho) (?:is|was|are|were|has|have|had|will|would|does|did|can|could|should|may|might|must|used|not) |^(?:is|was|are|were|to|than|into|about|against|between|being|having|getting|him|her|them)\s/u;
