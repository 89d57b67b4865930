import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { getCourse } from "#modules/academy/authoring/course-row.ts";
import { getCohort } from "#modules/academy/cohorts/cohort-row.ts";
import { lockAnnouncement } from "#modules/academy/community/announcement-row.ts";
import { sendAnnouncement } from "#modules/academy/community/send-announcement.ts";
import { ChangedAnnouncement, CreateAnnouncement } from "#modules/academy/contract/announcements.ts";

/**
 * Writes to the students of a course or cohort, now or at a time. Errors: `academy.course_unknown`,
 * `academy.cohort_unknown`, `academy.cohort_of_other_course`.
 */
export const createAnnouncement = defineCommand({
  name: "academy.create_announcement",
  title: "Announce something to students",
  http: "POST /academy/announcements",
  access: "academy:moderate",
  confirm: true,
  input: CreateAnnouncement,
  output: ChangedAnnouncement,
  load: (tx, { courseId }) => getCourse(tx, courseId),
  run: async (context, course) => {
    const { tx, now, actor, input } = context;
    if (input.cohortId && (await getCohort(tx, input.cohortId)).course_id !== course.id)
      throw refuse("invalid", "academy.cohort_of_other_course", "This cohort belongs to another course.", {
        issues: [{ path: "cohortId", message: "Belongs to another course" }],
      });
    const announcementId = newId();
    const at = now.toString();
    // Offsets that ISO 8601 knows and the database does not are written as UTC.
    const publishAt = input.publishAt ? Temporal.Instant.from(input.publishAt).toString() : at;
    await tx.execute(
      sql`INSERT INTO academy.announcement (id, course_id, cohort_id, title, body, by_mail, publish_at, created_at,
            created_by, changed_at)
          VALUES (${announcementId}, ${course.id}, ${input.cohortId}, ${input.title},
            ${JSON.stringify(input.body)}::jsonb, ${input.byMail}, greatest(${publishAt}::timestamptz, ${at}),
            ${at}, ${actorPersonId(actor)}, ${at})`,
    );
    const row = await lockAnnouncement(tx, announcementId);
    if (Temporal.Instant.compare(row.publish_at, now) <= 0) await sendAnnouncement(context, row);
    return { announcementId, version: row.version };
  },
});
