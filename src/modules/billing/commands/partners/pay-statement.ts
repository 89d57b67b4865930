import { localDate } from "#kernel/clock.ts";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { PayStatement, Statement } from "#modules/billing/contract/partners.ts";
import { CommissionPaid } from "#modules/billing/events/partners.ts";
import { bookCommission } from "#modules/billing/ledger/book-commission.ts";
import { getStatementRow, lockOpenStatement } from "#modules/billing/queries/partners/statements.ts";

/**
 * Records that a statement was paid, by whatever bank, and books it. Errors: `billing.statement_unknown`,
 * `billing.statement_settled`, `billing.paid_in_future`.
 */
export const payStatement = defineCommand({
  name: "billing.pay_commission_statement",
  title: "Record that a partner was paid",
  http: "POST /billing/commission-statements/:statementId/payment",
  access: "billing:money",
  confirm: true,
  input: PayStatement,
  output: Statement,
  load: (tx, { statementId }) => lockOpenStatement(tx, statementId),
  run: async ({ tx, input, now, company, emit }, statement) => {
    const { paidOn, reference } = input;
    if (paidOn > localDate(now, (await company()).zone).toString())
      throw refuse("invalid", "billing.paid_in_future", "This day has not come yet.", {
        issues: [{ path: "paidOn", message: "has not come yet" }],
      });
    await tx.execute(
      sql`UPDATE billing.commission_statement SET status = 'paid', paid_on = ${paidOn}, reference = ${reference},
            settled_at = ${now.toString()} WHERE id = ${statement.id}`,
    );
    const { id, partnerId, currency, amountMinor } = statement;
    await bookCommission(tx, {
      id,
      step: "paid",
      accountId: null,
      currency,
      amountMinor,
      on: paidOn,
      at: now,
    });
    await emit(CommissionPaid, { partnerId, statementId: id, currency, amountMinor });
    return getStatementRow(tx, id);
  },
});
