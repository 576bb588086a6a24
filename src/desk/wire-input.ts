import { isWebAddress } from '#lib/json/read-json.ts';
import { isFolderName, usualWire, type Wire, type WireKind, type WireSettings } from '#wires/wires.ts';
import type { WireInput, WrongWire } from './wire-form.tsx';

const kinds: WireKind[] = ['feed', 'page', 'folder'];
const longestSelector = 300;

/** The form as it was typed. `publications`: those that it names and that may be named. */
export function readWireInput(form: Record<string, unknown>, publications: string[]): WireInput {
  const text = (name: string) => (typeof form[name] === 'string' ? form[name].trim() : '');
  return {
    kind: kinds.find((kind) => kind === form.kind) ?? 'feed',
    outlet: text('outlet').slice(0, 120),
    url: text('url'),
    folder: text('folder'),
    item: text('item'),
    title: text('title'),
    link: text('link'),
    date: text('date'),
    lang: text('lang'),
    visibility: text('visibility') === 'private' ? 'private' : 'public',
    publications,
  };
}

/** The wire that the form asks for. */
export function wireOf(input: WireInput, id: string): WireSettings & Pick<Wire, 'kind' | 'selectors'> {
  const { kind, outlet, lang, visibility, publications } = input;
  const often = kind === 'folder' ? { intervalMinutes: 1 } : {};
  const url = kind === 'folder' ? `folder:${input.folder}` : input.url;
  const { item, title, link, date } = input;
  const selectors = kind === 'page' ? { item, title, link, date } : null;
  const said = { kind, outlet, url, selectors, lang: lang === '' ? null : lang, visibility, publications };
  return { id, ...said, ...usualWire, ...often };
}

/**
 * What is wrong with each field, in words. `addresses`: of the wires that there are. While one only looks at a page, it need
 * not be said whose it is, nor what for.
 */
export function wrongIn(input: WireInput, addresses: string[], only: 'look' | 'add'): WrongWire {
  const wrong: WrongWire = {};
  if (only === 'add' && input.outlet === '') wrong.outlet = 'Name the outlet as readers should read it.';
  if (input.kind === 'folder') {
    if (!isFolderName(input.folder)) wrong.folder = 'Name it by small letters, digits, dashes and underlines.';
    else if (addresses.includes(`folder:${input.folder}`)) wrong.folder = 'A wire has this folder already.';
  } else if (!isWebAddress(input.url) || input.url.length > 2000)
    wrong.url = 'This is no web address. It starts with http:// or https://.';
  else if (addresses.includes(input.url)) wrong.url = 'A wire has this address already.';
  if (input.kind === 'page') {
    if (input.item === '') wrong.item = 'Say which parts of the page are its items.';
    for (const part of ['item', 'title', 'link', 'date'] as const)
      if (input[part].length > longestSelector) wrong[part] = `This is longer than ${longestSelector} characters.`;
  }
  if (only === 'add' && input.publications.length === 0)
    wrong.publications = 'Choose at least one publication that it serves.';
  if (input.lang !== '' && !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u.test(input.lang))
    wrong.lang = 'Give a language tag, such as en or ar, or nothing.';
  return wrong;
}
