import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { StatementDraft, StatementDraftRef } from "#modules/billing/contract/bank-statements.ts";
import type { CsvLayout } from "#modules/billing/rules/payments/statements/csv-layout.ts";

export const draftUnknown = () =>
  refuse(
    "not_found",
    "billing.statement_draft_unknown",
    "This file is not waiting any more. Choose it again.",
  );

/** A bank's file that waits to be imported, for a day. Errors: `billing.statement_draft_unknown`. */
export const getStatementDraft = defineQuery({
  name: "billing.get_statement_draft",
  title: "Get a waiting bank statement",
  http: "GET /billing/statement-drafts/:draftId",
  access: "billing:money",
  input: StatementDraftRef,
  output: StatementDraft,
  run: async ({ db, input: { draftId } }) => {
    const row = await firstRow<{ file_name: string; raw: Buffer; layout: CsvLayout | null }>(
      db,
      sql`SELECT file_name, raw, layout FROM billing.statement_draft WHERE id = ${draftId}`,
    );
    if (!row) throw draftUnknown();
    return { draftId, fileName: row.file_name, content: row.raw.toString("base64"), layout: row.layout };
  },
});
