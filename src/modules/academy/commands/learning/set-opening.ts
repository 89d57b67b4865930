import { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { SetOpening } from "#modules/academy/contract/students.ts";
import { lockEnrollment } from "#modules/academy/learning/enrollment.ts";
import { findLessonWith } from "#modules/academy/learning/lesson-of.ts";

/** Opens a lesson for one student at another time than its rule says. Errors: `academy.lesson_unknown`. */
export const setOpening = defineCommand({
  name: "academy.set_opening",
  title: "Open a lesson for one student",
  http: "PUT /academy/enrollments/:enrollmentId/openings/:lessonKey",
  access: "academy:enrol",
  input: SetOpening,
  output: z.object({}),
  load: (tx, { enrollmentId }) => lockEnrollment(tx, enrollmentId),
  run: async ({ tx, input, now, actor }, enrollment) => {
    const { lessonKey, reason } = input;
    // Offsets that ISO 8601 knows and the database does not are written as UTC.
    const opensAt = input.opensAt && Temporal.Instant.from(input.opensAt).toString();
    if (!(await findLessonWith(tx, enrollment.curriculum_id, { lessonKey })))
      throw refuse("not_found", "academy.lesson_unknown", "This student's course has no such lesson.");
    await tx.execute(
      sql`INSERT INTO academy.opening_override (enrollment_id, account_id, lesson_key, opens_at, reason, by_person_id, at)
          VALUES (${enrollment.id}, ${enrollment.account_id}, ${lessonKey}, ${opensAt}, ${reason},
            ${actorPersonId(actor)}, ${now.toString()})
          ON CONFLICT (enrollment_id, lesson_key) DO UPDATE SET opens_at = excluded.opens_at,
            reason = excluded.reason, by_person_id = excluded.by_person_id, at = excluded.at`,
    );
    return {};
  },
});
