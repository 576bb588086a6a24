import { continueWithdrawals, findWithdrawnPlaces, type WithdrawalReport, withdrawNames } from '#archive/archive.ts';
import { findWithdrawals, type NameToWithdraw, UnusableName } from '#withdrawals/withdrawals.ts';
import { type Newsroom, openNewsroom } from '../newsroom.ts';
import { type Command, type CommandInput, exitCodes, textFlag, UsageError } from './command.ts';
import { readNamesFile } from './read-names-file.ts';

export const withdraw: Command = {
  name: 'withdraw',
  usage:
    '(--name N [--also N2;N3] | --from FILE) [--tombstone TEXT] [--dry-run] | --list [--show-names] | (nothing: goes on with what was begun)',
  summary: 'takes a name out of everything that is kept, and keeps it out (docs/contracts/document.md)',
  flags: {
    name: 'text',
    also: 'text',
    from: 'text',
    tombstone: 'text',
    'dry-run': 'switch',
    list: 'switch',
    'show-names': 'switch',
  },
  async run(input) {
    const names = await readNames(input);
    const newsroom = await openNewsroom(input.config);
    try {
      if (input.flags.list) return await list(newsroom, input);
      if (input.flags['dry-run']) {
        if (names.length === 0) throw new UsageError('--dry-run needs --name or --from');
        report(input, await findWithdrawnPlaces(newsroom, names), true);
        return exitCodes.done;
      }
      const done = names.length > 0 ? await withdrawNames(newsroom, names) : await continueWithdrawals(newsroom);
      if (done === null)
        throw new UsageError('no withdrawal was left half done; --name or --from says what to withdraw');
      report(input, done, false);
      return exitCodes.done;
    } catch (error) {
      throw error instanceof UnusableName ? new UsageError(error.message) : error;
    } finally {
      await newsroom.close();
    }
  },
};

/** One person from the command line, or one a line from a file. */
async function readNames(input: CommandInput): Promise<NameToWithdraw[]> {
  const name = textFlag(input, 'name');
  const also = textFlag(input, 'also');
  const file = textFlag(input, 'from');
  const tombstone = textFlag(input, 'tombstone');
  if (name !== null && file !== null) throw new UsageError('--name and --from cannot be given together');
  if (name === null && also !== null) throw new UsageError('--also needs --name');
  const named = name === null ? [] : [{ names: [name, ...(also?.split(';') ?? [])], by: 'command line' }];
  const people = file === null ? named : await readNamesFile(file);
  return people.map((person) => (tombstone === null ? person : { ...person, tombstone: { und: tombstone } }));
}

async function list(newsroom: Newsroom, { flags, print }: CommandInput): Promise<number> {
  const withdrawals = await findWithdrawals(newsroom.database.read);
  const shown = withdrawals.map(({ at, by, state, tombstone, names }) => ({
    at,
    by,
    state,
    tombstone,
    spellings: names.length,
    ...(flags['show-names'] ? { names } : {}),
  }));
  if (flags.json) print(JSON.stringify({ withdrawals: shown }));
  else if (shown.length === 0) print('No name is withdrawn.');
  for (const each of flags.json ? [] : shown)
    print(
      `${each.at}  ${Object.values(each.tombstone).join(' / ')}  ${each.spellings} spelling(s), ${each.state === 'done' ? 'done' : 'not finished'}${each.names ? `: ${each.names.join('; ')}` : ''}`,
    );
  return exitCodes.done;
}

function report({ flags, print, note }: CommandInput, found: WithdrawalReport, dryRun: boolean): void {
  if (flags.json) print(JSON.stringify({ dryRun, ...found }));
  else {
    const places = Object.entries(found.places);
    print(places.length === 0 ? 'Found nowhere.' : dryRun ? 'Would be taken out of:' : 'Taken out of:');
    for (const [place, times] of places) print(`  ${String(times).padStart(6)}  ${place}`);
    if (dryRun) for (const { place, words } of found.examples) print(`  ${place}: … ${words} …`);
  }
  if (dryRun) {
    note(
      'A surname alone, or “Surname, Name”, is found when it is given as a spelling. A person decides what the form alone cannot: pronouns, titles that one person holds, faces in pictures.',
    );
    return;
  }
  if (!found.erased)
    note('The database is in use: run `daybook withdraw --name …` again when it is not, to overwrite its free pages.');
  note(
    'Not reached: what browsers, feed readers, search engines, web archives and mail keep; frozen copies and backups (write them anew); pictures themselves; the addresses of wires; publications’ own slugs.',
  );
}
