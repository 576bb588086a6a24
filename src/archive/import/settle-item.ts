import { BadShape } from '#lib/json/read-json.ts';
import { readContent } from '#pieces/pieces.ts';
import type { ImportedPiece, ParsedItem } from './importer.ts';

const dayForm = /^\d{4}-\d{2}-\d{2}$/u;
const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/u;
/** Segments of letters, digits and what stands in addresses as it is; none that climbs, none that is empty. */
const pathForm = /^(?!\.{1,2}(?:\/|$))[^/\p{Cc}\s?#\\]+(?:\/(?!\.{1,2}(?:\/|$))[^/\p{Cc}\s?#\\]+)*$/u;

/**
 * What an item says, held to the shape that pieces have whatever importer made it: the document is rebuilt of what the
 * schema knows, and a piece that breaks a rule is set aside with the reason.
 */
export function settleItem(parsed: ParsedItem): ParsedItem {
  if (parsed.kind !== 'piece') return parsed;
  try {
    const content = readContent(parsed.piece.content, parsed.piece.kept ? { vouched: 'keep' } : {});
    const piece: ImportedPiece = { ...parsed.piece, content };
    requireForm(piece);
    return { ...parsed, piece };
  } catch (error) {
    if (error instanceof BadShape)
      return { kind: 'set-aside', reason: `it is no piece that can be kept: ${error.message}` };
    throw error;
  }
}

/** A day of the calendar: 31 February is none. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function requireForm({ path, dated, publishedAt, modifiedAt, content, aliases }: ImportedPiece): void {
  if (path.length > 1000 || !pathForm.test(path)) throw new BadShape(`“${path.slice(0, 120)}” cannot be its path`);
  if (dated !== null && (!dayForm.test(dated) || !isDay(dated)))
    throw new BadShape(`its day “${dated}” is not YYYY-MM-DD`);
  for (const instant of [publishedAt, modifiedAt])
    if (instant !== null && (!instantForm.test(instant) || Number.isNaN(Date.parse(instant))))
      throw new BadShape(`“${instant}” is no instant in UTC with milliseconds`);
  if (aliases.length > 5000) throw new BadShape('it has more than 5,000 old addresses');
  if (content.title.trim() === '' && content.blocks.length === 0)
    throw new BadShape('it has neither a title nor a text');
}
