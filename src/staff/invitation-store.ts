import type { Reader, Writer } from '#platform/database/database.ts';
import type { StaffRole } from './staff-member.ts';

type InvitationTables = {
  invitations: {
    token_sha256: string;
    id: string;
    publication: string;
    role: StaffRole;
    invited_by: string;
    created_at: string;
    expires_at: string;
    used_at: string | null;
  };
};

/** A role in a publication for whoever holds the link. No name or address is kept of them before they use it. */
export interface Invitation {
  id: string;
  publication: string;
  role: StaffRole;
  invitedBy: string;
  createdAt: string;
  expiresAt: string;
}

export async function insertInvitation(tx: Writer, tokenSha256: string, invitation: Invitation): Promise<void> {
  await tx
    .withTables<InvitationTables>()
    .insertInto('invitations')
    .values({
      token_sha256: tokenSha256,
      id: invitation.id,
      publication: invitation.publication,
      role: invitation.role,
      invited_by: invitation.invitedBy,
      created_at: invitation.createdAt,
      expires_at: invitation.expiresAt,
      used_at: null,
    })
    .execute();
}

/** The invitation of a token, while it is good. */
export async function findInvitation(db: Reader, tokenSha256: string, now: string): Promise<Invitation | null> {
  const row = await good(db, now).where('token_sha256', '=', tokenSha256).executeTakeFirst();
  return row ? invitationOf(row) : null;
}

/** Those to a publication that are still good, the newest first. */
export async function findInvitations(db: Reader, publication: string, now: string): Promise<Invitation[]> {
  const rows = await good(db, now).where('publication', '=', publication).orderBy('created_at', 'desc').execute();
  return rows.map(invitationOf);
}

function good(db: Reader, now: string) {
  return db
    .withTables<InvitationTables>()
    .selectFrom('invitations')
    .selectAll()
    .where('used_at', 'is', null)
    .where('expires_at', '>', now);
}

function invitationOf(row: InvitationTables['invitations']): Invitation {
  return {
    id: row.id,
    publication: row.publication,
    role: row.role,
    invitedBy: row.invited_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}

/** Uses an invitation up: whether it was good until now. */
export async function takeInvitation(tx: Writer, id: string, now: string): Promise<boolean> {
  const taken = await tx
    .withTables<InvitationTables>()
    .updateTable('invitations')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return taken.numUpdatedRows > 0n;
}

/** Takes an unused invitation to a publication back. */
export async function deleteInvitation(tx: Writer, publication: string, id: string): Promise<boolean> {
  const deleted = await tx
    .withTables<InvitationTables>()
    .deleteFrom('invitations')
    .where('id', '=', id)
    .where('publication', '=', publication)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return deleted.numDeletedRows > 0n;
}
