import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { demandStanding, lockAnnouncement } from "#modules/academy/community/announcement-row.ts";
import { sendAnnouncement } from "#modules/academy/community/send-announcement.ts";
import { ChangedAnnouncement, UpdateAnnouncement } from "#modules/academy/contract/announcements.ts";

/**
 * Changes an announcement; students see the new words, and no second mail. Errors: `academy.announcement_unknown`,
 * `academy.announcement_withdrawn`, `academy.announcement_changed` when somebody else saved in between.
 */
export const updateAnnouncement = defineCommand({
  name: "academy.update_announcement",
  title: "Change an announcement",
  http: "PUT /academy/announcements/:announcementId",
  access: "academy:moderate",
  confirm: true,
  input: UpdateAnnouncement,
  output: ChangedAnnouncement,
  load: (tx, { announcementId }) => lockAnnouncement(tx, announcementId),
  run: async (context, announcement) => {
    const { tx, now, input } = context;
    demandStanding(announcement);
    if (input.version !== announcement.version)
      throw refuse(
        "conflict",
        "academy.announcement_changed",
        "Somebody else changed this announcement. Reload it and make your change again.",
      );
    const at = now.toString();
    const isOut = announcement.published_at !== null;
    // Offsets that ISO 8601 knows and the database does not are written as UTC.
    const asked = input.publishAt ? Temporal.Instant.from(input.publishAt).toString() : at;
    const publishAt = isOut ? announcement.publish_at : asked;
    await tx.execute(
      sql`UPDATE academy.announcement SET title = ${input.title}, body = ${JSON.stringify(input.body)}::jsonb,
            by_mail = ${isOut ? announcement.by_mail : input.byMail}, publish_at = ${publishAt},
            version = version + 1, changed_at = ${at} WHERE id = ${announcement.id}`,
    );
    const row = await lockAnnouncement(tx, announcement.id);
    if (Temporal.Instant.compare(row.publish_at, now) <= 0) await sendAnnouncement(context, row);
    return { announcementId: row.id, version: row.version };
  },
});
