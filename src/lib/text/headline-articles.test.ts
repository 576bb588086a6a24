import { expect, test } from 'vitest';
import { withArticles } from './headline-articles.ts';

const reports = [
  'A ferry sank off the harbour of Tal Amrin. The Harbour Council met, and the Harbour Council closed the port. Hadid spoke to the families.',
  'The ferry Marwa had sailed from the port. Hadid answered for the Harbour Council. The UN and the UN envoy were told.',
];

test.each([
  ['ferry sinking off harbour of Tal Amrin', 'a ferry sinking off the harbour of Tal Amrin'],
  ['Hadid closing port', 'Hadid closing the port'],
  ['Harbour Council meeting in Ostrava', 'the Harbour Council meeting in Ostrava'],
  ['ferry Marwa sinking', 'the ferry Marwa sinking'],
  ['Hadid meeting families of the dead', 'Hadid meeting families of the dead'],
  ['Hadid calling “port” unsafe', 'Hadid calling “port” unsafe'],
  ['a port closing', 'a port closing'],
  ['a body being that of missing ferry', 'a body being that of missing ferry'],
  ['bread prices doubling', 'bread prices doubling'],
])('%s', (headline, told) => {
  expect(withArticles(headline, reports)).toBe(told);
});
