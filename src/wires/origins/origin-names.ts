/** News agencies by the name they are written under here, with the other ways they are credited. */
export const AGENCIES: readonly { name: string; also: readonly string[] }[] = [
  { name: 'Reuters', also: ['Thomson Reuters', 'رويترز'] },
  { name: 'Associated Press', also: ['AP', 'A.P.', 'أسوشيتد برس', 'اسوشيتد برس', 'أسوشييتد برس', 'أ ب'] },
  { name: 'Agence France-Presse', also: ['AFP', 'Agence France Presse', 'فرانس برس', 'أ ف ب', 'أ.ف.ب'] },
  { name: 'dpa', also: ['DPA', 'Deutsche Presse-Agentur', 'د ب أ', 'د.ب.أ'] },
  { name: 'Xinhua', also: ['Xinhua News Agency', 'شينخوا'] },
  { name: 'TASS', also: ['ITAR-TASS', 'تاس'] },
  { name: 'Interfax', also: ['إنترفاكس'] },
  { name: 'RIA Novosti', also: ['RIA', 'ريا نوفوستي'] },
  { name: 'Sputnik', also: ['سبوتنيك'] },
  { name: 'ANSA', also: [] },
  { name: 'EFE', also: [] },
  { name: 'Kyodo', also: ['Kyodo News'] },
  { name: 'Yonhap', also: [] },
  { name: 'UPI', also: ['United Press International'] },
  { name: 'PA Media', also: ['Press Association', 'PA'] },
  { name: 'PTI', also: ['Press Trust of India'] },
  { name: 'Anadolu', also: ['Anadolu Agency', 'AA', 'الأناضول'] },
  { name: 'SANA', also: ['Syrian Arab News Agency', 'سانا'] },
  { name: 'IRNA', also: ['إرنا'] },
  { name: 'Fars', also: ['Fars News Agency', 'فارس'] },
  { name: 'KUNA', also: ['كونا'] },
  { name: 'Saudi Press Agency', also: ['SPA', 'واس'] },
  { name: 'WAM', also: ['وام'] },
  { name: 'Petra', also: ['بترا'] },
  { name: 'MENA', also: ['Middle East News Agency', 'أ ش أ'] },
  { name: 'National News Agency', also: ['NNA'] },
];

/** The name of the origin of a report that is “with agencies” and says no more, and how that is said. */
export const SOME_AGENCY = 'agencies';
export const WIRES = '(?:[Nn]ews )?[Aa]genc(?:ies|y)|[Ww]ire services?|[Ww]ires|(?:ال)?وكالات(?: الأنباء)?';

// A name: capitalised words, small joining words between them.
export const CAPITAL = String.raw`(?<![\p{L}\p{N}])(?:(?:\p{Lu}\.){2,8}|\p{Lu}[\p{L}\p{M}\p{N}'’&-]{0,40})`;
export const NAME = String.raw`${CAPITAL}(?:[ \t]+(?:(?:of|for|and|the|on|in|to|de|du|al)[ \t]+){0,2}${CAPITAL}){0,7}`;

/** Last words of the names of those who watch and count. */
export const MONITOR_NOUNS =
  'Observatory|Observatories|Monitor|Monitors|Monitoring Group|Network|Centre|Center|Committee|Watch|Watchdog';
/** Last words of the names of newspapers and stations. */
export const PRESS_NOUNS =
  'Ledger|Courier|Times|Post|Herald|Tribune|Journal|Gazette|Echo|Chronicle|Mail|Mirror|Observer|Standard|Telegraph|Star|Bulletin|Dispatch|Gleaner|Argus|Sentinel|Messenger';
/** Said of too many to be somebody's name in short. */
export const COMMON_PRESS_NOUNS = 'Radio|Television|TV|News|Press|Online|FM|Weekly|Daily|Wire|Newswire|Dispatches';
export const PUBLISHING_WORDS = /\b(?:News|Broadcasting|Television|TV|Radio|Media|Press|Times|Post)\b/;
/** A name that says itself that it publishes: "Tidewire", "Fen News", راديو الضفة. */
export const PUBLISHER = new RegExp(
  String.raw`(?:wire|press|news|${PRESS_NOUNS}|${COMMON_PRESS_NOUNS}|Agency|Media)$|^(?:ال)?(?:وكالة|صحيفة|جريدة|إذاعة|راديو|قناة|تلفزيون|موقع) `,
  'u',
);
/** What a monitor or a body that governs is called in full, capitalised. */
export function capitalised(nouns: string): string {
  return String.raw`(?:${CAPITAL} ){0,5}(?:${nouns})(?: (?:of|for|to|on|against) (?:the )?${CAPITAL}(?: (?:and )?${CAPITAL}){0,4})?`;
}

/** Verbs of telling. */
export const SAYS = String.raw`(?:said|says|say|reported|reports|recorded|documented|counted|counts|found|finds|revealed|reveals|announced|announces|confirmed|confirms|stated|states|estimated|estimates|warned|warns|told|tells|logged|tallied|noted|put|puts|denied|denies|declared|claimed|claims|insisted|registered|added|adds|lists|listed|logs|blames|blamed|accused|accuses|condemned|urged|notes|believes|lowered|raised|revised)\b`;
export const ACCORDING = String.raw`\b(?:[Aa]ccording to|[Aa]s (?:first |earlier )?reported (?:by|in)|[Rr]eported (?:first |earlier )?(?:by|in)|[Cc]ited by|[Cc]iting|[Qq]uoting|[Qq]uoted (?:by|in)|[Dd]ata (?:from|by)|[Ff]igures (?:from|by|of|compiled by)|[Cc]ompiled by|[Rr]ecorded by|[Dd]ocumented by|[Cc]ounted by)\s+(?:the\s+|a\s+)?`;

/** What publishes, in Arabic, without the article. */
export const ARABIC_PRESS_NOUNS = [
  'وكالة',
  'صحيفة',
  'جريدة',
  'إذاعة',
  'راديو',
  'قناة',
  'تلفزيون',
  'موقع',
  'مجلة',
  'يومية',
];
