import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { StatementDraftRef, StatementFile } from "#modules/billing/contract/bank-statements.ts";
import { bytesOf, loadStatement } from "#modules/billing/payments/statements/load-statement.ts";

/** As long as a file waits to be imported. */
const KEPT = { hours: 24 };

/**
 * Keeps a bank's file for a day, so that its preview has an address and the import needs no second upload. Errors: those
 * of reading. What columns mean that nobody knows is chosen on the preview.
 */
export const draftStatement = defineCommand({
  name: "billing.draft_statement",
  title: "Keep a bank statement for a day to look at what it would bring",
  http: "POST /billing/statement-drafts",
  access: "billing:money",
  unaudited: true,
  input: StatementFile,
  output: StatementDraftRef,
  run: async ({ tx, input, now, actor, company }) => {
    await loadStatement(tx, input, (await company()).currency);
    const draftId = newId();
    await tx.execute(
      sql`DELETE FROM billing.statement_draft WHERE created_at < ${now.subtract(KEPT).toString()}`,
    );
    await tx.execute(
      sql`INSERT INTO billing.statement_draft (id, file_name, raw, layout, created_at, created_by)
          VALUES (${draftId}, ${input.fileName}, ${bytesOf(input.content)}, ${input.layout ? JSON.stringify(input.layout) : null}::jsonb,
                  ${now.toString()}, ${actorPersonId(actor)})`,
    );
    return { draftId };
  },
});
