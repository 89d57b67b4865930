import { sql } from "#kernel/db/sql.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { bookLine } from "#modules/billing/payments/statements/book-line.ts";
import { findCandidates } from "#modules/billing/payments/statements/find-candidates.ts";
import { lockLine } from "#modules/billing/payments/statements/line-row.ts";
import { decideMatch, type MatchDecision } from "#modules/billing/rules/payments/matching/decide-match.ts";

/**
 * Decides what a line that came in is for, and books it where it says so itself. Lines that somebody decided on, and
 * lines matched already, stay as they are. Gives the state it is in.
 */
export async function matchLine(
  ctx: BillingContext,
  bankLineId: string,
): Promise<MatchDecision["status"] | "new"> {
  const line = await lockLine(ctx.tx, bankLineId);
  if (line.status !== "new" && line.status !== "suggested") return line.status;
  const decision = decideMatch(await findCandidates(ctx.tx, line));
  if (decision.status === "matched" && decision.accountId) {
    await bookLine(ctx, line, {
      accountId: decision.accountId,
      invoiceIds: decision.invoiceIds,
      reason: decision.reason,
    });
    return "matched";
  }
  await ctx.tx.execute(
    sql`UPDATE billing.bank_line
        SET status = ${decision.status}, reason = ${decision.reason}, suggested_account_id = ${decision.accountId},
            suggested_invoice_ids = ${sql.param(decision.invoiceIds)}::uuid[]
        WHERE id = ${bankLineId}`,
  );
  return decision.status;
}
