import { parseArgs } from 'node:util';
import { type Config, readConfig } from '#platform/config/config.ts';
import { type Option, options } from '#platform/config/options.ts';

/** What the shell is told. The contract is docs/contracts/exit-codes.md. */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  setAside: 3,
  refused: 4,
  schema: 5,
  interrupted: 130,
} as const;

/** The command line was wrong; the message says how. */
export class UsageError extends Error {
  override name = 'UsageError';
}

export interface CommandInput {
  config: Config;
  /** Values by option name; `true` for a switch that is given. */
  flags: Record<string, string | true | undefined>;
  positionals: string[];
  /** A line for people or, with `--json`, for machines, on stdout. */
  print(line: string): void;
  /** Progress and remarks, on stderr. */
  note(line: string): void;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
}

export interface Command {
  name: string;
  /** After the name, as in the usage line. */
  usage: string;
  summary: string;
  flags: Record<string, 'text' | 'switch'>;
  positionals?: number;
  run(input: CommandInput): Promise<number>;
}

/** Reads a command's arguments and the settings. Throws UsageError or ConfigError. */
export function readArguments(
  command: Command,
  args: string[],
  env: Record<string, string | undefined>,
): Pick<CommandInput, 'config' | 'flags' | 'positionals'> {
  const settings = (options as readonly Option[]).flatMap((option) => option.flag ?? []);
  const known = {
    ...Object.fromEntries(settings.map((flag) => [flag, { type: 'string' as const }])),
    ...Object.fromEntries(
      Object.entries(command.flags).map(([flag, kind]) => [
        flag,
        { type: kind === 'switch' ? ('boolean' as const) : ('string' as const) },
      ]),
    ),
    json: { type: 'boolean' as const },
    help: { type: 'boolean' as const },
  };
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({ args, options: known, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  const flags = parsed.values as CommandInput['flags'];
  if (!flags.help && parsed.positionals.length !== (command.positionals ?? 0))
    throw new UsageError(`expected ${command.positionals ?? 0} argument(s), got ${parsed.positionals.length}`);
  const given = Object.fromEntries(
    settings.map((flag) => [flag, typeof flags[flag] === 'string' ? flags[flag] : undefined]),
  );
  return { config: readConfig(given, env), flags, positionals: parsed.positionals };
}

/** The text of a flag that must be given. */
export function requireFlag(input: CommandInput, name: string): string {
  const value = input.flags[name];
  if (typeof value !== 'string' || value === '') throw new UsageError(`--${name} is needed`);
  return value;
}

export function textFlag(input: CommandInput, name: string): string | null {
  const value = input.flags[name];
  return typeof value === 'string' ? value : null;
}
