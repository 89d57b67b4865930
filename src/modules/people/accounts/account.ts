import type { AccountFacts } from "#modules/people/contract/account.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";

/** A customer as stored. `email` is where its mail goes: its own billing address, else that of its first owner. */
export interface Account extends AccountFacts {
  accountId: string;
  externalId: string | null;
  email: string | null;
  /** Rises with every change of the account's facts. */
  version: number;
  /** ISO 8601 instants. */
  createdAt: string;
  updatedAt: string;
  /** The account this one was merged into; null for a living one. */
  mergedIntoId: string | null;
}

const OWNER_EMAIL = sql`(SELECT p.email FROM people.membership m JOIN auth.person p ON p.id = m.person_id
  WHERE m.account_id = a.id AND m.role = 'owner' AND m.until_at IS NULL ORDER BY m.from_at, m.id LIMIT 1)`;

/** Columns of `people.account a` under the names of `Account`, but instants as the driver gives them. */
export const ACCOUNT_COLUMNS = sql`a.id AS "accountId", a.kind, a.name, a.external_id AS "externalId",
  a.billing_email AS "billingEmail", coalesce(a.billing_email, ${OWNER_EMAIL}) AS email, a.tax_id AS "taxId",
  a.country, a.region, a.postcode, a.city, a.line1, a.line2, a.currency, a.locale, a.zone, a.version,
  a.created_at AS "createdAt", a.updated_at AS "updatedAt", a.merged_into_id AS "mergedIntoId"`;

const toAccount = (row: Account): Account => ({
  ...row,
  createdAt: Temporal.Instant.from(row.createdAt).toString(),
  updatedAt: Temporal.Instant.from(row.updatedAt).toString(),
});

/** Reads an account; undefined when there is none. A merged one names the account it is part of now. */
export async function findAccount(db: Db, accountId: string): Promise<Account | undefined> {
  const row = await firstRow<Account>(
    db,
    sql`SELECT ${ACCOUNT_COLUMNS} FROM people.account a WHERE a.id = ${accountId}`,
  );
  return row && toAccount(row);
}

/** Reads accounts in one statement; those that do not exist are left out. */
export async function findAccounts(db: Db, accountIds: readonly string[]): Promise<Account[]> {
  const found = await rows<Account>(
    db,
    sql`SELECT ${ACCOUNT_COLUMNS} FROM people.account a WHERE a.id = ANY (${sql.param(accountIds)}::uuid[])`,
  );
  return found.map(toAccount);
}

export const accountUnknown = () =>
  refuse("not_found", "people.account_unknown", "There is no customer of this id.");

/** Reads an account. Errors: `people.account_unknown`. */
export async function getAccount(db: Db, accountId: string): Promise<Account> {
  const account = await findAccount(db, accountId);
  if (!account) throw accountUnknown();
  return account;
}
