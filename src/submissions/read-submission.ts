import type { Lang } from '#platform/language.ts';
import { limits, type SubmissionContent, type SubmissionKind } from './submission.ts';

/** What stands in a form's fields, as it was typed. */
export interface SubmissionInput {
  text: string;
  email: string;
  languages: string;
  links: string;
  /** `yes`, `no` or nothing yet. */
  byline: string;
  name: string;
}

export type WrongField = keyof SubmissionInput;
export type Wrong = Partial<Record<WrongField, 'missing' | 'too-long' | 'no-address'>>;

/** The name of the field that people do not see and programmes fill in. */
export const trapField = 'fax';
export const tokenField = 'form';

/** The fields of a form, cleaned. */
export function readInput(fields: URLSearchParams): SubmissionInput {
  const line = (name: string) => cleanText(fields.get(name) ?? '').replace(/\s+/gu, ' ');
  return {
    text: cleanText(fields.get('text') ?? ''),
    email: line('email'),
    languages: line('languages'),
    links: cleanText(fields.get('links') ?? ''),
    byline: line('byline') === 'yes' ? 'yes' : line('byline') === 'no' ? 'no' : '',
    name: line('name'),
  };
}

/** What is wrong with it, by field; nothing where it can be taken. */
export function findWrong(kind: SubmissionKind, input: SubmissionInput): Wrong {
  const wrong: Wrong = {};
  for (const field of ['text', 'email', 'languages', 'links', 'name'] as const)
    if (input[field].length > limits[field]) wrong[field] = 'too-long';
  if (input.text === '') wrong.text = 'missing';
  if (input.email !== '' && !wrong.email && !/^[^\s@]+@[^\s@]+$/u.test(input.email)) wrong.email = 'no-address';
  if (kind === 'pitch' && input.byline === '') wrong.byline = 'missing';
  if (kind === 'pitch' && input.byline === 'yes' && input.name === '') wrong.name = 'missing';
  return wrong;
}

export function contentOf(kind: SubmissionKind, lang: Lang, input: SubmissionInput): SubmissionContent {
  const wanted = kind === 'pitch' && input.byline === 'yes';
  return {
    lang,
    text: input.text,
    email: input.email,
    languages: kind === 'pitch' ? input.languages : '',
    links: kind === 'pitch' ? input.links : '',
    byline: { wanted, name: wanted ? input.name : '' },
  };
}

/** Lines and tabs stay; other controls, lone surrogates and what turns the direction of text around go. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/gu, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu, '')
    .replace(/[\t ]+$/gmu, '')
    .replace(/\n{4,}/gu, '\n\n\n')
    .trim();
}
