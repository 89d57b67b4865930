import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { BankLineOutcome, BankLineRef } from "#modules/billing/contract/bank-statements.ts";
import { returnPayment } from "#modules/billing/payments/return-payment.ts";
import { lockLine } from "#modules/billing/payments/statements/line-row.ts";

/**
 * Takes a match back, or lets a line that was set aside wait again. The customer's invoices are open again and credit from
 * it is gone. Errors: `billing.bank_line_unknown`, `billing.payment_moved_on` once the money was given back, credited or
 * spent.
 */
export const unmatchBankLine = defineCommand({
  name: "billing.unmatch_bank_line",
  title: "Take back how a bank line was matched",
  http: "DELETE /billing/bank-lines/:bankLineId/match",
  access: "billing:money",
  confirm: true,
  input: BankLineRef,
  output: BankLineOutcome,
  load: (tx, { bankLineId }) => lockLine(tx, bankLineId),
  run: async (context, line) => {
    const { tx, now, actor } = context;
    if (line.paymentId) await returnPayment(context, line.paymentId);
    if (line.status === "unmatched") return { bankLineId: line.id, status: "unmatched" as const };
    await tx.execute(
      sql`UPDATE billing.bank_line
          SET status = 'unmatched', payment_id = NULL, reason = 'Waits for somebody to say what it is for.',
              suggested_account_id = NULL, suggested_invoice_ids = '{}', decided_at = ${now.toString()},
              decided_by = ${actorPersonId(actor)}
          WHERE id = ${line.id}`,
    );
    return { bankLineId: line.id, status: "unmatched" as const };
  },
});
