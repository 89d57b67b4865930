import type { AccountMembership } from "#kernel/actor.ts";
import type { MembershipSource } from "#kernel/module.ts";
import { rows, sql } from "#kernel/db/sql.ts";

/** The accounts a person belongs to now and as what, the longest-standing first. */
export const currentMemberships: MembershipSource = (db, personId) =>
  rows<AccountMembership>(
    db,
    sql`SELECT m.account_id AS "accountId", m.role
        FROM people.membership m JOIN people.account a ON a.id = m.account_id
        WHERE m.person_id = ${personId} AND m.until_at IS NULL AND a.merged_into_id IS NULL
        ORDER BY m.from_at, m.id`,
  );
