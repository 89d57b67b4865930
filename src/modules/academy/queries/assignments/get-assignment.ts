import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { getAssignment as readAssignment } from "#modules/academy/assignments/assignment-row.ts";
import { getCourse } from "#modules/academy/authoring/course-row.ts";
import { findDraft, findInForce } from "#modules/academy/authoring/draft.ts";
import { AssignmentDetail, AssignmentRef } from "#modules/academy/contract/assignment-editing.ts";
import { refuse } from "#kernel/errors.ts";

/**
 * An assignment as its author works on it: of the draft, or of the version in force where there is no draft.
 * Errors: `academy.course_unknown`, `academy.assignment_unknown`.
 */
export const getAssignment = defineQuery({
  name: "academy.get_assignment",
  title: "Get an assignment",
  http: "GET /academy/courses/:courseId/assignments/:assignmentKey",
  access: "academy:read",
  input: AssignmentRef,
  output: AssignmentDetail,
  load: (db, { courseId }) => getCourse(db, courseId),
  run: async ({ db, input }, course) => {
    const curriculum = (await findDraft(db, course.id)) ?? (await findInForce(db, course.id));
    if (!curriculum)
      throw refuse("not_found", "academy.assignment_unknown", "There is no such assignment in this course.");
    const {
      id: _id,
      key,
      ...assignment
    } = await readAssignment(db, {
      curriculumId: curriculum.id,
      key: input.assignmentKey,
    });
    const lessons = await rows<{ key: string; title: string }>(
      db,
      sql`SELECT key, title FROM academy.lesson WHERE curriculum_id = ${curriculum.id}
            AND blocks @> ${JSON.stringify([{ assignmentKey: key }])}::jsonb ORDER BY title`,
    );
    return {
      ...assignment,
      assignmentKey: key,
      courseId: course.id,
      courseTitle: course.title,
      isDraft: curriculum.status === "draft",
      lessons,
    };
  },
});
