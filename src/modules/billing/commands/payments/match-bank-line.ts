import { rows, sql } from "#kernel/db/sql.ts";
import type { Tx } from "#kernel/db/database.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { MatchBankLine, MatchedBankLine } from "#modules/billing/contract/bank-statements.ts";
import { bookLine } from "#modules/billing/payments/statements/book-line.ts";
import { lockLine, type LineRow } from "#modules/billing/payments/statements/line-row.ts";
import { getAccount } from "#modules/people/index.ts";

async function demandInvoices(
  tx: Tx,
  line: LineRow,
  accountId: string,
  invoiceIds: readonly string[],
): Promise<void> {
  if (invoiceIds.length === 0) return;
  const found = await rows<{ currency: string }>(
    tx,
    sql`SELECT currency FROM billing.invoice
        WHERE id = ANY(${sql.param([...invoiceIds])}::uuid[]) AND account_id = ${accountId} AND kind = 'invoice'`,
  );
  if (found.length !== new Set(invoiceIds).size)
    throw refuse("not_found", "billing.invoice_unknown", "One of these invoices is none of this customer's.");
  if (found.some(({ currency }) => currency !== line.currency))
    throw refuse(
      "conflict",
      "billing.currency_differs",
      "The money came in another currency than the invoice asks for. Match it without invoice: it becomes customer credit.",
    );
}

/**
 * Books a bank line as a customer's payment: to the invoices named, then to what else is open; the rest is customer credit.
 * Errors: `billing.bank_line_unknown`, `billing.bank_line_matched`, `billing.bank_line_outgoing`,
 * `billing.invoice_unknown`, `billing.currency_differs`, `people.account_unknown`.
 */
export const matchBankLine = defineCommand({
  name: "billing.match_bank_line",
  title: "Match a bank line with a customer",
  http: "POST /billing/bank-lines/:bankLineId/match",
  access: "billing:money",
  confirm: true,
  input: MatchBankLine,
  output: MatchedBankLine,
  load: (tx, { bankLineId }) => lockLine(tx, bankLineId),
  run: async (context, line) => {
    const { tx, input } = context;
    if (line.status === "matched")
      throw refuse("conflict", "billing.bank_line_matched", "This bank line is matched already.");
    if (line.amountMinor < 0)
      throw refuse(
        "conflict",
        "billing.bank_line_outgoing",
        "This money went out. Only money that came in is matched.",
      );
    await getAccount(tx, input.accountId);
    await demandInvoices(tx, line, input.accountId, input.invoiceIds);
    return bookLine(context, line, {
      accountId: input.accountId,
      invoiceIds: input.invoiceIds,
      reason: "Matched by hand.",
    });
  },
});
