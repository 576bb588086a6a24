import { isWebAddress } from '#lib/json/read-json.ts';
import {
  isFolderName,
  mailboxUrl,
  readMailboxUrl,
  usualWire,
  type Wire,
  type WireKind,
  type WireSettings,
} from '#wires/wires.ts';
import type { WireInput, WrongWire } from './wire-form.tsx';

const kinds: WireKind[] = ['feed', 'page', 'folder', 'mailbox'];
const imapPort = 993;
const longestSelector = 300;

/** The form as it was typed. `publications`: those that it names and that may be named. */
export function readWireInput(form: Record<string, unknown>, publications: string[]): WireInput {
  const text = (name: string) => (typeof form[name] === 'string' ? form[name].trim() : '');
  return {
    kind: kinds.find((kind) => kind === form.kind) ?? 'feed',
    outlet: text('outlet').slice(0, 120),
    url: text('url'),
    folder: text('folder'),
    server: text('server').toLowerCase(),
    user: text('user').slice(0, 200),
    // A password may begin or end with a space.
    password: typeof form.password === 'string' ? form.password.slice(0, 500) : '',
    mailbox: text('mailbox').slice(0, 200) || 'INBOX',
    item: text('item'),
    title: text('title'),
    link: text('link'),
    date: text('date'),
    lang: text('lang'),
    visibility: text('visibility') === 'private' ? 'private' : 'public',
    publications,
  };
}

/** The mailbox that the form names; its port is IMAP's over TLS unless another stands behind the server. */
export function mailboxOf({ server, user, mailbox }: WireInput) {
  const [host = '', port] = server.split(':');
  return { host, port: port === undefined ? imapPort : Number(port), user, mailbox };
}

/** The wire that the form asks for. */
export function wireOf(input: WireInput, id: string): WireSettings & Pick<Wire, 'kind' | 'selectors'> {
  const { kind, outlet, lang, visibility, publications } = input;
  const often = kind === 'folder' ? { intervalMinutes: 1 } : kind === 'mailbox' ? { intervalMinutes: 5 } : {};
  const url =
    kind === 'folder' ? `folder:${input.folder}` : kind === 'mailbox' ? mailboxUrl(mailboxOf(input)) : input.url;
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
  } else if (input.kind === 'mailbox') wrongInMailbox(input, addresses, wrong);
  else if (!isWebAddress(input.url) || input.url.length > 2000)
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

function wrongInMailbox(input: WireInput, addresses: string[], wrong: WrongWire): void {
  const isControl = /\p{Cc}/u;
  const url = mailboxUrl(mailboxOf(input));
  if (!/^[a-z0-9.-]{1,253}(?::\d{1,5})?$/u.test(input.server))
    wrong.server = 'Name the server, such as imap.example.org.';
  else if (input.user === '' || isControl.test(input.user)) wrong.user = 'Say as whom it is read.';
  else if (readMailboxUrl(url) === null || !/^[\x20-\x7e]+$/u.test(input.mailbox))
    wrong.mailbox = 'Name it by letters, digits and signs of ASCII.';
  else if (addresses.includes(url)) wrong.server = 'A wire has this mailbox already.';
  if (input.password === '' || isControl.test(input.password)) wrong.password = 'Give the password (again).';
}
