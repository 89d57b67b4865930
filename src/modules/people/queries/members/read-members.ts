import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { isoInstant } from "#modules/people/queries/iso-instant.ts";
import type { MemberRole } from "#modules/people/contract/account.ts";
import { countSeats } from "#modules/people/memberships/seats.ts";

interface MemberRow {
  personId: string;
  name: string;
  email: string;
  role: MemberRole;
  fromAt: string;
}

interface InvitationRow {
  invitationId: string;
  email: string;
  name: string;
  role: MemberRole;
  invitedAt: string;
  expiresAt: string;
}

/** Who belongs to an account, who was asked to, and how many seats that takes. */
export async function readMembers(db: Db, account: { accountId: string; now: Temporal.Instant }) {
  const { accountId, now } = account;
  const members = await rows<MemberRow>(
    db,
    sql`SELECT m.person_id AS "personId", p.name, p.email, m.role, m.from_at AS "fromAt"
        FROM people.membership m JOIN auth.person p ON p.id = m.person_id
        WHERE m.account_id = ${accountId} AND m.until_at IS NULL
        ORDER BY m.from_at, m.id LIMIT 1000`,
  );
  const invitations = await rows<InvitationRow>(
    db,
    sql`SELECT id AS "invitationId", email, name, role, invited_at AS "invitedAt", expires_at AS "expiresAt"
        FROM people.invitation
        WHERE account_id = ${accountId} AND accepted_at IS NULL AND revoked_at IS NULL
        ORDER BY invited_at, id LIMIT 1000`,
  );
  return {
    members: members.map((row) => ({ ...row, fromAt: isoInstant(row.fromAt) })),
    invitations: invitations.map((row) => {
      const expiresAt = isoInstant(row.expiresAt);
      const status: "open" | "expired" = Temporal.Instant.compare(expiresAt, now) > 0 ? "open" : "expired";
      return { ...row, invitedAt: isoInstant(row.invitedAt), expiresAt, status };
    }),
    seats: await countSeats(db, account),
  };
}
