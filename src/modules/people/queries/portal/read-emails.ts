import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { isoInstant } from "#modules/people/queries/iso-instant.ts";

interface EmailRow {
  email: string;
  isPrimary: boolean;
  isVerified: boolean;
  addedAt: string;
}

/** Every address of a person, the one they sign in with first. Needs the rights of the house. */
export async function readEmails(db: Db, personId: string): Promise<EmailRow[]> {
  const found = await rows<EmailRow>(
    db,
    sql`SELECT email, true AS "isPrimary", email_verified AS "isVerified", created_at AS "addedAt"
        FROM auth.person WHERE id = ${personId}
        UNION ALL
        SELECT email, false, verified_at IS NOT NULL, added_at FROM people.email_address WHERE person_id = ${personId}
        ORDER BY "isPrimary" DESC, "addedAt", email`,
  );
  return found.map((row) => ({ ...row, addedAt: isoInstant(row.addedAt) }));
}
