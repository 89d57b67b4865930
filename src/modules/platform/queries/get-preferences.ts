import { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { NoticePreference } from "#modules/platform/contract.ts";
import { noticeKinds } from "#modules/platform/notice-kinds.ts";
import { ownPersonId } from "#modules/platform/own-person.ts";

/** How the caller wants each kind of notice. */
export const getPreferences = defineQuery({
  name: "platform.get_preferences",
  title: "See how your notices reach you",
  http: "GET /notifications/preferences",
  access: "signed_in",
  input: z.object({}),
  output: z.object({ items: z.array(NoticePreference) }),
  run: async ({ db, actor, runtime }) => {
    const chosen = await rows<{ kind: string; delivery: z.output<typeof NoticePreference>["delivery"] }>(
      db,
      sql`SELECT kind, delivery FROM platform.notification_preference WHERE person_id = ${ownPersonId(actor)}`,
    );
    const byKind = new Map(chosen.map(({ kind, delivery }) => [kind, delivery]));
    const items = noticeKinds(runtime().registry).map(({ kind, title, delivery }) => ({
      kind,
      title,
      delivery: byKind.get(kind) ?? delivery,
      isDefault: !byKind.has(kind),
    }));
    return { items };
  },
});
