import { firstRow, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import { CustomerGained } from "#modules/people/events/accounts.ts";

interface CustomerFrom {
  accountId: string;
  /** What makes it a customer, such as `subscription`, `purchase`, `enrolment`. */
  sourceKind: string;
  /** The very subscription or purchase. */
  sourceId: string;
  fromAt: Temporal.Instant;
}

/** The account is a customer by this source from then on. Told again while that stands, it changes nothing. */
export async function recordCustomer(
  { tx, emit }: Pick<CommandContext<unknown>, "tx" | "emit">,
  { accountId, sourceKind, sourceId, fromAt }: CustomerFrom,
): Promise<void> {
  const begun = await firstRow<{ id: string }>(
    tx,
    sql`INSERT INTO people.standing (id, account_id, source_kind, source_id, from_at)
        VALUES (${newId()}, ${accountId}, ${sourceKind}, ${sourceId}, ${fromAt.toString()})
        ON CONFLICT (source_id) WHERE until_at IS NULL DO NOTHING RETURNING id`,
  );
  if (begun) await emit(CustomerGained, { accountId, sourceKind, sourceId });
}
