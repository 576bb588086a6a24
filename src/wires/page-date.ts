import { findDate } from '#lib/dates/find-date.ts';
import { type LooseDate, readLooseDate } from '#lib/dates/parse-loose-date.ts';
import { asidePenalty } from './element-hints.ts';
import type { PageLine } from './page-lines.ts';

/** Two lines of one place count as near when no more than this many lines lie between. */
const nearLines = 12;

const dateHint =
  /date|datum|fecha|\bdata\b|\btime|published|publish|posted|created|timestamp|meta|\binfo|stand|dateline|byline|author|calendar|zeit/;
const publishedWord =
  /(?:publish|posted|released|veröffentlicht|erstellt|publiziert|geschrieben|publié|posté|mis en ligne|publicad[oa]|pubblicat[oa]|opublikowan|dodano|yayın|eklenme|gepubliceerd|δημοσ|опубл|نشر|发布|press|pressemitteilung|vom \d)/i;
const changedWord =
  /(?:updated|modified|last change|aktualisiert|geändert|änderung|mise? à jour|modifié|actualizad|modificad|atualizad|aggiornat|aktualizacj|zmian|güncelle|bijgewerkt|ενημ|обновл|تحديث|更新)/i;

/**
 * The date that readers see near the heading: in a `<time>` or another marked element before a line that only holds a date.
 * @param headingLine where the heading stands, or null when none was found
 */
export function findVisibleDate(
  lines: readonly PageLine[],
  headingLine: number | null,
  monthFirst: boolean,
): LooseDate | null {
  const heading =
    headingLine ??
    Math.max(
      0,
      lines.findIndex((line) => !line.aside && line.text.length > 30),
    );
  let best: { score: number; date: LooseDate } | null = null;
  for (const [at, line] of lines.entries()) {
    if (line.machineDate === null && (line.text.length > 250 || !/\d/.test(line.text))) continue;
    const hinted = line.machineDate !== null || dateHint.test(line.hints);
    const distance = at >= heading ? at - heading : (heading - at) * 1.5;
    const published = publishedWord.test(line.text);
    const near = distance <= nearLines && line.text.length <= 120;
    if (!near && !published && !hinted && !changedWord.test(line.text)) continue;
    const score =
      distance +
      (line.aside ? asidePenalty(distance) : 0) -
      (line.machineDate === null ? 0 : 15) -
      (hinted ? 20 : 0) -
      (published ? 10 : 0) +
      (changedWord.test(line.text) ? 15 : 0) +
      Math.max(0, line.text.length - 60) / 8;
    if (best && score >= best.score) continue;
    const date = dateIn(line, monthFirst);
    if (date) best = { score, date };
  }
  return best && best.score < 250 ? best.date : null;
}

/** The `<time>` that stands right under the heading, unless it says when the page was changed. */
export function findHeadingTime(lines: readonly PageLine[], headingLine: number | null): LooseDate | null {
  if (headingLine === null) return null;
  for (const line of lines.slice(headingLine, headingLine + 6)) {
    if (line.machineDate === null || line.aside || changedWord.test(`${line.text} ${line.hints}`)) continue;
    const date = readLooseDate(line.machineDate);
    if (date && date.precision !== 'month') return date;
  }
  return null;
}

function dateIn(line: PageLine, monthFirst: boolean): LooseDate | null {
  const given = line.machineDate === null ? null : readLooseDate(line.machineDate);
  if (given && given.precision !== 'month') return given;
  return findDate(line.text, { monthFirst });
}

/** A date in an address: /2019/03/21/, /2019-03-21-…, /20190321…, or the day first. */
export function findUrlDate(url: string): LooseDate | null {
  const path = /^https?:\/\/[^/]+(\/[^?#]*)/.exec(url)?.[1] ?? '';
  const match =
    /[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(path) ??
    /[/_-]((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?!\d)/.exec(path);
  if (match) return readLooseDate(`${match[1]}-${match[2]}-${match[3]}`);
  const reversed = /[/_-](0[1-9]|[12]\d|3[01])[_-](0[1-9]|1[0-2])[_-]((?:19|20)\d\d)(?!\d)/.exec(path);
  return reversed ? readLooseDate(`${reversed[3]}-${reversed[2]}-${reversed[1]}`) : null;
}

const scriptDate =
  /["'](?:date_?published|published_?(?:at|on|time|date)?|publish_?(?:date|time|ed_at)|pub_?date|publication_?date|article_?date|first_?published(?:_?(?:at|date))?|date_?created|created_?at|broadcastedon|uploaddate)["']\s*:\s*["']([^"']{8,40})["']/i;

/** A date that the page's own scripts carry, the last thing to look at. */
export function findScriptDate(html: string): LooseDate | null {
  const found = scriptDate.exec(html)?.[1];
  const date = found === undefined ? null : readLooseDate(found);
  return date?.precision === 'month' ? null : date;
}
