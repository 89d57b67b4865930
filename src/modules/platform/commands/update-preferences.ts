import { z } from "zod";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { NoticeDelivery } from "#modules/platform/contract.ts";
import { noticeKinds } from "#modules/platform/notice-kinds.ts";
import { ownPersonId } from "#modules/platform/own-person.ts";

/** Sets how kinds of notices reach the caller; kinds not named stay as they are. Errors: `platform.notice_unknown`. */
export const updatePreferences = defineCommand({
  name: "platform.update_preferences",
  title: "Choose how your notices reach you",
  http: "PATCH /notifications/preferences",
  access: "signed_in",
  input: z.object({ deliveries: z.record(z.string().max(100), NoticeDelivery) }),
  output: z.object({ deliveries: z.record(z.string(), NoticeDelivery) }),
  run: async ({ tx, actor, runtime, input: { deliveries } }) => {
    const personId = ownPersonId(actor);
    const known = new Set(noticeKinds(runtime().registry).map(({ kind }) => kind));
    for (const [kind, delivery] of Object.entries(deliveries)) {
      if (!known.has(kind))
        throw refuse("invalid", "platform.notice_unknown", `There are no notices of the kind ${kind}.`);
      await tx.execute(
        sql`INSERT INTO platform.notification_preference (person_id, kind, delivery)
            VALUES (${personId}, ${kind}, ${delivery})
            ON CONFLICT (person_id, kind) DO UPDATE SET delivery = excluded.delivery`,
      );
    }
    return { deliveries };
  },
});
