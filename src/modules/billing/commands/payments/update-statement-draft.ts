import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { StatementDraftRef, UpdateStatementDraft } from "#modules/billing/contract/bank-statements.ts";
import { draftUnknown } from "#modules/billing/queries/payments/get-statement-draft.ts";

/** Says how a waiting CSV file is read. Errors: `billing.statement_draft_unknown`. */
export const updateStatementDraft = defineCommand({
  name: "billing.update_statement_draft",
  title: "Say what the columns of a waiting bank statement mean",
  http: "PATCH /billing/statement-drafts/:draftId",
  access: "billing:money",
  unaudited: true,
  input: UpdateStatementDraft,
  output: StatementDraftRef,
  run: async ({ tx, input: { draftId, layout } }) => {
    const row = await firstRow(
      tx,
      sql`UPDATE billing.statement_draft SET layout = ${JSON.stringify(layout)}::jsonb WHERE id = ${draftId} RETURNING id`,
    );
    if (!row) throw draftUnknown();
    return { draftId };
  },
});
