import { expect, test } from 'vitest';
import { redactOrigin } from './redact-reports.ts';
import type { Origin } from './origins/origins.ts';

test('a withdrawn name goes from an origin’s other names and from who tells it, too', () => {
  const without = (text: string): string => text.replaceAll('Una Pell', '—');
  const redactor = { text: without } as Parameters<typeof redactOrigin>[1];
  const origin: Origin = {
    kind: 'official',
    name: 'harbour master',
    evidence: 'Una Pell',
    start: 0,
    end: 0,
    rests: true,
    also: ['Una Pell', 'Port Authority'],
    of: { kind: 'official', name: 'Una Pell', also: ['Una Pell'] },
  };
  const redacted = redactOrigin(origin, redactor, null);
  expect(JSON.stringify(redacted)).not.toContain('Una Pell');
  expect(redacted).toMatchObject({ name: 'harbour master', also: ['—', 'Port Authority'], of: { name: '—' } });
});
