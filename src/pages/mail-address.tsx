/** An address that people read and copy as it is, and that a harvester looking for name@host in the source does not find. */
import { raw } from 'hono/html';

export function MailAddress({ address }: { address: string }) {
  const pieces = [...address].map((char) => `&#${char.codePointAt(0) ?? 0};`);
  const at = address.indexOf('@');
  const shown = pieces.map((piece, index) => (index === at ? `<wbr>${piece}<wbr>` : piece)).join('');
  return <bdi dir="ltr">{raw(shown)}</bdi>;
}
