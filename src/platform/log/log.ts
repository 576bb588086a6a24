import type { Clock } from '#platform/clock.ts';
import { instantText } from '#platform/clock.ts';

const levels = ['debug', 'info', 'warn', 'error', 'silent'];

/** Structured log: one JSON object a line. Never holds a reader's address, a source's words or a secret. */
export interface Log {
  debug(message: string, fields?: Record<string, unknown>): void;
  info(message: string, fields?: Record<string, unknown>): void;
  warn(message: string, fields?: Record<string, unknown>): void;
  error(message: string, fields?: Record<string, unknown>): void;
}

export function createLog(options: { level: string; clock: Clock; write: (line: string) => void }): Log {
  const least = levels.indexOf(options.level);
  const at =
    (level: string) =>
    (message: string, fields: Record<string, unknown> = {}) => {
      if (levels.indexOf(level) < least) return;
      const entry = { at: instantText(options.clock.now()), level, message, ...fields };
      options.write(`${JSON.stringify(entry, (_, value) => (value instanceof Error ? describe(value) : value))}\n`);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

function describe(error: Error): Record<string, unknown> {
  return { name: error.name, message: error.message, ...(error.cause ? { cause: error.cause } : {}) };
}
