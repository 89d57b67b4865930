import { sql } from "#kernel/db/sql.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import type { AnnouncementRow } from "#modules/academy/community/announcement-row.ts";
import { AnnouncementPublished } from "#modules/academy/events/community.ts";

/** Puts a locked announcement out, once: students see it from now on. */
export async function sendAnnouncement(ctx: AcademyContext, announcement: AnnouncementRow): Promise<void> {
  if (announcement.published_at || announcement.withdrawn_at) return;
  await ctx.tx.execute(
    sql`UPDATE academy.announcement SET published_at = ${ctx.now.toString()} WHERE id = ${announcement.id}`,
  );
  await ctx.emit(AnnouncementPublished, {
    announcementId: announcement.id,
    courseId: announcement.course_id,
    cohortId: announcement.cohort_id,
    byMail: announcement.by_mail,
  });
}
