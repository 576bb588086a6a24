import { dayIn } from '#platform/clock.ts';
import { isPublicationSlug } from '#publications/publications.ts';
import { findPiece } from '#pieces/pieces.ts';
import { draftSummary } from '#summaries/summaries.ts';
import { openNewsroom } from '../newsroom.ts';
import { type Command, exitCodes, requireFlag, textFlag, UsageError } from './command.ts';
import { requirePublication } from './find-publication.ts';

export const draft: Command = {
  name: 'draft',
  usage: '--publication P --date YYYY-MM-DD [--sections N] [--again]',
  summary: "drafts a day's summary from its developments: the outlets' own sentences, quoted, with their spans",
  flags: { publication: 'text', date: 'text', sections: 'text', again: 'switch' },
  async run(input) {
    const slug = textFlag(input, 'publication');
    if (slug !== null && !isPublicationSlug(slug)) throw new UsageError(`“${slug}” is not a publication's address`);
    const newsroom = await openNewsroom(input.config);
    try {
      const publication = await requirePublication(newsroom, slug);
      const today = dayIn(publication.timeZone, newsroom.clock.now());
      const day = readDay(textFlag(input, 'date') === null ? today : requireFlag(input, 'date'));
      const sections = readSections(textFlag(input, 'sections'));
      const request = { day, by: 'command line', ...(sections === null ? {} : { sections }) };
      let drafting = await draftSummary(newsroom, publication, request);
      if (drafting.kind === 'exists' && input.flags.again) {
        const piece = await findPiece(newsroom.database.read, drafting.pieceId);
        if (piece) drafting = await draftSummary(newsroom, publication, { ...request, over: piece.headRevision });
      }
      if (input.flags.json) input.print(JSON.stringify({ publication: publication.slug, date: day, ...drafting }));
      else if (drafting.kind === 'drafted') input.print(`Drafted ${drafting.path}, revision ${drafting.revision}.`);
      else if (drafting.kind === 'exists')
        input.print(
          `${drafting.path} is there already; nothing was changed. --again drafts over it as a new revision.`,
        );
      else input.print(`No reports came in for ${day}; the last day with one is ${drafting.latest ?? 'none'}.`);
      return drafting.kind === 'no-reports' ? exitCodes.failed : exitCodes.done;
    } finally {
      await newsroom.close();
    }
  },
};

function readDay(text: string): string {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    throw new UsageError(`--date must be a day such as 2026-11-20, not “${text}”`);
  }
}

function readSections(text: string | null): number | null {
  if (text === null) return null;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 20)
    throw new UsageError('--sections must be a number from 1 to 20');
  return number;
}
