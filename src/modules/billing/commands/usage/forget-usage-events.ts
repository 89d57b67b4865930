import { z } from "zod";
import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { forgottenBefore } from "#modules/billing/rules/usage/judge-event.ts";

/**
 * Forgets events of usage that are so old that none of them is taken a second time. Counters and what was billed by them
 * stay as they are. Some at a time: call again until `more` is false.
 */
export const forgetUsageEvents = defineCommand({
  name: "billing.forget_usage_events",
  title: "Forget usage events that are more than 13 months old",
  http: "POST /billing/usage/forgetting",
  access: "billing:usage",
  unaudited: true,
  input: z.object({ limit: z.number().int().min(1).max(50_000).default(20_000) }),
  output: z.object({ forgotten: z.number().int(), more: z.boolean() }),
  run: async ({ tx, input: { limit }, now }) => {
    const gone = await tx.execute(
      sql`DELETE FROM billing.usage_event WHERE ctid = ANY (ARRAY(
            SELECT ctid FROM billing.usage_event WHERE received_at < ${forgottenBefore(now).toString()}
            LIMIT ${limit} FOR UPDATE SKIP LOCKED))`,
    );
    const forgotten = gone.rowCount ?? 0;
    return { forgotten, more: forgotten === limit };
  },
});
