import { sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { PartnerRef, StatementList } from "#modules/billing/contract/partners.ts";
import { statementRows } from "#modules/billing/queries/partners/statements.ts";

/** What a partner was paid, or is about to be; latest first. */
export const listStatements = defineQuery({
  name: "billing.list_commission_statements",
  title: "List the statements of a partner",
  http: "GET /billing/partners/:partnerId/statements",
  access: "billing:read",
  input: PartnerRef,
  output: StatementList,
  run: async ({ db, input }) => ({ items: await statementRows(db, sql`t.partner_id = ${input.partnerId}`) }),
});
