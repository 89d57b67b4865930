import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { readPlanFile } from "#modules/playbook/commands/import/read-plan-file.ts";
import { GetImportDraft, PlanFile } from "#modules/playbook/contract/plan.ts";

/** As long as a file waits to be imported. */
const KEPT = { hours: 24 };

/**
 * Keeps a file for a day, so that its preview has an address and the import needs no second upload. Changes nothing
 * of the plan. Errors: those of reading a plan.
 */
export const draftImport = defineCommand({
  name: "playbook.draft_import",
  title: "Keep a file for a day to look at what it would become",
  http: "POST /playbook/import-drafts",
  access: "playbook:decide",
  input: PlanFile,
  output: GetImportDraft,
  unaudited: true,
  run: async ({ tx, input, now, actor, company }) => {
    const { currency } = await company();
    const { bytes, reading } = readPlanFile(input, currency);
    const draftId = newId();
    await tx.execute(
      sql`DELETE FROM playbook.import_draft WHERE created_at < ${now.subtract(KEPT).toString()}`,
    );
    await tx.execute(
      sql`INSERT INTO playbook.import_draft (id, file_name, raw, start_on, created_at, created_by)
          VALUES (${draftId}, ${input.fileName}, ${bytes}, ${input.startOn ?? reading.start}, ${now.toString()},
                  ${actorPersonId(actor)})`,
    );
    return { draftId };
  },
});
