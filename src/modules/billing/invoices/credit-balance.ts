import type { Db, Tx } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";

/** What the company owes a customer in a currency. */
export async function creditBalance(db: Db, accountId: string, currency: string): Promise<number> {
  const row = await firstRow<{ balance: number }>(
    db,
    sql`SELECT coalesce(sum(amount_minor), 0)::bigint AS balance FROM billing.credit_entry
        WHERE account_id = ${accountId} AND currency = ${currency}`,
  );
  return Number(row?.balance ?? 0);
}

/** Accounts of these that have any credit at all; the rest need no look at their balance. */
export async function accountsInCredit(
  db: Db,
  accounts: readonly { accountId: string }[],
): Promise<Set<string>> {
  if (accounts.length === 0) return new Set();
  const ids = accounts.map(({ accountId }) => accountId);
  const found = await rows<{ account_id: string }>(
    db,
    sql`SELECT account_id FROM billing.credit_entry WHERE account_id = ANY (${sql.param(ids)}::uuid[])
        GROUP BY account_id, currency HAVING sum(amount_minor) > 0`,
  );
  return new Set(found.map(({ account_id }) => account_id));
}

/**
 * Serialises what moves the credit of accounts, until the transaction ends: two at once could spend it twice. There is no
 * row to lock where there never was credit, hence locks by name, in one order for all. Money comes first: take them before
 * the rows of invoices and subscriptions, so that nobody waits for another who waits for them.
 */
export async function lockCredits(tx: Tx, accountIds: readonly string[]): Promise<void> {
  await tx.execute(
    sql`SELECT pg_advisory_xact_lock(name) FROM (
          SELECT DISTINCT hashtextextended('billing.credit:' || id, 0) AS name
          FROM unnest(${sql.param(accountIds)}::text[]) AS id ORDER BY name) AS names`,
  );
}

/** Locks the credit of one account; see `lockCredits`. */
export const lockCredit = (tx: Tx, accountId: string): Promise<void> => lockCredits(tx, [accountId]);

/** Adds to, or with a negative amount takes from, a customer's credit; once for each source key. */
export async function moveCredit(
  tx: Tx,
  entry: {
    accountId: string;
    currency: string;
    amountMinor: number;
    reason: string;
    sourceKey: string;
    at: Temporal.Instant;
  },
): Promise<void> {
  if (entry.amountMinor === 0) return;
  await tx.execute(
    sql`INSERT INTO billing.credit_entry (id, account_id, currency, amount_minor, reason, source_key, at)
        VALUES (${newId()}, ${entry.accountId}, ${entry.currency}, ${entry.amountMinor}, ${entry.reason},
                ${entry.sourceKey}, ${entry.at.toString()})`,
  );
}
