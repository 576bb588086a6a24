import { isWebAddress } from '#lib/json/read-json.ts';
import { isFolderName, usualWire, type WireKind, type WireSettings } from '#wires/wires.ts';
import type { WireInput, WrongWire } from './wire-form.tsx';

const kinds: WireKind[] = ['feed', 'folder'];

/** The form as it was typed. `publications`: those that it names and that may be named. */
export function readWireInput(form: Record<string, unknown>, publications: string[]): WireInput {
  const text = (name: string) => (typeof form[name] === 'string' ? form[name].trim() : '');
  return {
    kind: kinds.find((kind) => kind === form.kind) ?? 'feed',
    outlet: text('outlet').slice(0, 120),
    url: text('url'),
    folder: text('folder'),
    lang: text('lang'),
    visibility: text('visibility') === 'private' ? 'private' : 'public',
    publications,
  };
}

/** The wire that the form asks for. */
export function wireOf(input: WireInput, id: string): WireSettings {
  const { kind, outlet, lang, visibility, publications } = input;
  const often = kind === 'folder' ? { intervalMinutes: 1 } : {};
  const url = kind === 'folder' ? `folder:${input.folder}` : input.url;
  return { id, kind, outlet, url, lang: lang === '' ? null : lang, visibility, publications, ...usualWire, ...often };
}

/** What is wrong with each field, in words. `addresses`: of the wires that there are. */
export function wrongIn(input: WireInput, addresses: string[]): WrongWire {
  const wrong: WrongWire = {};
  if (input.outlet === '') wrong.outlet = 'Name the outlet as readers should read it.';
  if (input.kind === 'folder') {
    if (!isFolderName(input.folder)) wrong.folder = 'Name it by small letters, digits, dashes and underlines.';
    else if (addresses.includes(`folder:${input.folder}`)) wrong.folder = 'A wire has this folder already.';
  } else if (!isWebAddress(input.url) || input.url.length > 2000)
    wrong.url = 'This is no web address. It starts with http:// or https://.';
  else if (addresses.includes(input.url)) wrong.url = 'A wire has this address already.';
  if (input.publications.length === 0) wrong.publications = 'Choose at least one publication that it serves.';
  if (input.lang !== '' && !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u.test(input.lang))
    wrong.lang = 'Give a language tag, such as en or ar, or nothing.';
  return wrong;
}
