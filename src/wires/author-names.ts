import { findDate } from '#lib/dates/find-date.ts';

/** "By", "Written by", "Author:" and their like, at the beginning of a byline. Longer ones first. */
const byWords = [
  '(?:(?:written|posted|published|reported|story|words|text|report|article|created|submitted|edited|compiled)\\s+(?:and\\s+photos?\\s+)?(?:on\\s+)?by)',
  '(?:(?:ein|eine)\\s+(?:artikel|beitrag|text|gastbeitrag|kommentar|analyse|interview)\\s+von)',
  '(?:(?:geschrieben|verfasst|eingestellt|veröffentlicht|publiziert|gepostet|erstellt|text|bericht|foto und text|redaktion)\\s+von)',
  '(?:(?:écrit|publié|rédigé|posté|proposé)\\s+par)|(?:(?:escrito|publicado|redactado|enviado)\\s+por)',
  '(?:(?:scritto|pubblicato|inserito)\\s+da)|(?:a\\s+cura\\s+di)|(?:(?:geschreven|geplaatst)\\s+door)|(?:(?:napisany|opublikowany|dodany)\\s+przez)',
  '(?:verfasser(?:in)?|autor(?::?innen|:?in|en|a|es|zy|ka)?|auteurs?|autor[ei]|authors?|writers?|redakteur(?:in)?|redacteur|yazar(?:lar)?|haber|автор|текст|συντάκτης|συγγραφέας|by-line|byline)(?=\\s*[:：]|\\s+(?-i:\\p{Lu}))',
  '(?:by|von|par|por|di|da|door|av|af|przez|от|από|γράφει(?:\\s+[οη])?|του|της|بقلم|كتبت?|إعداد|تحرير|责任编辑|记者|作者|编辑|文)',
].join('|');

const leading = new RegExp(`^(?:${byWords})(?:\\s*[:：/]\\s*|\\s+|$)`, 'iu');
const inside = new RegExp(`(?:^|[|·•–—,:(\\]/-]\\s*|\\s)(?:${byWords})(?:\\s*[:：/]\\s*|\\s+)(?=\\p{L})`, 'iu');

const role =
  '(?:(?:senior|junior|deputy|chief|staff|special|guest|contributing|managing|associate|assistant|executive|foreign|political|business|sports?|science|health|investigations?|digital|news|features?|freelance|ltd\\.?|stellv\\.?|freier?|freie)[ -])*' +
  '(?:editors?(?:-in-chief)?|reporters?|correspondents?|writers?|journalists?|columnists?|contributors?|producers?|bloggers?|photographers?|authors?|staff|newsroom|' +
  'chefredakteur(?:in)?|redakteur(?:in)?|redaktor(?:in)?|volontär(?:in)?|korrespondent(?:in)?|reporter(?:in)?|autor(?:in)?|journalist(?:in)?|' +
  'rédact(?:eur|rice)(?: en chef)?|journaliste|correspondante?|redactor(?:a)?|periodista|corresponsal|giornalista|redattore|redattrice|dziennikarz|dziennikarka|muhabir(?:i)?|editör|محرر|مراسل|صحفي)';
const onlyRole = new RegExp(`^(?:the\\s+)?${role}(?:\\s+(?:at|of|for|für|bei|de|del|di|in)\\b.*)?$`, 'iu');
const roleAtEnd = new RegExp(`\\s*[,(–—-]?\\s+\\(?${role}\\)?$`, 'iu');
const roleAtStart = new RegExp(`^${role}:?\\s+(?-i:(?=\\p{Lu}))`, 'iu');

const degree = /^(?:ph\.?\s?d|m\.?d|m\.?sc|b\.?sc|m\.?a|b\.?a|mph|jr|sr|esq|rn|cpa|mba|ll\.?m)\.?$/iu;

const noName =
  /(?<!\p{L})(?:share|follow|comments?|read|more|click|subscribe|newsletter|e-?mail|facebook|twitter|instagram|linkedin|profil|posts?|view|minutes?|min|ago|updated|published|photo|foto|image|copyright|getty|login|sign|bio|about|über|artikel|article|articles|kategorie|category|website|http|www|print|menu|search|autorenseite|schließen|close|kommentare?|lesezeit|beitrag|beiträge|verfasst|anzeige|unknown|anonymous|guest|admin|administrator|webmaster|null|undefined|none|n\/a)(?!\p{L})/iu;

const particles =
  /^(?:de|del|della|der|den|di|da|do|dos|das|du|la|le|el|al|bin|ibn|ben|van|von|vom|zu|zur|ten|ter|y|e|af|av|st\.?|abu|abd|mc|mac|o['’])$/iu;

/** Where one name ends and the next begins. */
const between =
  /\s*(?:;|\/|•|·|、|،|\|)\s*|\s*,\s*(?:and|und|et|y|e|ed|en|och|og|i|oraz|ve|και|и|و)\s+|\s*,\s*|\s+(?:and|und|et|y|ed|en|och|og|oraz|ve|και|&|\+)\s+|\s+(?:e|i|и|with|mit|con|avec)\s+(?-i:(?=\p{Lu}))|\s+و\s*(?=\p{Script=Arabic})/iu;

/**
 * The names in a byline or an author's field: "By" and its like in other languages, dates, e-mail addresses, roles and
 * what stands behind a divider go. Empty when none is left that looks like a name.
 * @param trusted the text is where only authors stand (metadata, `rel=author`): a lower-case or single word will do
 * @param marked the text is called an author's by the page: after "by" a lower-case name will do
 */
export function readAuthorNames(written: string, { trusted = false, marked = false } = {}): string[] {
  let text = written.slice(0, 400).replace(/\s+/g, ' ').trim();
  if (text === '' || /^(?:https?:|www\.|@|\/)/i.test(text)) return [];
  text = withoutDates(text)
    .replace(/\(?\b[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}\)?/g, ' ')
    .replace(/https?:\S+|(?:^|\s)@\w+/g, ' ')
    .replace(/\([^()]*\)?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const found = inside.exec(text);
  const introduced = leading.test(text) || found !== null;
  if (found && !leading.test(text)) text = text.slice(found.index + found[0].length);
  for (let round = 0; round < 3; round += 1) text = text.replace(leading, '').trim();
  const [first = ''] = text
    .replace(/^[\s|·•:–—,/-]+/, '')
    .split(/\s*[|·•ǀ]\s*|\s+[–—-]\s+|\s*:\s+|\s+(?:in|am|on|le|um|für|for|at)\s+|(?<=\p{Ll}{3})\.\s+(?=\p{Lu})/u);
  // User names are lower-case: "by oona" names one, "by the sea" does not.
  const lowerCase = trusted || (introduced && (marked || !/\s/.test(first.trim())));
  const names: string[] = [];
  for (const part of first.split(between)) {
    if (onlyRole.test(part.trim())) continue;
    const name = tidyName(part);
    if (name === '' || onlyRole.test(name) || degree.test(name)) continue;
    if (!isName(name, { lowerCase, single: trusted || introduced })) {
      if (names.length === 0 && !trusted) return [];
      continue;
    }
    if (!names.some((known) => known.toLowerCase() === name.toLowerCase())) names.push(name);
  }
  return names.slice(0, 20);
}

/** A line that holds a date and, beside it, nothing but a name: "11.12.2019 – Oona Firth". */
export function readNameBesideDate(line: string): string[] {
  if (line.length > 80 || findDate(line) === null) return [];
  const rest = withoutDates(line).replace(/^[\s|·•:–—,/-]+|[\s|·•:–—,/-]+$/g, '');
  const words = rest.split(' ');
  return words.length >= 2 && words.length <= 4 && isName(rest, {}) ? [rest] : [];
}

function withoutDates(text: string): string {
  let rest = text;
  for (let round = 0; round < 3; round += 1) {
    const date = findDate(rest);
    if (!date) break;
    rest = `${rest.slice(0, date.start)} | ${rest.slice(date.end)}`;
  }
  return rest
    .replace(
      /\b(?:(?:posted|published|publiziert|veröffentlicht|geschrieben|erstellt)\s+)?(?:am|on|le|el|vom|um|stand|datum|date|fecha|data|updated|published|aktualisiert)\s*:?\s*\|/giu,
      '|',
    )
    .replace(/\d{1,2}[:.]\d\d(?:\s*(?:uhr|[ap]\.?m\.?))?/giu, ' ')
    .replace(/^[\s|,–—-]+|[\s|,–—-]+$/g, '')
    .replace(/\s+/g, ' ');
}

function tidyName(part: string): string {
  return part
    .replace(leading, '')
    .replace(/\s+(?:follow|folgen|seguir|suivre|segui|takip et)$/iu, '')
    .replace(roleAtStart, '')
    .replace(roleAtEnd, '')
    .replace(/^["'“”„«»\s.:,*–—-]+|["'“”„«»\s:,*–—-]+$/gu, '')
    .trim();
}

/** Whether a text may be a name: capitals in scripts that have them, and more than one word, unless its place says that it is one. */
function isName(text: string, { lowerCase = false, single = false }): boolean {
  if (text.length < 2 || text.length > 60 || /[@<>{}=?!#%…：]|https?:/.test(text) || noName.test(text)) return false;
  const words = text.split(/\s+/);
  if (words.length > 6 || !/\p{L}/u.test(text)) return false;
  if (/\d/.test(text) && !(lowerCase && words.length === 1)) return false;
  if (words.length === 1 && !(single && text.length <= 30)) return false;
  if (!/[\p{Lu}\p{Ll}]/u.test(text)) return true;
  const isCapital = (word: string) => /^["'“(]?[\p{Lu}\p{Lo}]/u.test(word);
  return (
    (words.some(isCapital) && words.every((word) => isCapital(word) || particles.test(word))) ||
    (lowerCase && words.length <= 3)
  );
}
