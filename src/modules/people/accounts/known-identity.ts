import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";

/** Everybody behind an account or a person, to tell whether two are the same. */
export interface KnownIdentity {
  /** The person, and the members of the account today. */
  personIds: string[];
  /** Proved addresses of all of them, and the account's own for bills. */
  emails: string[];
  taxId: string | null;
}

/** What is known of who stands behind an account, a person or both; nothing of null. */
export async function findIdentity(
  db: Db,
  { accountId, personId }: { accountId: string | null; personId: string | null },
): Promise<KnownIdentity> {
  const found = await firstRow<KnownIdentity>(
    db,
    sql`WITH person AS (
          SELECT ${personId}::uuid AS id WHERE ${personId}::uuid IS NOT NULL
          UNION SELECT person_id FROM people.membership WHERE account_id = ${accountId} AND until_at IS NULL),
        email AS (
          SELECT p.email FROM auth.person p JOIN person USING (id)
          UNION SELECT e.email FROM people.email_address e JOIN person ON person.id = e.person_id
          WHERE e.verified_at IS NOT NULL
          UNION SELECT billing_email FROM people.account WHERE id = ${accountId} AND billing_email IS NOT NULL)
        SELECT (SELECT coalesce(jsonb_agg(id), '[]') FROM person) AS "personIds",
          (SELECT coalesce(jsonb_agg(email), '[]') FROM email) AS emails,
          (SELECT tax_id FROM people.account WHERE id = ${accountId}) AS "taxId"`,
  );
  return found ?? { personIds: [], emails: [], taxId: null };
}
