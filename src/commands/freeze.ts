import { resolve } from 'node:path';
import { freezePublication } from '#archive/archive.ts';
import { endRights } from '#pieces/pieces.ts';
import { findNetwork } from '#publications/publications.ts';
import { openNewsroom } from '../newsroom.ts';
import { type Command, exitCodes, textFlag } from './command.ts';
import { requirePublication } from './find-publication.ts';

export const freeze: Command = {
  name: 'freeze',
  usage: '--publication P OUT [--origin URL]',
  summary: 'writes a publication as files that open from disk and from any host',
  flags: { publication: 'text' },
  positionals: 1,
  async run(input) {
    const newsroom = await openNewsroom(input.config);
    try {
      const publication = await requirePublication(newsroom, textFlag(input, 'publication'));
      await endRights(newsroom);
      const out = resolve(input.positionals[0] ?? '');
      const { origin } = newsroom.config;
      const networkName = (await findNetwork(newsroom.database.read)).name || newsroom.config.networkName;
      const copy = await freezePublication({ ...newsroom, networkName }, publication, {
        out,
        origin,
        signal: input.signal,
        progress: (pages, of) => {
          if (pages % 200 === 0) input.note(`${pages} of ${of} pages`);
        },
      });
      if (input.flags.json) input.print(JSON.stringify({ out, ...copy }));
      else input.print(`${copy.pages} pages in ${copy.files} files (${Math.round(copy.bytes / 1000)} kB) in ${out}.`);
      if (origin === null)
        input.note('No --origin was given: the copy names no address of its own, and its feeds hold relative links.');
      for (const name of copy.missing) input.note(`The picture ${name} is not held, and was left out.`);
      return copy.missing.length > 0 ? exitCodes.setAside : exitCodes.done;
    } finally {
      await newsroom.close();
    }
  },
};
