import { rows, sql } from "#kernel/db/sql.ts";
import type { PaymentHouse } from "#modules/billing/payments/payment-house.ts";
import { matchLine } from "#modules/billing/payments/statements/match-line.ts";

const PAGE = 200;

/**
 * Matches the new lines of a statement, each in a transaction of its own. A line that fails is left new and named in the
 * log; the others go on. Gives how many were looked at. Safe to run twice and to stop half way.
 */
export async function matchStatement(
  house: PaymentHouse,
  statementId: string,
  signal: AbortSignal,
): Promise<number> {
  let after = -1;
  let done = 0;
  let failure: unknown;
  for (;;) {
    const lines = await rows<{ id: string; position: number }>(
      house.db,
      sql`SELECT id, position FROM billing.bank_line
          WHERE statement_id = ${statementId} AND status = 'new' AND position > ${after} ORDER BY position LIMIT ${PAGE}`,
    );
    if (lines.length === 0 || signal.aborted) break;
    for (const { id } of lines)
      try {
        await house.transact((ctx) => matchLine(ctx, id));
        done++;
      } catch (error) {
        failure ??= error;
        house.log.warn({ bankLineId: id, error }, "A bank line could not be matched");
      }
    after = lines.at(-1)?.position ?? after;
  }
  // Thrown for another try; what was matched is not matched again.
  if (failure) throw failure;
  return done;
}
