import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { openOverage, type OverageScope } from "#modules/billing/queries/usage/open-overage.ts";
import type { DraftLine } from "#modules/billing/rules/types.ts";

/**
 * The lines for usage beyond soft quotas that an invoice is to ask for now, each unit once: what is drawn here is marked,
 * in the transaction that issues the invoice. What is told later comes with the next one.
 */
export async function drawOverage(tx: Tx, scope: OverageScope): Promise<DraftLine[]> {
  const open = await openOverage(tx, scope, "lock");
  for (const { meter, startsOn, overage } of open)
    await tx.execute(
      sql`UPDATE billing.usage_total SET drawn = ${overage}
          WHERE account_id = ${scope.accountId} AND meter = ${meter} AND period_starts_on = ${startsOn}`,
    );
  return open.map(({ line }) => line);
}
