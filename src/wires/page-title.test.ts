import { expect, test } from 'vitest';
import type { HeadingMark } from './page-headings.ts';
import { chooseTitle } from './page-title.ts';

const heading = (text: string, more: Partial<HeadingMark> = {}): HeadingMark => ({
  text,
  line: 5,
  aside: false,
  level: 1,
  titled: false,
  plate: false,
  ...more,
});
const choose = (
  pageTitle: string,
  headings: HeadingMark[],
  metaTitles: string[] = [],
  siteNames = ['The Quay Courier'],
) => chooseTitle({ pageTitle, headings, metaTitles, siteNames }).title;

test('takes the heading that agrees with the page’s own titles', () => {
  expect(
    choose('Ferries sail again | The Quay Courier', [
      heading('Most read', { level: 2 }),
      heading('Ferries sail again'),
    ]),
  ).toBe('Ferries sail again');
  expect(choose('Ferries: sailing again', [heading('Ferries sail again')], ['Ferries: sailing again'])).toBe(
    'Ferries sail again',
  );
});

test('does not take the name plate, the site’s name or a heading in an aside for the title', () => {
  const title = 'Ferries sail again – The Quay Courier';
  expect(choose(title, [heading('The Quay Courier'), heading('Ferries sail again', { level: 2 })])).toBe(
    'Ferries sail again',
  );
  expect(choose(title, [heading('News from the quay', { plate: true })])).toBe('Ferries sail again');
  expect(choose(title, [heading('Sign up', { aside: true })])).toBe('Ferries sail again');
});

test('without a heading leaves the site’s name out of the machines’ title, and nothing else', () => {
  expect(choose('The Quay Courier: home', [], ['Ferries sail – and sink | The Quay Courier'])).toBe(
    'Ferries sail – and sink',
  );
  expect(choose('Ferries - a history', [])).toBe('Ferries - a history');
});

test('leaves out a topic that stands before the title', () => {
  expect(choose('Ferries sail again', [heading('Harbour: Ferries sail again')], ['Ferries sail again'])).toBe(
    'Ferries sail again',
  );
  expect(choose('Courier - Ferries sail again - Harbour', [heading('Harbour : Ferries sail again')])).toBe(
    'Ferries sail again',
  );
});

test('gives what there is when there is little', () => {
  expect(choose('', [])).toBe('');
  expect(choose('The Quay Courier', [])).toBe('The Quay Courier');
});
