import type { MailboxAddress } from '#platform/imap/open-mailbox.ts';

/** A mailbox as the address of a wire: `imaps://desk%40port.example@imap.port.example:993/INBOX`. No password is in it. */
export function mailboxUrl({ host, port, user, mailbox }: MailboxAddress): string {
  return `imaps://${encodeURIComponent(user)}@${host}:${port}/${encodeURIComponent(mailbox)}`;
}

/** Null where it is none. */
export function readMailboxUrl(url: string): MailboxAddress | null {
  const found = /^imaps:\/\/(?<user>[^@/:]+)@(?<host>[^@/:]+):(?<port>\d{1,5})\/(?<mailbox>[^/]+)$/u.exec(url)?.groups;
  if (!found) return null;
  const { user = '', host = '', port, mailbox = '' } = found;
  try {
    return { host, port: Number(port), user: decodeURIComponent(user), mailbox: decodeURIComponent(mailbox) };
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** Where the password of a wire is kept, among the secrets of the data folder. */
export function mailboxSecret(wireId: string): string {
  return `mailbox-${wireId}`;
}
