import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { Statement, StatementRef } from "#modules/billing/contract/partners.ts";
import { getStatementRow, lockOpenStatement } from "#modules/billing/queries/partners/statements.ts";

/**
 * Takes an unpaid statement back; what it held may be stated again. Errors: `billing.statement_unknown`,
 * `billing.statement_settled`.
 */
export const cancelStatement = defineCommand({
  name: "billing.cancel_commission_statement",
  title: "Take a statement of commissions back",
  http: "POST /billing/commission-statements/:statementId/cancellation",
  access: "billing:money",
  input: StatementRef,
  output: Statement,
  load: (tx, { statementId }) => lockOpenStatement(tx, statementId),
  run: async ({ tx, now }, statement) => {
    await tx.execute(
      sql`UPDATE billing.commission_statement SET status = 'cancelled', settled_at = ${now.toString()}
          WHERE id = ${statement.id}`,
    );
    await tx.execute(
      sql`UPDATE billing.commission c SET stated_minor = c.stated_minor - l.amount_minor
          FROM billing.commission_statement_line l WHERE l.statement_id = ${statement.id} AND l.commission_id = c.id`,
    );
    return getStatementRow(tx, statement.id);
  },
});
