import { expect, test } from 'vitest';
import { wordsOfAddress } from './search-lost.ts';

test('the words of a lost address are those of its last part', () => {
  expect(wordsOfAddress('/gorvan/articles/2016/08/19/the-ferry_sails.html')).toBe('the ferry sails');
  expect(wordsOfAddress('/gorvan/ar/%D8%A7%D9%84%D8%B9%D8%A8%D8%A7%D8%B1%D8%A9-1')).toBe('العبارة');
});

test('a day, a file of another system and what is no text have none', () => {
  for (const path of ['/gorvan/executive-summaries/2016/04/31', '/gorvan/wp-login.php', '/gorvan/.env', '/gorvan/%ff'])
    expect(wordsOfAddress(path)).toBe('');
  expect(wordsOfAddress(`/gorvan/${'long-'.repeat(2000)}`).length).toBeLessThanOrEqual(200);
});
