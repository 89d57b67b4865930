import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";

/** Under which name a provider knows an account; null before it was told of it. */
export async function findProviderCustomer(
  db: Db,
  accountId: string,
  provider: string,
): Promise<string | null> {
  const row = await firstRow<{ ref: string }>(
    db,
    sql`SELECT ref FROM billing.provider_customer WHERE account_id = ${accountId} AND provider = ${provider}`,
  );
  return row?.ref ?? null;
}

/** Keeps it; the first name stays, should two be made at once. */
export async function keepProviderCustomer(
  db: Db,
  known: { accountId: string; provider: string; ref: string; now: Temporal.Instant },
): Promise<void> {
  await db.execute(
    sql`INSERT INTO billing.provider_customer (account_id, provider, ref, created_at)
        VALUES (${known.accountId}, ${known.provider}, ${known.ref}, ${known.now.toString()})
        ON CONFLICT DO NOTHING`,
  );
}
