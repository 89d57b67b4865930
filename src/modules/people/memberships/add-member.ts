import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { MemberRole } from "#modules/people/contract/account.ts";

interface NewMember {
  accountId: string;
  personId: string;
  role: MemberRole;
  now: Temporal.Instant;
}

/** Makes a person a member from now on; false when they are one already, whose role stays. */
export async function addMember(tx: Tx, member: NewMember): Promise<boolean> {
  const { accountId, personId, role, now } = member;
  const added = await firstRow(
    tx,
    sql`INSERT INTO people.membership (id, account_id, person_id, role, from_at)
        VALUES (${newId()}, ${accountId}, ${personId}, ${role}, ${now.toString()})
        ON CONFLICT (account_id, person_id) WHERE until_at IS NULL DO NOTHING RETURNING id`,
  );
  return added !== undefined;
}
