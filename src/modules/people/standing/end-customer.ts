import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";

/** The source makes nobody a customer from `untilAt` on. Told again, or of a source that never did, it changes nothing. */
export async function endCustomer(
  tx: Tx,
  { sourceId, untilAt }: { sourceId: string; untilAt: Temporal.Instant },
): Promise<void> {
  await tx.execute(
    sql`UPDATE people.standing SET until_at = greatest(from_at, ${untilAt.toString()}::timestamptz)
        WHERE source_id = ${sourceId} AND until_at IS NULL`,
  );
}
