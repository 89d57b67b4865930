import { firstRow, sql } from "#kernel/db/sql.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import { CustomerLost } from "#modules/people/events/accounts.ts";

/** The source makes nobody a customer from `untilAt` on. Told again, or of a source that never did, it changes nothing. */
export async function endCustomer(
  { tx, emit }: Pick<CommandContext<unknown>, "tx" | "emit">,
  { sourceId, untilAt }: { sourceId: string; untilAt: Temporal.Instant },
): Promise<void> {
  const ended = await firstRow<{ accountId: string; sourceKind: string }>(
    tx,
    sql`UPDATE people.standing SET until_at = greatest(from_at, ${untilAt.toString()}::timestamptz)
        WHERE source_id = ${sourceId} AND until_at IS NULL
        RETURNING account_id AS "accountId", source_kind AS "sourceKind"`,
  );
  if (ended) await emit(CustomerLost, { ...ended, sourceId });
}
