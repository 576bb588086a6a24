/** An address that people read and copy as it is, and that a harvester looking for name@host in the source does not find. */
import { raw } from 'hono/html';

export function MailAddress({ address }: { address: string }) {
  return <bdi dir="ltr">{raw(shown(address))}</bdi>;
}

/** The same as a link to write to it, with a subject. */
export function MailLink({ address, subject }: { address: string; subject: string }) {
  const href = hidden(`mailto:${address}?subject=${encodeURIComponent(subject.toWellFormed())}`);
  return <bdi dir="ltr">{raw(`<a href="${href}">${shown(address)}</a>`)}</bdi>;
}

/** Every character as a number: safe in a text and in an attribute. */
function hidden(text: string): string {
  return [...text].map((char) => `&#${char.codePointAt(0) ?? 0};`).join('');
}

function shown(address: string): string {
  const at = address.indexOf('@');
  if (at < 0) return hidden(address);
  return `${hidden(address.slice(0, at))}<wbr>${hidden('@')}<wbr>${hidden(address.slice(at + 1))}`;
}
