import { dumpPiece } from '#archive/archive.ts';
import { countPieces, findPieces } from '#pieces/pieces.ts';
import { openNewsroom } from '../newsroom.ts';
import { type Command, exitCodes, textFlag } from './command.ts';
import { requirePublication } from './find-publication.ts';

const kinds = ['summary', 'article', 'community', 'background', 'talk', 'page'] as const;

export const dump: Command = {
  name: 'dump',
  usage: '--publication P [--drafts]',
  summary: 'prints the published pieces as JSON Lines (docs/contracts/dump.md)',
  flags: { publication: 'text', drafts: 'switch' },
  async run(input) {
    const newsroom = await openNewsroom(input.config);
    const db = newsroom.database.read;
    try {
      const publication = await requirePublication(newsroom, textFlag(input, 'publication'));
      let unpublished = 0;
      for (const kind of kinds) {
        const pieces = await findPieces(db, publication.slug, {
          kind,
          ...(input.flags.drafts ? {} : { state: 'live' }),
        });
        for (const piece of pieces.toReversed()) {
          if (input.signal.aborted) return exitCodes.interrupted;
          const record = await dumpPiece(
            db,
            piece,
            input.flags.drafts ? piece.headRevision : (piece.liveRevision ?? 0),
          );
          input.print(JSON.stringify(record));
        }
        unpublished += await countPieces(db, publication.slug, { kind, state: 'unpublished' });
      }
      if (unpublished > 0 && !input.flags.drafts)
        input.note(`${unpublished} unpublished piece(s) left out; --drafts prints them too.`);
      return exitCodes.done;
    } finally {
      await newsroom.close();
    }
  },
};
