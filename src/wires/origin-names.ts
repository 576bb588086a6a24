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

/** Last words of the names of those who watch and count, of those who govern, and of those who publish. */
export const MONITOR_NOUNS =
  'Observatory|Observatories|Monitor|Monitors|Monitoring Group|Network|Centre|Center|Committee|Watch';
export const OFFICIAL_NOUNS =
  'Ministry|Directorate|Authority|Council|Government|Administration|Department|Army|Police|Parliament|Cabinet|Municipality|Governorate|Office|Command|Commission|Court|Prosecutor';
/** Last words of the names of newspapers and stations. */
export const PRESS_NOUNS =
  'Ledger|Courier|Times|Post|Herald|Tribune|Journal|Gazette|Echo|Chronicle|Mail|Mirror|Observer|Standard|Telegraph|Star|Radio|Television|TV';
export const PUBLISHING_WORDS = /\b(?:News|Broadcasting|Television|TV|Radio|Media|Press|Times|Post)\b/;

/** The same in Arabic, without the article. */
export const ARABIC_MONITOR_NOUNS = ['مرصد', 'شبكة', 'مركز', 'لجنة'];
export const ARABIC_OFFICIAL_NOUNS = [
  'وزارة',
  'مديرية',
  'هيئة',
  'مجلس',
  'حكومة',
  'إدارة',
  'بلدية',
  'محافظة',
  'قيادة',
  'جيش',
  'شرطة',
  'مكتب',
  'سلطة',
];
export const ARABIC_AGENCY_NOUNS = ['وكالة'];

/** The name of the origin of a report that is “with agencies” and says no more. */
export const SOME_AGENCY = 'agencies';
