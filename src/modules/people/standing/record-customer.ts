import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";

interface CustomerFrom {
  accountId: string;
  /** What makes it a customer, such as `subscription`, `purchase`, `enrolment`. */
  sourceKind: string;
  /** The very subscription or purchase. */
  sourceId: string;
  fromAt: Temporal.Instant;
}

/** The account is a customer by this source from then on. Told again while that stands, it changes nothing. */
export async function recordCustomer(tx: Tx, from: CustomerFrom): Promise<void> {
  await tx.execute(
    sql`INSERT INTO people.standing (id, account_id, source_kind, source_id, from_at)
        VALUES (${newId()}, ${from.accountId}, ${from.sourceKind}, ${from.sourceId}, ${from.fromAt.toString()})
        ON CONFLICT (source_id) WHERE until_at IS NULL DO NOTHING`,
  );
}
