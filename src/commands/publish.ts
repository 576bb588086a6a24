import { findPieceByPath, publishPiece } from '#pieces/pieces.ts';
import { openNewsroom } from '../newsroom.ts';
import { type Command, exitCodes, textFlag } from './command.ts';
import { describeMark } from '../desk/mark-words.ts';
import { requirePublication } from './find-publication.ts';

export const publish: Command = {
  name: 'publish',
  usage: '--publication P PATH [--note TEXT]',
  summary: 'publishes a piece, such as executive-summaries/2026/11/20; the gate applies',
  flags: { publication: 'text', note: 'text' },
  positionals: 1,
  async run(input) {
    const newsroom = await openNewsroom(input.config);
    try {
      const publication = await requirePublication(newsroom, textFlag(input, 'publication'));
      const path = (input.positionals[0] ?? '')
        .replace(/^\/+|\/+$/gu, '')
        .replace(new RegExp(`^${publication.slug}/`, 'u'), '');
      const piece = await findPieceByPath(newsroom.database.read, publication.slug, path);
      if (!piece) {
        input.note(`There is no piece at ${path}. \`daybook draft\` makes a day's summary.`);
        return exitCodes.failed;
      }
      const note = textFlag(input, 'note');
      const outcome = await publishPiece(newsroom, piece.id, {
        revision: piece.headRevision,
        by: 'command line',
        ...(note === null ? {} : { correction: { sentenceId: null, note } }),
      });
      if (input.flags.json) input.print(JSON.stringify({ path, ...outcome }));
      switch (outcome.kind) {
        case 'published':
          if (!input.flags.json) input.print(`Published /${publication.slug}/${path}, revision ${outcome.revision}.`);
          return exitCodes.done;
        case 'unchanged':
          if (!input.flags.json) input.print(`/${publication.slug}/${path} is live already, in this revision.`);
          return exitCodes.done;
        case 'refused':
          for (const mark of outcome.marks) input.note(`${path}, ${mark.at}: ${describeMark(mark)}`);
          input.note(
            `Not published: ${outcome.marks.length} mark(s) stand. Mend them at the desk, or override each with a reason.`,
          );
          return exitCodes.refused;
        case 'needs-note':
          input.note('It is live: a change to it needs a public note. Say --note TEXT.');
          return exitCodes.refused;
        case 'empty':
          input.note('It says nothing yet.');
          return exitCodes.refused;
        case 'needs-second':
          input.note(
            'Somebody else has to read it first: this publication asks for a second pair of eyes. They say so at the desk.',
          );
          return exitCodes.refused;
        case 'not-scheduled':
        case 'conflict':
          input.note('Somebody saved it meanwhile; look at it again.');
          return exitCodes.failed;
      }
    } finally {
      await newsroom.close();
    }
  },
};
