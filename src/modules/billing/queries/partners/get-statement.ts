import type { z } from "zod";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { StatementDetail, StatementRef } from "#modules/billing/contract/partners.ts";
import { getStatementRow } from "#modules/billing/queries/partners/statements.ts";

type Line = z.output<typeof StatementDetail>["lines"][number];

/** A statement with what it adds up. Errors: `billing.statement_unknown`. */
export const getStatement = defineQuery({
  name: "billing.get_commission_statement",
  title: "Look at a statement of commissions",
  http: "GET /billing/commission-statements/:statementId",
  access: "billing:read",
  input: StatementRef,
  output: StatementDetail,
  run: async ({ db, input }) => {
    const statement = await getStatementRow(db, input.statementId);
    const partner = await firstRow<{ name: string; code: string }>(
      db,
      sql`SELECT name, code FROM billing.partner WHERE id = ${statement.partnerId}`,
    );
    const lines = await rows<Line>(
      db,
      sql`SELECT l.commission_id AS "commissionId", i.full_number AS "invoiceNumber", a.name AS "buyerName",
            i.issued_on AS "issuedOn", l.amount_minor AS "amountMinor"
          FROM billing.commission_statement_line l JOIN billing.commission c ON c.id = l.commission_id
          JOIN billing.invoice i ON i.id = c.invoice_id JOIN people.account_name a ON a.id = c.buyer_account_id
          WHERE l.statement_id = ${statement.id} ORDER BY c.created_at, c.id`,
    );
    return { ...statement, partnerName: partner?.name ?? "", partnerCode: partner?.code ?? "", lines };
  },
});
