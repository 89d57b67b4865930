import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { type Account, ACCOUNT_COLUMNS, accountUnknown } from "#modules/people/accounts/account.ts";
import type { PeopleContext } from "#modules/people/accounts/open-account.ts";
import { type AccountFacts, AccountFacts as Facts } from "#modules/people/contract/account.ts";
import { AccountChanged } from "#modules/people/events/accounts.ts";
import { lockAccount } from "#modules/people/memberships/lock-members.ts";

/** Locks an account and reads it. Errors: those of `lockAccount`. */
export async function lockedAccount(tx: Tx, { accountId }: { accountId: string }): Promise<Account> {
  await lockAccount(tx, accountId);
  const account = await firstRow<Account>(
    tx,
    sql`SELECT ${ACCOUNT_COLUMNS} FROM people.account a WHERE a.id = ${accountId}`,
  );
  if (!account) throw accountUnknown();
  return account;
}

interface Change {
  facts: Partial<AccountFacts>;
  by: "customer" | "staff" | "import";
  /** As the caller read it. */
  version?: number;
}

const FIELDS = Object.keys(Facts.shape) as (keyof AccountFacts)[];

/**
 * Changes what differs of a locked account; its version after. What other modules wrote down of it (invoices) stays.
 * Errors: `people.account_changed_meanwhile`.
 */
export async function changeAccount(
  context: PeopleContext,
  account: Account,
  { facts, by, version }: Change,
): Promise<number> {
  if (version !== undefined && version !== account.version)
    throw refuse(
      "conflict",
      "people.account_changed_meanwhile",
      "Somebody else changed this customer meanwhile. Look at it again, then change it.",
    );
  const fields = FIELDS.filter((field) => facts[field] !== undefined && facts[field] !== account[field]);
  if (fields.length === 0) return account.version;
  const { tx, now, emit } = context;
  const { accountId } = account;
  const next = { ...account, ...Object.fromEntries(fields.map((field) => [field, facts[field]])) };
  await tx.execute(
    sql`UPDATE people.account SET kind = ${next.kind}, name = ${next.name}, billing_email = ${next.billingEmail},
          tax_id = ${next.taxId}, country = ${next.country}, region = ${next.region}, postcode = ${next.postcode},
          city = ${next.city}, line1 = ${next.line1}, line2 = ${next.line2}, currency = ${next.currency},
          locale = ${next.locale}, zone = ${next.zone}, version = version + 1, updated_at = ${now.toString()}
        WHERE id = ${accountId}`,
  );
  await emit(AccountChanged, { accountId, fields, by });
  return account.version + 1;
}
