import { z } from "zod";
import { sql } from "#kernel/db/sql.ts";
import { defineJob } from "#kernel/jobs/job.ts";

// How long things are kept that nobody needs for ever.
const KEEP = { idempotencyKeys: "P7D", deliveries: "P90D", mails: "P90D", notices: "P180D" };

/** Removes what has served its time: answered keys, spent counters, old deliveries, mails and notices. */
export const cleanUp = defineJob({
  name: "platform.clean_up",
  title: "Remove what is not needed any more",
  input: z.object({}),
  schedule: "17 3 * * *",
  run: async ({ db, now }) => {
    const zoned = now.toZonedDateTimeISO("UTC");
    const before = (span: string) => zoned.subtract(span).toInstant().toString();
    await db.execute(
      sql`DELETE FROM kernel.idempotency_key WHERE created_at < ${before(KEEP.idempotencyKeys)}`,
    );
    // rate-limiter-flexible keeps the end of a count in milliseconds; null never ends.
    await db.execute(sql`DELETE FROM kernel.rate_limit WHERE expire < ${now.epochMilliseconds}`);
    await db.execute(
      sql`DELETE FROM platform.webhook_attempt AS a USING platform.webhook_delivery AS d
          WHERE d.id = a.delivery_id AND d.status <> 'pending' AND d.settled_at < ${before(KEEP.deliveries)}`,
    );
    await db.execute(
      sql`DELETE FROM platform.webhook_delivery
          WHERE status <> 'pending' AND settled_at < ${before(KEEP.deliveries)}`,
    );
    await db.execute(
      sql`DELETE FROM kernel.mail
          WHERE status NOT IN ('queued', 'sending') AND created_at < ${before(KEEP.mails)}`,
    );
    await db.execute(sql`DELETE FROM platform.notification WHERE created_at < ${before(KEEP.notices)}`);
    await db.execute(sql`DELETE FROM platform.notification_digest WHERE sent_at < ${before(KEEP.notices)}`);
  },
});
