import { defineCommand } from "#kernel/operation/operation.ts";
import { lockAnnouncement } from "#modules/academy/community/announcement-row.ts";
import { sendAnnouncement } from "#modules/academy/community/send-announcement.ts";
import { AnnouncementRef } from "#modules/academy/contract/announcements.ts";

/** Puts out an announcement whose time has come; before it, or twice, does nothing. Errors: `academy.announcement_unknown`. */
export const publishAnnouncement = defineCommand({
  name: "academy.publish_announcement",
  title: "Put out an announcement whose time has come",
  http: "POST /academy/announcements/:announcementId/publication",
  access: "academy:moderate",
  unaudited: true,
  input: AnnouncementRef,
  output: AnnouncementRef,
  load: (tx, { announcementId }) => lockAnnouncement(tx, announcementId),
  run: async (context, announcement) => {
    if (Temporal.Instant.compare(announcement.publish_at, context.now) <= 0)
      await sendAnnouncement(context, announcement);
    return context.input;
  },
});
