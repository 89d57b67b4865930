import type { Db, Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
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

/**
 * Serialises what moves an account's credit, until the transaction ends: two at once could spend it twice. There is no
 * row to lock where there never was credit, hence a lock by name.
 */
export async function lockCredit(tx: Tx, accountId: string): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`billing.credit:${accountId}`}, 0))`);
}

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
