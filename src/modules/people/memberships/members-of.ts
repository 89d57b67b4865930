import type { AccountMembership } from "#kernel/actor.ts";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";

/** Somebody who belongs to an account now. */
export interface MemberOf {
  personId: string;
  name: string;
  email: string;
  role: AccountMembership["role"];
}

/** Who belongs to an account now, the longest-standing first. */
export const membersOf = (db: Db, accountId: string): Promise<MemberOf[]> =>
  rows<MemberOf>(
    db,
    sql`SELECT m.person_id AS "personId", p.name, p.email, m.role
        FROM people.membership m JOIN auth.person p ON p.id = m.person_id
        WHERE m.account_id = ${accountId} AND m.until_at IS NULL
        ORDER BY m.from_at, m.id LIMIT 1000`,
  );
