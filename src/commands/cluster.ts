import { resolve } from 'node:path';
import { clusterFile } from './cluster-file.ts';
import { type Command, exitCodes, requireFlag } from './command.ts';

export const cluster: Command = {
  name: 'cluster',
  usage: '--in FILE --out FILE',
  summary: 'groups a file of reports into developments, one pass in date order',
  flags: { in: 'text', out: 'text' },
  async run(input) {
    const file = resolve(requireFlag(input, 'in'));
    const outcome = await clusterFile({
      in: file,
      out: resolve(requireFlag(input, 'out')),
      signal: input.signal,
      progress: (done) => {
        if (done % 5000 === 0) input.note(`${done} reports`);
      },
    });
    for (const { line, reason } of outcome.setAside) input.note(`${file}, line ${line} was set aside: ${reason}`);
    if (input.flags.json) input.print(JSON.stringify(outcome));
    else
      input.print(
        `${outcome.reports} reports in ${outcome.developments} developments, ${outcome.setAside.length} set aside.`,
      );
    return outcome.setAside.length > 0 ? exitCodes.setAside : exitCodes.done;
  },
};
