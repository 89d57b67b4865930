import { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineJob } from "#kernel/jobs/job.ts";

/** Puts out announcements whose time has come, each in a transaction of its own. Safe to run twice. */
export const publishAnnouncements = defineJob({
  name: "academy.publish_announcements",
  title: "Put out announcements whose time has come",
  input: z.object({}),
  schedule: "* * * * *",
  run: async ({ db, now, call, signal }) => {
    const due = await rows<{ id: string }>(
      db,
      sql`SELECT id FROM academy.announcement WHERE published_at IS NULL AND withdrawn_at IS NULL
            AND publish_at <= ${now.toString()} ORDER BY publish_at, id LIMIT 100`,
    );
    for (const { id } of due) {
      if (signal.aborted) return;
      await call("academy.publish_announcement", { announcementId: id });
    }
  },
});
