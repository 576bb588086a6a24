import { resolve } from 'node:path';
import { type CopyFault, verifyCopy } from '#archive/archive.ts';
import { type Command, exitCodes } from './command.ts';

export const verify: Command = {
  name: 'verify',
  usage: 'OUT',
  summary: 'checks every file, link and hash of a static copy',
  flags: {},
  positionals: 1,
  async run({ positionals, flags, print, note }) {
    const check = await verifyCopy(resolve(positionals[0] ?? ''));
    if (flags.json) print(JSON.stringify(check));
    else print(`${check.files} files and ${check.links} links checked, ${check.faults.length} faults.`);
    for (const fault of check.faults) note(describeFault(fault));
    return check.faults.length > 0 ? exitCodes.failed : exitCodes.done;
  },
};

function describeFault(fault: CopyFault): string {
  switch (fault.kind) {
    case 'damaged':
      return `${fault.file}: its bytes are not those that were written; take it from another copy`;
    case 'missing':
      return `${fault.file}: it is in the manifest and not here`;
    case 'unlisted':
      return `${fault.file}: it is here and not in the manifest`;
    case 'broken-link':
      return `${fault.file}: its link ${fault.link} leads nowhere`;
    case 'outside-request':
      return `${fault.file}: it loads ${fault.link} from elsewhere`;
  }
}
