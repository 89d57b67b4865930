import { z } from "zod";
import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockDeadLetter } from "#modules/platform/dead-letter-rows.ts";

/**
 * Puts a dead letter away without handling it; the event itself stays.
 * Errors: `platform.dead_letter_not_found`, `platform.dead_letter_settled`.
 */
export const discardDeadLetter = defineCommand({
  name: "platform.discard_dead_letter",
  title: "Put an unhandled event away",
  http: "DELETE /dead-letters/:deadLetterId",
  access: "platform:manage",
  confirm: true,
  input: z.object({ deadLetterId: z.uuid() }),
  output: z.object({ deadLetterId: z.uuid() }),
  load: (tx, { deadLetterId }) => lockDeadLetter(tx, deadLetterId),
  run: async ({ tx, now }, { id }) => {
    await tx.execute(sql`UPDATE kernel.dead_letter SET discarded_at = ${now.toString()} WHERE id = ${id}`);
    return { deadLetterId: id };
  },
});
