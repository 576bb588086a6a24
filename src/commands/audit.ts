import { verifyAudit } from '#platform/audit/verify-audit.ts';
import { openNewsroom } from '../newsroom.ts';
import { type Command, exitCodes } from './command.ts';

export const audit: Command = {
  name: 'audit',
  usage: '',
  summary: 'reads the whole audit log and names the first entry that is changed or missing',
  flags: {},
  async run({ config, flags, print, note }) {
    const newsroom = await openNewsroom(config);
    try {
      const check = await verifyAudit(newsroom.database.read);
      if (flags.json) print(JSON.stringify(check));
      else if (check.kind === 'whole')
        print(`The audit log is whole: ${check.entries} entries. The last one's SHA-256 is ${check.sha256}.`);
      if (check.kind === 'broken') note(`The audit log is broken at entry ${check.number}: ${check.why}.`);
      return check.kind === 'whole' ? exitCodes.done : exitCodes.failed;
    } finally {
      await newsroom.close();
    }
  },
};
