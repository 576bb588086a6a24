import { expect, test } from 'vitest';
import { testClock } from '../../../tests/support/fixtures.ts';
import { instantText } from '#platform/clock.ts';
import { createLog } from './log.ts';

function logged(level: string, write: (log: ReturnType<typeof createLog>) => void): string {
  let lines = '';
  write(createLog({ level, clock: testClock(), write: (line) => (lines += line) }));
  return lines;
}

test('a line is one JSON object with its time in UTC, its level, what happened and to what', () => {
  const line = logged('warn', (log) => log.warn('refused at the desk', { action: 'see wires', by: 'st_1' }));
  expect(JSON.parse(line)).toEqual({
    at: instantText(testClock().now()),
    level: 'warn',
    message: 'refused at the desk',
    action: 'see wires',
    by: 'st_1',
  });
  expect(instantText(testClock().now())).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u);
});

test('what came from outside begins no line of its own, and ends none', () => {
  const forged = 'ferry\r\n{"level":"info","message":"signed in"}\u001b[2J\u0000"}';
  const text = logged('warn', (log) => log.error(forged, { path: forged, error: new Error(forged) }));
  expect(text.split('\n')).toHaveLength(2);
  expect(JSON.parse(text)).toMatchObject({ message: forged, path: forged, error: { name: 'Error', message: forged } });
  for (const sign of ['\r', '\u001b', '\u0000']) expect(text).not.toContain(sign);
});

test('an error is told by its name, its words and its cause, and never by where in the code it was', () => {
  const text = logged('warn', (log) =>
    log.error('page failed', { error: new Error('no', { cause: new Error('why') }) }),
  );
  expect(JSON.parse(text)).toMatchObject({ error: { message: 'no', cause: { message: 'why' } } });
  expect(text).not.toContain('log.test');
});

test('what matters less than was asked for is not written', () => {
  expect(logged('error', (log) => log.warn('slow'))).toBe('');
  expect(logged('silent', (log) => log.error('page failed'))).toBe('');
});
