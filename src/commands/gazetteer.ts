import { resolve } from 'node:path';
import { GazetteerUnreadable, importGazetteer } from '#gazetteer/gazetteer.ts';
import { openNewsroom } from '../newsroom.ts';
import { type Command, exitCodes, textFlag, UsageError } from './command.ts';

/** Places where people live, and what is administered. */
const usualClasses = 'P,A';

export const gazetteer: Command = {
  name: 'gazetteer',
  usage: 'import PATH [--countries SY,LB] [--classes P,A]',
  summary: 'reads places and their names in every script from files of GeoNames or Who’s On First',
  flags: { countries: 'text', classes: 'text' },
  positionals: 2,
  async run(input) {
    const [act = '', path = ''] = input.positionals;
    if (act !== 'import') throw new UsageError(`“${act}” is nothing that is done with a gazetteer; there is: import`);
    const countries = codes(textFlag(input, 'countries') ?? '', /^[A-Z]{2}$/u, 'countries');
    const classes = codes(textFlag(input, 'classes') ?? usualClasses, /^[A-Z]$/u, 'classes');
    const newsroom = await openNewsroom(input.config);
    try {
      const began = performance.now();
      let told = began;
      const done = await importGazetteer({ ...newsroom, signal: input.signal }, resolve(path), {
        countries,
        classes,
        setAside: (item, reason) => input.note(`set aside: ${printable(item)}: ${printable(reason)}`),
        progress: (seen) => {
          const now = performance.now();
          if (now - told < 2_000) return;
          told = now;
          input.note(`${seen} entries, ${Math.round((seen / (now - began)) * 1_000)} a second`);
        },
      });
      const { seen, places, names, otherNames, leftOut, setAside, interrupted } = done;
      if (input.flags.json) input.print(JSON.stringify(done));
      else
        input.print(
          `${seen} entries: ${places} places and ${otherNames} lines of other names kept, with ${names} names; ${leftOut} left out, ${setAside} set aside`,
        );
      if (interrupted) {
        input.note('Stopped. What was read is kept; run the same command again to read the rest.');
        return exitCodes.interrupted;
      }
      if (seen === setAside) {
        input.note('Nothing of it was read: it is no gazetteer that is known.');
        return exitCodes.failed;
      }
      return setAside > 0 ? exitCodes.setAside : exitCodes.done;
    } catch (error) {
      if (!(error instanceof GazetteerUnreadable)) throw error;
      input.note(printable(error.message));
      return exitCodes.failed;
    } finally {
      await newsroom.close();
    }
  },
};

function codes(text: string, form: RegExp, flag: string): string[] {
  const given = text.split(',').flatMap((each) => each.trim().toUpperCase() || []);
  const wrong = given.find((each) => !form.test(each));
  if (wrong !== undefined) throw new UsageError(`“${wrong}” is no code that --${flag} can take`);
  return given;
}

/** A name from a file may hold what a terminal would obey. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '�');
}
