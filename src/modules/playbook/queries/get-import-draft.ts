import { type Actor, actorPersonId } from "#kernel/actor.ts";
import type { z } from "zod";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { GetImportDraft, ImportDraft } from "#modules/playbook/contract/plan.ts";

type Draft = z.output<typeof ImportDraft>;

const isOwn = (actor: Actor, personId: string | null): boolean => actorPersonId(actor) === personId;

/** A file that waits to be imported, for who uploaded it. Errors: `playbook.draft_not_found`. */
export const getImportDraft = defineQuery({
  name: "playbook.get_import_draft",
  title: "Fetch a file that waits to be imported",
  http: "GET /playbook/import-drafts/:draftId",
  access: "playbook:decide",
  input: GetImportDraft,
  output: ImportDraft,
  run: async ({ db, input, actor }) => {
    const row = await firstRow<Draft & { createdBy: string | null }>(
      db,
      sql`SELECT id AS "draftId", file_name AS "fileName", translate(encode(raw, 'base64'), E'\n', '') AS content,
                 start_on AS "startOn", created_by AS "createdBy"
          FROM playbook.import_draft WHERE id = ${input.draftId}`,
    );
    if (!row || !isOwn(actor, row.createdBy))
      throw refuse(
        "not_found",
        "playbook.draft_not_found",
        "This upload is no longer kept. Uploads wait for a day; upload the file again.",
      );
    const { createdBy: _, ...draft } = row;
    return draft;
  },
});
