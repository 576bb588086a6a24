import { dumpLines } from '#archive/archive.ts';
import { countPieces, pieceKinds } from '#pieces/pieces.ts';
import { openNewsroom } from '../newsroom.ts';
import { type Command, exitCodes, textFlag } from './command.ts';
import { requirePublication } from './find-publication.ts';

export const dump: Command = {
  name: 'dump',
  usage: '--publication P [--drafts]',
  summary: 'prints the publication and its published pieces as JSON Lines (docs/contracts/dump.md)',
  flags: { publication: 'text', drafts: 'switch' },
  async run(input) {
    const newsroom = await openNewsroom(input.config);
    const db = newsroom.database.read;
    try {
      const publication = await requirePublication(newsroom, textFlag(input, 'publication'));
      const drafts = input.flags.drafts === true;
      for await (const line of dumpLines(newsroom.database, publication, { drafts })) {
        if (input.signal.aborted) return exitCodes.interrupted;
        input.print(line);
      }
      if (!drafts) {
        const counts = await Promise.all(
          pieceKinds.map((kind) => countPieces(db, publication.slug, { kind, state: 'unpublished' })),
        );
        const unpublished = counts.reduce((sum, count) => sum + count, 0);
        if (unpublished > 0) input.note(`${unpublished} unpublished piece(s) left out; --drafts prints them too.`);
      }
      return exitCodes.done;
    } finally {
      await newsroom.close();
    }
  },
};
