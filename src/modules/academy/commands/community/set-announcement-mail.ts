import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { SetAnnouncementMail } from "#modules/academy/contract/announcements.ts";
import { getMyEnrollment } from "#modules/academy/learning/enrollment.ts";

/** Switches mails of announcements of a course off or on. Errors: `academy.not_enrolled`. */
export const setAnnouncementMail = defineCommand({
  name: "academy.set_announcement_mail",
  title: "Say whether announcements of a course come by mail",
  http: "PUT /learn/courses/:course/announcement-mail",
  access: "customer",
  input: SetAnnouncementMail,
  output: SetAnnouncementMail,
  run: async ({ tx, now, actor, input }) => {
    const mine = await getMyEnrollment(tx, { courseSlug: input.course, personId: actorPersonId(actor) });
    if (input.byMail)
      await tx.execute(
        sql`DELETE FROM academy.announcement_opt_out
            WHERE person_id = ${mine.person_id} AND course_id = ${mine.course_id}`,
      );
    else
      await tx.execute(
        sql`INSERT INTO academy.announcement_opt_out (person_id, course_id, at)
            VALUES (${mine.person_id}, ${mine.course_id}, ${now.toString()}) ON CONFLICT DO NOTHING`,
      );
    return input;
  },
});
