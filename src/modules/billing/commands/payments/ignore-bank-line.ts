import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { BankLineOutcome, IgnoreBankLine } from "#modules/billing/contract/bank-statements.ts";
import { lockLine } from "#modules/billing/payments/statements/line-row.ts";

/** Sets a bank line aside that is no customer's payment. Errors: `billing.bank_line_unknown`, `billing.bank_line_matched`. */
export const ignoreBankLine = defineCommand({
  name: "billing.ignore_bank_line",
  title: "Set a bank line aside",
  http: "POST /billing/bank-lines/:bankLineId/ignore",
  access: "billing:money",
  input: IgnoreBankLine,
  output: BankLineOutcome,
  load: (tx, { bankLineId }) => lockLine(tx, bankLineId),
  run: async ({ tx, input, now, actor }, line) => {
    if (line.status === "matched")
      throw refuse(
        "conflict",
        "billing.bank_line_matched",
        "This bank line is matched. Take that back first.",
      );
    await tx.execute(
      sql`UPDATE billing.bank_line
          SET status = 'ignored', reason = ${input.reason || "Set aside."}, suggested_account_id = NULL,
              suggested_invoice_ids = '{}', decided_at = ${now.toString()}, decided_by = ${actorPersonId(actor)}
          WHERE id = ${line.id}`,
    );
    return { bankLineId: line.id, status: "ignored" as const };
  },
});
