import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { Announcement, AnnouncementRef } from "#modules/academy/contract/announcements.ts";
import { readAnnouncements } from "#modules/academy/queries/community/list-announcements.ts";

/** One announcement. Errors: `academy.announcement_unknown`. */
export const getAnnouncement = defineQuery({
  name: "academy.get_announcement",
  title: "Read an announcement",
  http: "GET /academy/announcements/:announcementId",
  access: "academy:read",
  input: AnnouncementRef,
  output: Announcement,
  run: async ({ db, input }) => {
    const [found] = await readAnnouncements(db, sql`AND n.id = ${input.announcementId}`);
    if (!found) throw refuse("not_found", "academy.announcement_unknown", "There is no such announcement.");
    return found;
  },
});
