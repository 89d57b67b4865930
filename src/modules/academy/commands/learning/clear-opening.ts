import { z } from "zod";
import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { ClearOpening } from "#modules/academy/contract/students.ts";
import { lockEnrollment } from "#modules/academy/learning/enrollment.ts";

/** Lets a lesson open by its rule again. Errors: `academy.enrollment_unknown`. */
export const clearOpening = defineCommand({
  name: "academy.clear_opening",
  title: "Let a lesson open by its rule again",
  http: "DELETE /academy/enrollments/:enrollmentId/openings/:lessonKey",
  access: "academy:enrol",
  input: ClearOpening,
  output: z.object({}),
  load: (tx, { enrollmentId }) => lockEnrollment(tx, enrollmentId),
  run: async ({ tx, input }, enrollment) => {
    await tx.execute(
      sql`DELETE FROM academy.opening_override
          WHERE enrollment_id = ${enrollment.id} AND lesson_key = ${input.lessonKey}`,
    );
    return {};
  },
});
