import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { getAssignment } from "#modules/academy/assignments/assignment-row.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { openDraft } from "#modules/academy/authoring/draft.ts";
import { AssignmentRef } from "#modules/academy/contract/assignment-editing.ts";
import { findLessonWith } from "#modules/academy/learning/lesson-of.ts";

/**
 * Takes an assignment out of the draft; versions that are out keep it, and so does what was handed in.
 * Errors: `academy.assignment_unknown`, `academy.assignment_in_lesson`.
 */
export const removeAssignment = defineCommand({
  name: "academy.remove_assignment",
  title: "Take an assignment out of a course",
  http: "DELETE /academy/courses/:courseId/assignments/:assignmentKey",
  access: "academy:write",
  input: AssignmentRef,
  output: AssignmentRef,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async ({ tx, input, now }, course) => {
    const draft = await openDraft(tx, { courseId: course.id, now });
    const { id } = await getAssignment(tx, { curriculumId: draft.id, key: input.assignmentKey, lock: true });
    const lesson = await findLessonWith(tx, draft.id, { assignmentKey: input.assignmentKey });
    if (lesson)
      throw refuse(
        "conflict",
        "academy.assignment_in_lesson",
        `The lesson "${lesson.title}" shows this assignment. Take it out there first.`,
      );
    await tx.execute(sql`DELETE FROM academy.assignment WHERE id = ${id}`);
    return input;
  },
});
