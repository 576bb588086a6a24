import { ConfigError } from '#platform/config/config.ts';
import { SchemaMismatch } from '#platform/database/migrate.ts';
import { type Command, exitCodes, readArguments, UsageError } from './command.ts';
import { commands } from './commands.ts';

/** Runs one command to its end and answers its exit code. Errors become a sentence on stderr, never a stack for people. */
export async function runCommandLine(args: string[], env: Record<string, string | undefined>): Promise<number> {
  const [name, ...rest] = args;
  const command = commands.find((each) => each.name === name);
  if (!command) {
    const asked = name === undefined || name === 'help' || name === '--help';
    (asked ? process.stdout : process.stderr).write(
      asked ? overview() : `daybook: there is no command “${name}”\n\n${overview()}`,
    );
    return asked ? exitCodes.done : exitCodes.usage;
  }
  const interrupt = new AbortController();
  const onSignal = () => interrupt.abort();
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  // Whoever reads what we print may have had enough of it (`… | head`).
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.done);
    throw error;
  });
  try {
    const input = readArguments(command, rest, env);
    if (input.flags.help) {
      process.stdout.write(`${usageLine(command)}\n\n${command.summary}\n`);
      return exitCodes.done;
    }
    const code = await command.run({
      ...input,
      print: (line) => void process.stdout.write(`${line}\n`),
      note: (line) => void process.stderr.write(`${line}\n`),
      signal: interrupt.signal,
    });
    return interrupt.signal.aborted && command.name !== 'serve' ? exitCodes.interrupted : code;
  } catch (error) {
    return report(error, command, env);
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}

function report(error: unknown, command: Command, env: Record<string, string | undefined>): number {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`daybook ${command.name}: ${message}\n`);
  if (error instanceof UsageError) process.stderr.write(`${usageLine(command)}\n`);
  for (let cause = (error as Error).cause; cause instanceof Error; cause = cause.cause)
    process.stderr.write(`  because: ${cause.message}\n`);
  if (env.DAYBOOK_LOG === 'debug' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  if (error instanceof UsageError || error instanceof ConfigError) return exitCodes.usage;
  return error instanceof SchemaMismatch ? exitCodes.schema : exitCodes.failed;
}

function usageLine(command: Command): string {
  return `usage: daybook ${command.name} ${command.usage} [--data DIR] [--json]`.replace(/ {2,}/g, ' ');
}

function overview(): string {
  const rows = commands.map((command) => `  ${command.name.padEnd(10)} ${command.summary}`);
  return `daybook <command> [--data DIR]\n\n${rows.join('\n')}\n\ndaybook <command> --help tells the rest.\n`;
}
