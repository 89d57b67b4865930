import { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";

/** Takes a waiver back. Errors: `playbook.waiver_not_found`. */
export const revokeWaiver = defineCommand({
  name: "playbook.revoke_waiver",
  title: "Take a waiver back",
  http: "DELETE /playbook/waivers/:waiverId",
  access: "playbook:decide",
  input: z.object({ waiverId: z.uuid() }),
  output: z.object({ waiverId: z.uuid() }),
  run: async ({ tx, input, now, actor }) => {
    const revoked = await firstRow(
      tx,
      sql`UPDATE playbook.waiver SET revoked_at = ${now.toString()}, revoked_by = ${actorPersonId(actor)}
          WHERE id = ${input.waiverId} AND revoked_at IS NULL RETURNING id`,
    );
    if (!revoked)
      throw refuse("not_found", "playbook.waiver_not_found", "This waiver does not exist or was taken back.");
    return { waiverId: input.waiverId };
  },
});
