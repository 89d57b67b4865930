import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import type { Identity } from "#modules/billing/rules/partners/self-referral.ts";

interface Known {
  accountId: string | null;
  personId: string | null;
  email: string;
  taxId: string | null;
}

const given = <T>(...values: (T | null | undefined)[]): T[] =>
  values.filter((value) => value !== null && value !== undefined);

/**
 * Everybody behind what is known of somebody: the members of the account with all their proved addresses, and what the
 * account itself says.
 */
export async function loadIdentity(db: Db, known: Known): Promise<Identity> {
  const { accountId, personId } = known;
  const row = await firstRow<{
    people: string[];
    emails: string[];
    tax_id: string | null;
    email: string | null;
  }>(
    db,
    sql`WITH person AS (
          SELECT ${personId}::uuid AS id WHERE ${personId}::uuid IS NOT NULL
          UNION SELECT person_id FROM people.membership WHERE account_id = ${accountId} AND until_at IS NULL),
        email AS (
          SELECT p.email FROM auth.person p JOIN person USING (id)
          UNION SELECT e.email FROM people.email_address e JOIN person ON person.id = e.person_id
          WHERE e.verified_at IS NOT NULL)
        SELECT (SELECT coalesce(jsonb_agg(id), '[]') FROM person) AS people,
          (SELECT coalesce(jsonb_agg(email), '[]') FROM email) AS emails,
          (SELECT tax_id FROM people.account WHERE id = ${accountId}) AS tax_id,
          (SELECT billing_email FROM people.account WHERE id = ${accountId}) AS email`,
  );
  return {
    accountIds: given(accountId),
    personIds: row?.people ?? [],
    emails: [known.email, ...given(row?.email), ...(row?.emails ?? [])],
    taxIds: given(known.taxId, row?.tax_id),
  };
}
