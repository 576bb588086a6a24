import { describe, expect, test } from 'vitest';
import { notNews } from './not-news.ts';

const said = 'The port authority said on Friday that the ferry would sail again. "We are ready," its director said. ';
const argued =
  'I have crossed this river for forty years, and I do not believe a word of it. What are we supposed to do, wait? ' +
  'We should ask who is paid for the boats that never sail, and we should not be told that our questions are rude. ';

const report = (changes: Partial<Parameters<typeof notNews>[0]> = {}) => ({
  title: 'Ferry to sail again',
  body: said.repeat(20),
  url: 'https://courier.example/2026/11/20/ferry',
  lang: 'en',
  ...changes,
});

describe('what is no news', () => {
  test.each([
    ['Opinion: let them sail', 'comment'],
    ['Let them sail | Opinion', 'comment'],
    ['رأي: دعوهم يبحرون', 'comment'],
    ['ANALYSIS – who owns the port', 'feature'],
    ['تحليل: من يملك المرفأ', 'feature'],
    ['Fact-checking the governor’s speech', 'feature'],
    ['Five takeaways from the ferry inquiry', 'feature'],
    ['The ferry ban, explained', 'feature'],
    ['Takeaways from the ferry inquiry', 'feature'],
    ['How the ferry came to Dunmorrow', 'feature'],
    ['Is the ferry safe?', 'feature'],
    ['هل العبّارة آمنة؟', 'feature'],
    ['Live updates: ferry inquiry', 'gathering'],
    ['Ferry inquiry reports – as it happened', 'gathering'],
    ['تغطية مباشرة: تحقيق العبّارة', 'gathering'],
  ])('is known by the headline “%s”: %s', (title, genre) => {
    expect(notNews(report({ title }))).toEqual({ genre, by: 'headline' });
  });

  test.each([
    'Video shows ferry sinking',
    'Opinion polls close in Belhan',
    'Ferry sinks',
    'Who told the boats to sail? The order behind the ferries',
    'Ferry to sail, but will it last?',
    'Director fact-checked on ferry claim',
    'Live rounds fired at protest in Belhan',
    'Letters sent to ferry owners',
    'Briefing papers of the minister found on a train',
    'Review of ferry safety ordered',
  ])('is not the report with the headline “%s”', (title) => {
    expect(notNews(report({ title }))).toBeNull();
  });

  test.each([
    ['https://courier.example/opinion/2026/11/20/ferry', 'comment'],
    ['https://courier.example/commentisfree/2026/ferry', 'comment'],
    ['https://courier.example/news/analysis/ferry', 'feature'],
    ['https://courier.example/world/live/2026/nov/20/ferry', 'gathering'],
  ])('is known by the address %s: %s', (url, genre) => {
    expect(notNews(report({ url }))).toEqual({ genre, by: 'address' });
  });

  test.each([
    'https://courier.example/news/opinion-polls-close',
    'https://courier.example/news/live-rounds-fired',
    'https://opinion.example/news/ferry',
  ])('is not told by %s', (url) => {
    expect(notNews(report({ url }))).toBeNull();
  });

  test('is known by what the page says of itself, before or after its text', () => {
    const notice = 'The opinions expressed in this commentary are those of the author.';
    const comment = { genre: 'comment', by: 'notice' };
    expect(notNews(report({ body: `${notice}\n\n${said.repeat(20)}` }))).toEqual(comment);
    expect(notNews(report({ body: `${said.repeat(20)}\n\n${notice}` }))).toEqual(comment);
    expect(notNews(report({ body: `Ada Venn is a professor of law at Belhan. ${said.repeat(20)}` }))).toEqual(comment);
    expect(notNews(report({ lang: 'ar', body: 'الآراء الواردة في المقال تعبر عن رأي كاتبها.' }))).toEqual(comment);
    expect(notNews(report({ body: `Views expressed by voters differ. ${said.repeat(20)}` }))).toBeNull();
  });

  test('is known by how it is written: argued, in the writer’s own voice', () => {
    expect(notNews(report({ body: argued.repeat(10) }))).toEqual({ genre: 'comment', by: 'voice' });
    expect(notNews(report())).toBeNull();
  });

  test('is not what a report quotes at length, nor what is too short to tell, nor told of a language that is not known', () => {
    const quoted = `${said.repeat(12)} "${argued.repeat(3).trim()}" the oldest passenger said. `;
    expect(notNews(report({ body: quoted }))).toBeNull();
    expect(notNews(report({ body: argued }))).toBeNull();
    expect(notNews(report({ lang: 'fr', body: argued.repeat(10) }))).toBeNull();
  });
});
