import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockAnnouncement } from "#modules/academy/community/announcement-row.ts";
import { AnnouncementRef } from "#modules/academy/contract/announcements.ts";

/** Takes an announcement back: students do not see it any more, and one that waits does not go out. Errors: `academy.announcement_unknown`. */
export const withdrawAnnouncement = defineCommand({
  name: "academy.withdraw_announcement",
  title: "Withdraw an announcement",
  http: "DELETE /academy/announcements/:announcementId",
  access: "academy:moderate",
  input: AnnouncementRef,
  output: AnnouncementRef,
  load: (tx, { announcementId }) => lockAnnouncement(tx, announcementId),
  run: async ({ tx, now, input }, { id }) => {
    await tx.execute(
      sql`UPDATE academy.announcement SET withdrawn_at = coalesce(withdrawn_at, ${now.toString()}) WHERE id = ${id}`,
    );
    return input;
  },
});
